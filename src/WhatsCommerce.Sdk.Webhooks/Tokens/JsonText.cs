using System.Buffers;
using System.Buffers.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Decodes the content of a JSON string, which the reader has validated.</summary>
/// <remarks>
/// <c>Utf8JsonReader.GetString</c> throws on a lone surrogate such as <c>\ud800</c>, which devices send when they truncate a text within an
/// emoji. Here it becomes U+FFFD, like in every UTF-8 encoder.
/// </remarks>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>Text with or without escapes.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8) => utf8.Contains((byte)'\\') ? Unescape(utf8) : Plain(utf8);

    /// <summary>Text without escapes. Nearly all of it is ASCII, which needs no second pass to know its length.</summary>
    public static string Plain(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8)
        ? string.Create(utf8.Length, utf8, static (text, ascii) => Ascii.ToUtf16(ascii, text, out _))
        : Encoding.UTF8.GetString(utf8);

    /// <summary>Text with escapes.</summary>
    public static string Unescape(ReadOnlySpan<byte> utf8)
    {
        // There are never more UTF-16 units than bytes.
        const int onStack = 256;
        char[]? rented = utf8.Length > onStack ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
        Span<char> buffer = rented ?? stackalloc char[onStack];
        Span<char> text = buffer[..Unescape(utf8, buffer)];
        ReplaceLoneSurrogates(text);
        string result = new(text);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    private static int Unescape(ReadOnlySpan<byte> utf8, Span<char> text)
    {
        int written = 0;
        for (int escape; (escape = utf8.IndexOf((byte)'\\')) >= 0;)
        {
            written += Encoding.UTF8.GetChars(utf8[..escape], text[written..]);
            utf8 = utf8[escape..];
            if (utf8[1] == 'u')
            {
                _ = Utf8Parser.TryParse(utf8[2..EscapeLength], out ushort unit, out _, 'x');
                text[written++] = (char)unit;
                utf8 = utf8[EscapeLength..];
            }
            else
            {
                text[written++] = utf8[1] switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    byte itself => (char)itself,
                };
                utf8 = utf8[2..];
            }
        }

        return written + Encoding.UTF8.GetChars(utf8, text[written..]);
    }

    private static void ReplaceLoneSurrogates(Span<char> text)
    {
        for (int next; (next = text.IndexOfAnyInRange('\ud800', '\udfff')) >= 0;)
        {
            text = text[next..];
            if (char.IsHighSurrogate(text[0]) && text.Length > 1 && char.IsLowSurrogate(text[1]))
            {
                text = text[2..];
            }
            else
            {
                text[0] = '\ufffd';
                text = text[1..];
            }
        }
    }
}
