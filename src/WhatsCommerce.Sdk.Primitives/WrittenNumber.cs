using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>A phone number as somebody wrote it: its digits, and what the signs between them tell.</summary>
internal ref struct WrittenNumber
{
    /// <summary>Beyond the 15 of a number, those that are dialled within a country only. What is longer is counted, but not kept.</summary>
    public const int MostDigits = 20;

    private uint _brackets;

    /// <summary>The digits, at most <see cref="MostDigits"/>.</summary>
    public ReadOnlySpan<char> Digits { get; private set; }

    /// <summary>How many digits there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a + says that the country code comes first.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>Whether a bracket opens or closes before the digit at an index, or after the last.</summary>
    public readonly bool HasBracketAt(int index) => (_brackets & (1u << index)) != 0;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for <see cref="MostDigits"/>.</param>
    /// <param name="written">What it holds.</param>
    /// <returns>What is wrong with it, without the text itself; <see langword="null"/> when nothing is.</returns>
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

    // Format characters come along when a number is copied out of a contact card (U+202A ... U+202C).
    private static bool IsPunctuation(Rune rune) => rune.Value == '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
