using System.Text.Encodings.Web;

namespace WhatsCommerce.Json;

/// <summary>Escapes only what JSON requires to be escaped, so that emoji are sent unescaped, like all other letters.</summary>
/// <remarks>
/// The relaxed encoder of .NET escapes everything outside the basic multilingual plane: twelve bytes instead of four for most emoji, and
/// unreadable in logs of the traffic. The bytes are a request body, never part of an HTML page.
/// </remarks>
internal sealed unsafe class WireEncoder : JavaScriptEncoder
{
    public static readonly WireEncoder Instance = new();

    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private static readonly SearchValues<byte> EscapedOrNotAscii = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (byte)c), (byte)'"', (byte)'\\', .. Enumerable.Range(0x80, 0x80).Select(c => (byte)c)]);

    private WireEncoder() { }

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ReadOnlySpan<char> rest = new(text, textLength);
        int index = 0;
        while (true)
        {
            int found = rest[index..].IndexOfAny(EscapedChars);
            if (found < 0)
            {
                return -1;
            }

            index += found;
            if (!char.IsSurrogate(rest[index]) || Rune.DecodeFromUtf16(rest[index..], out _, out int consumed) != OperationStatus.Done)
            {
                return index;
            }

            index += consumed;
        }
    }

    // Called for every member name; the base class would decode each of its letters.
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) =>
        utf8Text.IndexOfAny(EscapedOrNotAscii) < 0 ? -1 : base.FindFirstCharacterToEncodeUtf8(utf8Text);

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        Span<char> output = new(buffer, bufferLength);
        ReadOnlySpan<char> shortForm = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => [],
        };
        return shortForm.IsEmpty
            ? output.TryWrite($"\\u{unicodeScalar:x4}", out numberOfCharactersWritten)
            : Copy(shortForm, output, out numberOfCharactersWritten);
    }

    private static bool Copy(ReadOnlySpan<char> text, Span<char> output, out int written)
    {
        bool fits = text.TryCopyTo(output);
        written = fits ? text.Length : 0;
        return fits;
    }
}
