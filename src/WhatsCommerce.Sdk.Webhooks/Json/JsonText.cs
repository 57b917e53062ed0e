using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Turns the inside of a JSON string, which the reader has checked, into text.</summary>
/// <remarks>
/// <c>Utf8JsonReader.GetString</c> throws on a lone surrogate such as <c>\ud800</c>, which customers' devices do send when they cut an
/// emoji in half. Here it becomes U+FFFD, as every UTF-8 encoder would make of it.
/// </remarks>
internal static class JsonText
{
    public static string Decode(ReadOnlySpan<byte> utf8) =>
        utf8.Contains((byte)'\\') ? Unescape(utf8) : Encoding.UTF8.GetString(utf8);

    public static string Unescape(ReadOnlySpan<byte> utf8)
    {
        // Never more UTF-16 units than there are bytes.
        char[]? rented = null;
        Span<char> buffer = utf8.Length <= 256 ? stackalloc char[256] : (rented = ArrayPool<char>.Shared.Rent(utf8.Length));
        int length = Unescape(utf8, buffer);
        ReplaceLoneSurrogates(buffer[..length]);
        string text = new(buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    private static int Unescape(ReadOnlySpan<byte> utf8, Span<char> text)
    {
        int written = 0;
        while (true)
        {
            int plain = utf8.IndexOf((byte)'\\');
            if (plain != 0)
            {
                ReadOnlySpan<byte> run = plain < 0 ? utf8 : utf8[..plain];
                written += Encoding.UTF8.GetChars(run, text[written..]);
            }

            if (plain < 0)
            {
                return written;
            }

            byte escape = utf8[plain + 1];
            if (escape == 'u')
            {
                _ = Utf8Parser.TryParse(utf8.Slice(plain + 2, 4), out ushort unit, out _, 'x');
                text[written++] = (char)unit;
                utf8 = utf8[(plain + 6)..];
            }
            else
            {
                text[written++] = escape switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    _ => (char)escape,
                };
                utf8 = utf8[(plain + 2)..];
            }
        }
    }

    private static void ReplaceLoneSurrogates(Span<char> text)
    {
        int at = 0;
        while (at < text.Length && text[at..].IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and int next)
        {
            at += next;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at += 2;
            }
            else
            {
                text[at++] = '\ufffd';
            }
        }
    }
}
