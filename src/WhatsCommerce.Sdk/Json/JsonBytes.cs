namespace WhatsCommerce.Json;

/// <summary>Writes JSON into bytes with a writer and a buffer that each thread keeps for its next message.</summary>
internal static class JsonBytes
{
    // What a thread keeps is bounded: a buffer that one large message made larger is let go.
    private const int InitialCapacity = 4 * 1024;
    private const int MaxKeptCapacity = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = WireEncoder.Instance, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArrayBufferWriter<byte> buffer = s_buffer ?? new(InitialCapacity);
        Utf8JsonWriter writer = s_writer ?? new(buffer, Options);

        // Taken out while in use: what a writing callback throws must not leave half a message for the next one.
        s_buffer = null;
        s_writer = null;
        writer.Reset(buffer);

        write(writer, state);
        writer.Flush();
        byte[] bytes = buffer.WrittenSpan.ToArray();

        if (buffer.Capacity <= MaxKeptCapacity)
        {
            buffer.ResetWrittenCount();
            s_buffer = buffer;
            s_writer = writer;
        }

        return bytes;
    }
}
