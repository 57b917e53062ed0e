using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>A phone number in E.164 form: country code and subscriber number, at most 15 digits (ITU-T E.164).</summary>
/// <remarks>
/// <para>Parses what people write (<c>+1 (650) 555-1234</c>) and keeps the digits. Digits without <c>+</c> start with a country code, like
/// a <c>wa_id</c>, unless a region is given. A trunk prefix, dialed within a country only, is removed where <c>+</c> or brackets show it
/// (<c>+44 (0)20 7946 0958</c> is <c>442079460958</c>), and rejected where they do not; a zero that belongs to the number stays, as in
/// Italy. No region is guessed, and whether the line exists is not checked.</para>
/// <para><see cref="ToString"/> masks the number, so that it does not end up in a log; <see cref="E164"/> is the whole number.</para>
/// </remarks>
public readonly partial record struct PhoneNumber : IParsable<PhoneNumber>
{
    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>Gets the digits without <c>+</c>, as in <c>wa.me</c> links; <see langword="null"/> for <see langword="default"/>.</summary>
    public string? Digits { get; }

    /// <summary>Gets a value indicating whether there is a number; <see langword="false"/> only for <see langword="default"/>.</summary>
    [MemberNotNullWhen(true, nameof(Digits))]
    public bool HasValue => Digits is not null;

    /// <summary>Gets the whole number with <c>+</c>; empty for <see langword="default"/>.</summary>
    public string E164 => HasValue ? "+" + Digits : "";

    /// <summary>Parses a phone number as people write it.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are ignored.</param>
    /// <exception cref="FormatException">The text is not such a number; the message says why and what to write instead.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out PhoneNumber number, out string? problem) ? number : throw new FormatException(problem);

    /// <summary>Parses a phone number that may be in the national format of a region.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialed within the region: <c>030 12345678</c> in DE.</param>
    /// <param name="region">The region's two letters of ISO 3166-1, such as <c>DE</c>.</param>
    /// <exception cref="FormatException">The text is not such a number; the message says why and what to write instead.</exception>
    public static PhoneNumber Parse(string text, string region) =>
        TryParse(text, region, out PhoneNumber number, out string? problem) ? number : throw new FormatException(problem);

    /// <summary>Parses a phone number as people write it, without throwing.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are ignored.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number) => TryParse(text, out number, out _);

    /// <summary>Parses a phone number as people write it, and returns what is wrong if it is not one.</summary>
    /// <param name="text">Country code first, with or without <c>+</c>; spaces, dashes, dots and brackets are ignored.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    /// <param name="problem">What is wrong and what to write instead, without the number itself; <see langword="null"/> on success.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number, [NotNullWhen(false)] out string? problem) =>
        (problem = Read(text, home: null, out number)) is null;

    /// <summary>Parses a phone number that may be in the national format of a region, without throwing.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialed within the region: <c>030 12345678</c> in DE.</param>
    /// <param name="region">The region's two letters of ISO 3166-1, such as <c>DE</c>.</param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, string region, out PhoneNumber number) =>
        TryParse(text, region, out number, out _);

    /// <summary>Parses a phone number that may be in the national format of a region, and returns what is wrong if it is not one.</summary>
    /// <param name="text">With <c>+</c> and the country code, or as it is dialed within the region: <c>030 12345678</c> in DE.</param>
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
        problem = "The region of a phone number is two letters of ISO 3166-1, such as DE or GB; "
            + "what was given is not such a region, or has no country code.";
        return false;
    }

    /// <summary>
    /// Creates a number from a webhook's <c>wa_id</c>, in the form that WhatsApp itself uses, without checking it further.
    /// </summary>
    /// <param name="waId">7 to 15 digits, with or without <c>+</c>.</param>
    /// <exception cref="FormatException">The text is something else; the message does not contain it.</exception>
    /// <remarks>Meta knows numbers that are in no table yet, and in Mexico and Brazil its form is not the one that people dial.</remarks>
    public static PhoneNumber FromWaId(string waId)
    {
        ArgumentNullException.ThrowIfNull(waId);
        string digits = waId.StartsWith('+') ? waId[1..] : waId;
        return digits.Length is >= MinDigits and <= MaxDigits && !digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? new(digits)
            : throw new FormatException(
                $"A WhatsApp id of a phone number is {MinDigits} to {MaxDigits} digits; this text is something else.");
    }

    /// <summary>
    /// Determines whether both numbers reach the same telephone: they are equal, or differ only by Brazil's ninth digit of mobile lines,
    /// Mexico's old 1, or Argentina's 9 and 15.
    /// </summary>
    /// <param name="other">The other number.</param>
    /// <returns><see langword="false"/> also when one of them is <see langword="default"/>.</returns>
    /// <remarks>
    /// In these countries a webhook may contain another number of the customer than the one that the message was sent to. Send to each
    /// number as it is: which form Meta accepts depends on the line. Source: Meta, business-phone-numbers.
    /// </remarks>
    public bool IsSameLineAs(PhoneNumber other) => HasValue
        && (Digits == other.Digits || LineOf(Digits) == LineOf(other.Digits));

    /// <summary>
    /// Returns the normalized form of a line: equal for numbers for which <see cref="IsSameLineAs"/> returns <see langword="true"/>.
    /// </summary>
    /// <param name="waId">A <c>wa_id</c> or the digits of a number, with or without <c>+</c>. Any other text is a separate line.</param>
    /// <returns>A text for comparing and looking up, not for sending; <see langword="null"/> for a blank text.</returns>
    public static string? LineOf(string? waId) =>
        string.IsNullOrWhiteSpace(waId) ? null : PhoneLine.OneForm(waId.StartsWith('+') ? waId[1..] : waId);

    /// <summary>Masks a phone number, or any text that may contain one, except for its last four characters: <c>***1234</c>.</summary>
    /// <param name="text">A phone number or another address of a person.</param>
    /// <returns>A text for logs: the last four characters of texts of eight or more, fewer of shorter ones.</returns>
    public static string Mask(string? text)
    {
        ReadOnlySpan<char> all = text.AsSpan().Trim();
        return all.IsEmpty ? "" : $"***{all[^Math.Min(4, all.Length / 2)..]}";
    }

    /// <summary>Returns the number with all but its last four digits masked.</summary>
    public override string ToString() => Mask(Digits);

    static PhoneNumber IParsable<PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PhoneNumber>.TryParse(string? s, IFormatProvider? provider, out PhoneNumber result) => TryParse(s, out result);
}
