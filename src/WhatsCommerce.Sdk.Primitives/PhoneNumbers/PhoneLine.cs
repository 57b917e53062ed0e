namespace WhatsCommerce;

/// <summary>
/// Normalizes phone numbers of countries in which one line has several numbers, because WhatsApp, Meta and people write an old and a new
/// form.
/// </summary>
/// <remarks>
/// Sources: Meta, business-phone-numbers ("Mexico and Brazil": the number in a webhook may differ from the number that the message was sent
/// to); ANATEL, ninth digit of mobile lines, 2012 to 2016; IFT, one way to dial since August 2019; ENACOM and ITU-T E.129 for Argentina.
/// </remarks>
internal static class PhoneLine
{
    /// <summary>
    /// Returns one form for all numbers of a line. Numbers of other countries, and text that is not a number, are returned unchanged.
    /// </summary>
    /// <param name="digits">The digits with the country code and without <c>+</c>.</param>
    public static string OneForm(string digits) => digits switch
    {
        ['5', '5', ..] => Brazil(digits),
        ['5', '2', ..] => Mexico(digits),
        ['5', '4', ..] => Argentina(digits),
        _ => digits,
    };

    // Mobile numbers had eight digits after the area code, the first 6 to 9, and got a 9 before them. Fixed-line numbers did not.
    private static string Brazil(string digits) =>
        digits is ['5', '5', _, _, >= '6' and <= '9', _, _, _, _, _, _, _] ? digits.Insert(4, "9") : digits;

    // A 1 was dialed before mobile numbers from abroad; numbers of ten digits never start with it.
    private static string Mexico(string digits) => digits is ['5', '2', '1', ..] && digits.Length == 13 ? digits.Remove(2, 1) : digits;

    /// <summary>
    /// From abroad a 9 is dialed before the area code of a mobile number; within the country, and in the form that Meta requires, 15 after
    /// it.
    /// </summary>
    private static string Argentina(string digits) => digits.Length switch
    {
        13 when digits[2] == '9' => digits.Remove(2, 1),
        14 when FifteenOf(digits) is > 0 and var index => digits.Remove(index, 2),
        _ => digits,
    };

    /// <summary>Converts an Argentine number with 15 to international format; any other is returned unchanged.</summary>
    public static string WithoutFifteen(string digits) =>
        digits is ['5', '4', ..] && digits.Length == 14 && FifteenOf(digits) > 0 ? OneForm(digits).Insert(2, "9") : digits;

    // Area codes have two digits (11, Buenos Aires), three or four, and the number the rest of ten; so only one position is possible.
    private static int FifteenOf(string digits) => digits.AsSpan(2) switch
    {
        ['1', '1', '1', '5', ..] => 4,
        ['2' or '3', _, _, '1', '5', ..] => 5,
        ['2' or '3', _, _, _, '1', '5', ..] => 6,
        _ => 0,
    };
}
