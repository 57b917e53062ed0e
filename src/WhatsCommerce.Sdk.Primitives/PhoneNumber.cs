using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>A phone number in E.164 form: country code and subscriber number, at most 15 digits (ITU-T E.164).</summary>
/// <remarks>
/// Reads what people write (<c>+1 (650) 555-1234</c>) and keeps the digits. <see cref="ToString"/> hides the number, so that it
/// does not end up in a log; <see cref="E164"/> gives it whole.
/// </remarks>
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The digits without <c>+</c>, as <c>wa.me</c> links write them; <see langword="null"/> for <see langword="default"/>.</summary>
    public string? Digits { get; }

    /// <summary>Whether there is a number; <see langword="false"/> only for <see langword="default"/>.</summary>
    [MemberNotNullWhen(true, nameof(Digits))]
    public bool HasValue => Digits is not null;

    /// <summary>The whole number with <c>+</c>; empty for <see langword="default"/>.</summary>
    public string E164 => HasValue ? "+" + Digits : "";

    /// <summary>Reads a phone number as people write it.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are passed over.</param>
    /// <exception cref="FormatException">The text is no such number; the message says why and what to write instead.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out PhoneNumber number, out string? problem) ? number : throw new FormatException(problem);

    /// <summary>Reads a phone number as people write it, without throwing.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are passed over.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a phone number as people write it, and says what is wrong with it if it is none.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are passed over.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    /// <param name="problem">What is wrong and what to write instead, without the number itself; <see langword="null"/> on success.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number, [NotNullWhen(false)] out string? problem)
    {
        number = default;
        Span<char> digits = stackalloc char[MaxDigits];
        int count = 0;
        bool plus = false;

        foreach (Rune rune in text.AsSpan().Trim().EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiDigit((char)rune.Value))
            {
                // Digits beyond the most are counted but not kept: what a number starts with is the more telling fault.
                if (count < MaxDigits)
                {
                    digits[count] = (char)rune.Value;
                }

                count++;
            }
            else if (rune.Value == '+')
            {
                if (plus || count > 0)
                {
                    problem = "The + of a phone number stands once, before its country code.";
                    return false;
                }

                plus = true;
            }
            else if (!IsPunctuationOfNumbers(rune))
            {
                problem = $"A phone number is written with the digits 0-9; this text has the character U+{rune.Value:X4}.";
                return false;
            }
        }

        digits = digits[..Math.Min(count, MaxDigits)];
        problem = Check(digits, count);
        if (problem is not null)
        {
            return false;
        }

        number = new PhoneNumber(new string(digits));
        return true;
    }

    /// <summary>Hides all of a number, or of any text that may hold one, but its last four characters: <c>***1234</c>.</summary>
    /// <param name="text">A phone number or another way to reach a person.</param>
    /// <returns>What may stand in a log: the last four characters of texts of eight or more, fewer of shorter ones.</returns>
    public static string Mask(string? text)
    {
        ReadOnlySpan<char> all = text.AsSpan().Trim();
        return all.IsEmpty ? "" : $"***{all[^Math.Min(4, all.Length / 2)..]}";
    }

    /// <summary>The number with all but its last four digits hidden.</summary>
    public override string ToString() => Mask(Digits);

    static PhoneNumber IParsable<PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PhoneNumber>.TryParse(string? s, IFormatProvider? provider, out PhoneNumber result) => TryParse(s, out result);

    private static string? Check(ReadOnlySpan<char> digits, int count) => digits switch
    {
        [] => "There is no phone number; write it with its country code, such as +16505551234.",
        ['0', '0', ..] => "A phone number does not start with 00, and Meta refuses it (error 100); write + and the country code in place of 00.",
        ['0', ..] => "A phone number starts with its country code, and no country code starts with 0; write + and the country code in place of the 0.",
        _ when count < MinDigits => $"A phone number has at least {MinDigits} digits with its country code; this text has {count}.",
        _ when count > MaxDigits => $"A phone number has at most {MaxDigits} digits with its country code; this text has {count}.",
        _ => null,
    };

    // Format characters come along when a number is copied out of a contact card (U+202A ... U+202C).
    private static bool IsPunctuationOfNumbers(Rune rune) => rune.Value is '(' or ')' or '[' or ']' or '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
