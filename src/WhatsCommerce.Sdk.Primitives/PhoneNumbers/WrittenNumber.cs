using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>A phone number as somebody wrote it: its digits, and what the characters between them mean.</summary>
internal ref struct WrittenNumber
{
    /// <summary>The most digits that are kept: the 15 of a number and a trunk prefix. Further digits are only counted.</summary>
    public const int MostDigits = 20;

    private uint _brackets;

    /// <summary>Gets the digits, at most <see cref="MostDigits"/>.</summary>
    public ReadOnlySpan<char> Digits { get; private set; }

    /// <summary>Gets the number of digits.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether a + shows that the country code comes first.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>Determines whether a bracket opens or closes before the digit at an index, or after the last digit.</summary>
    public readonly bool HasBracketAt(int index) => (_brackets & (1u << index)) != 0;

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">A buffer for <see cref="MostDigits"/> digits.</param>
    /// <param name="written">The result.</param>
    /// <returns>What is wrong with the text, without the text itself; <see langword="null"/> on success.</returns>
    public static string? Read(ReadOnlySpan<char> text, Span<char> buffer, out WrittenNumber written)
    {
        written = default;
        foreach (Rune rune in text.Trim().EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiDigit((char)rune.Value))
            {
                if (written.Count < MostDigits)
                {
                    buffer[written.Count] = (char)rune.Value;
                }

                written.Count++;
            }
            else if (rune.Value == '+')
            {
                if (written.HasPlus || written.Count > 0)
                {
                    return "The + of a phone number stands once, before its country code.";
                }

                written.HasPlus = true;
            }
            else if (rune.Value is '(' or ')' or '[' or ']')
            {
                written._brackets |= 1u << Math.Min(written.Count, MostDigits);
            }
            else if (!IsPunctuation(rune))
            {
                return $"A phone number is written with the digits 0-9; this text has the character U+{rune.Value:X4}.";
            }
        }

        written.Digits = buffer[..Math.Min(written.Count, MostDigits)];
        return null;
    }

    // Format characters occur when a number is copied from a contact card (U+202A ... U+202C).
    private static bool IsPunctuation(Rune rune) => rune.Value == '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
