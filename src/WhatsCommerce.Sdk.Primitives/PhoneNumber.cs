using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>A phone number in E.164 form: country code and subscriber number, at most 15 digits (ITU-T E.164).</summary>
/// <remarks>
/// <para>Reads what people write (<c>+1 (650) 555-1234</c>) and keeps the digits. Digits without <c>+</c> begin with a country code, as a
/// <c>wa_id</c> does, unless a region is named. What is dialled within a country only is left out (<c>+44 (0)20 7946 0958</c> is
/// <c>442079460958</c>) where <c>+</c> or brackets show it, and refused where not; a zero that belongs to the number stays, as in Italy.
/// No region is guessed, and whether the line exists is not known here.</para>
/// <para><see cref="ToString"/> hides the number, so that it does not end up in a log; <see cref="E164"/> gives it whole.</para>
/// </remarks>
public readonly partial record struct PhoneNumber : IParsable<PhoneNumber>
{
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

    /// <summary>Reads a phone number that may be written the way of its region.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialled within the region: <c>030 12345678</c> in DE.</param>
    /// <param name="region">The region's two letters of ISO 3166-1, such as <c>DE</c>.</param>
    /// <exception cref="FormatException">The text is no such number; the message says why and what to write instead.</exception>
    public static PhoneNumber Parse(string text, string region) =>
        TryParse(text, region, out PhoneNumber number, out string? problem) ? number : throw new FormatException(problem);

    /// <summary>Reads a phone number as people write it, without throwing.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are passed over.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a phone number as people write it, and says what is wrong with it if it is none.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are passed over.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    /// <param name="problem">What is wrong and what to write instead, without the number itself; <see langword="null"/> on success.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number, [NotNullWhen(false)] out string? problem) =>
        (problem = Read(text, home: null, out number)) is null;

    /// <summary>Reads a phone number that may be written the way of its region, without throwing.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialled within the region: <c>030 12345678</c> in DE.</param>
    /// <param name="region">The region's two letters of ISO 3166-1, such as <c>DE</c>.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, string region, out PhoneNumber number) =>
        TryParse(text, region, out number, out _);

    /// <summary>Reads a phone number that may be written the way of its region, and says what is wrong with it if it is none.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialled within the region: <c>030 12345678</c> in DE.</param>
    /// <param name="region">The region's two letters of ISO 3166-1, such as <c>DE</c>.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    /// <param name="problem">What is wrong and what to write instead, without the number itself; <see langword="null"/> on success.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, string region, out PhoneNumber number, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (NumberingPlan.OfRegion(region.Trim()) is { } home)
        {
            return (problem = Read(text, home, out number)) is null;
        }

        number = default;
        problem = "The region of a phone number is two letters of ISO 3166-1, such as DE or GB; what was given is none with a country code.";
        return false;
    }

    /// <summary>Takes a number as WhatsApp itself wrote it, without judging it: <c>wa_id</c> of a webhook.</summary>
    /// <param name="waId">7 to 15 digits, with or without <c>+</c>.</param>
    /// <exception cref="FormatException">The text is something else; the message does not hold it.</exception>
    /// <remarks>Meta knows numbers of which no table tells yet, and in Mexico and Brazil its form is not the one that people dial.</remarks>
    public static PhoneNumber FromWaId(string waId)
    {
        ArgumentNullException.ThrowIfNull(waId);
        string digits = waId.StartsWith('+') ? waId[1..] : waId;
        return digits.Length is >= MinDigits and <= MaxDigits && !digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? new(digits)
            : throw new FormatException($"A WhatsApp id of a phone number is {MinDigits} to {MaxDigits} digits; this text is something else.");
    }

    /// <summary>
    /// Whether both numbers reach the same telephone: they are equal, or differ only by Brazil's ninth digit of mobile lines, Mexico's old 1,
    /// or Argentina's 9 and 15.
    /// </summary>
    /// <param name="other">The other number.</param>
    /// <returns><see langword="false"/> also when one of them is <see langword="default"/>.</returns>
    /// <remarks>
    /// In these countries a webhook may name a customer by another number than the one that was written to. Write to each as it is: which
    /// form Meta takes depends on the line. Source: Meta, business-phone-numbers.
    /// </remarks>
    public bool IsSameLineAs(PhoneNumber other) => HasValue && other.HasValue
        && (Digits == other.Digits || LineOf(Digits) == LineOf(other.Digits));

    /// <summary>One text for all forms of a line: equal for numbers that <see cref="IsSameLineAs"/> takes for the same.</summary>
    /// <param name="waId">A <c>wa_id</c> or the digits of a number, with or without <c>+</c>. What is no number is a line of its own.</param>
    /// <returns>To compare and to look up by, not to write to; <see langword="null"/> for a blank text.</returns>
    public static string? LineOf(string? waId) => string.IsNullOrWhiteSpace(waId) ? null : PhoneLine.OneForm(waId.StartsWith('+') ? waId[1..] : waId);

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
}
