using System.Text.Encodings.Web;

namespace WhatsCommerce.Testing;

/// <summary>
/// JSON as Meta posts it: no blanks, <c>\u00e4</c> for ä in lower-case hex, <c>\/</c> for a slash, and <c>&lt; % @</c> escaped too. A
/// receiver that reads the JSON and writes it again gets other bytes, and a signature over those does not match: tests should see that.
/// Source: Meta, graph-api/webhooks/getting-started, "Validating payloads".
/// </summary>
internal static class MetaJson
{
    /// <summary>JSON before it is escaped as Meta does.</summary>
    public static JsonWriterOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a JSON value and escapes it.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> plain = new(1024);
        using (Utf8JsonWriter writer = new(plain, Plain))
        {
            write(writer);
        }

        return Escape(plain.WrittenSpan);
    }

    /// <summary>Text that can be written as JSON: half a surrogate pair, which a careless test may hold, is replaced.</summary>
    public static string WellFormed(string text)
    {
        StringBuilder? mended = null;
        int done = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && text[done] != '\uFFFD')
            {
                mended ??= new StringBuilder(text, 0, done, text.Length);
            }

            mended?.Append(rune.ToString());
            done += rune.Utf16SequenceLength;
        }

        return mended?.ToString() ?? text;
    }

    // What is escaped here stands in texts only, never in JSON's own punctuation, so that no state needs to be kept.
    private static byte[] Escape(ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte> escaped = new(json.Length + 64);
        Span<char> units = stackalloc char[2];
        while (!json.IsEmpty)
        {
            int clean = CleanLength(json);
            escaped.Write(json[..clean]);
            json = json[clean..];
            if (json.IsEmpty)
            {
                break;
            }

            if (json[0] == '/')
            {
                escaped.Write("\\/"u8);
                json = json[1..];
                continue;
            }

            if (json[0] == '\\')
            {
                // What the writer has escaped already, among it every emoji, stays, but in lower case.
                int length = json[1] == 'u' ? 6 : 2;
                Ascii.ToLower(json[..length], escaped.GetSpan(length), out int written);
                escaped.Advance(written);
                json = json[length..];
                continue;
            }

            Rune.DecodeFromUtf8(json, out Rune rune, out int consumed);
            foreach (char unit in units[..rune.EncodeToUtf16(units)])
            {
                escaped.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")));
            }

            json = json[consumed..];
        }

        return escaped.WrittenSpan.ToArray();
    }

    private static int CleanLength(ReadOnlySpan<byte> json)
    {
        int length = 0;
        while (length < json.Length && json[length] is < 0x80 and not ((byte)'/' or (byte)'\\' or (byte)'<' or (byte)'%' or (byte)'@'))
        {
            length++;
        }

        return length;
    }
}
