using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Text as PostgreSQL can hold it: any but U+0000, and nothing that is no valid UTF-8.</summary>
internal static class StoredText
{
    /// <summary>
    /// Makes a primary key of fixed length, SHA-256. Keys may be longer than the 2,704 bytes that a B-tree takes, and hold what text in
    /// PostgreSQL cannot.
    /// </summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Makes the primary key of an event for a handler. The lengths stand in it, so that no two pairs read the same.</summary>
    public static byte[] Hash(WebhookKey key) => Hash(string.Create(
        CultureInfo.InvariantCulture, $"{key.Event.Length}:{key.Event}{key.Handler.Length}:{key.Handler}"));

    /// <summary>For a person to read: what PostgreSQL cannot hold is left out, and so is what is too much.</summary>
    public static string ForReaders(string text, int maxLength)
    {
        StringBuilder builder = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (builder.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            if (rune.Value != 0)
            {
                builder.Append(rune);
            }
        }

        return builder.ToString();
    }

    /// <summary>Text that is read again as it was: what PostgreSQL cannot hold is written as <c>\uXXXX</c>, a backslash doubled.</summary>
    public static string Escape(string text)
    {
        StringBuilder builder = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsSurrogate(c) && i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                builder.Append(c).Append(text[++i]);
            }
            else if (c == '\0' || char.IsSurrogate(c))
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                builder.Append(c, c == '\\' ? 2 : 1);
            }
        }

        return builder.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder builder = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                builder.Append(text[i]);
            }
            else if (text.AsSpan(i) is ['\\', 'u', _, _, _, _, ..]
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
            {
                builder.Append((char)unit);
                i += 5;
            }
            else
            {
                builder.Append('\\');
                i++;
            }
        }

        return builder.ToString();
    }
}
