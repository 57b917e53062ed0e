using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Converts text to what every database stores and returns unchanged: valid UTF-8 without U+0000.</summary>
internal static class StoredText
{
    /// <summary>
    /// Computes a primary key of fixed length, SHA-256. Keys may be longer than the 2,704 bytes that a B-tree of PostgreSQL accepts,
    /// and contain characters that a database cannot store.
    /// </summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Computes the primary key of an event for a handler. The lengths are part of it, so that no two pairs give the same key.
    /// </summary>
    public static byte[] Hash(WebhookKey key) => Hash(string.Create(
        CultureInfo.InvariantCulture, $"{key.Event.Length}:{key.Event}{key.Handler.Length}:{key.Handler}"));

    /// <summary>Converts text for human readers: characters that a database cannot store are removed, and the rest is truncated.</summary>
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

    /// <summary>
    /// Escapes text that is read back unchanged: what a database cannot store is written as <c>\uXXXX</c>, and a backslash is doubled.
    /// </summary>
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
