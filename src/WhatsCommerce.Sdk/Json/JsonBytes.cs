namespace WhatsCommerce.Json;

/// <summary>Writes JSON into bytes with a writer and a buffer that each thread reuses.</summary>
internal static class JsonBytes
{
    // The reused buffer is bounded: one that grew for a large message is discarded.
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

        // Removed while in use: an exception in a writing callback must not leave half a message for the next one.
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
