namespace WhatsCommerce.Validation;

/// <summary>Checks phone numbers that are sent exactly as given, so that they must be correct.</summary>
internal static class PhoneText
{
    /// <summary>The advice for a number with a trunk digit, see <see cref="HoldsTrunkDigit"/>.</summary>
    public const string TrunkDigit =
        "The number holds a digit that is dialled within its country only, such as the 0 of +44 (0)20 7946 0958; leave it out.";

    /// <summary>Returns whether a number with its country code contains a trunk digit, which is dialed only within the country.</summary>
    /// <param name="text">The number, with or without <c>+</c>; false for a text that is not a number.</param>
    public static bool HoldsTrunkDigit(string? text) => text is not null
        && PhoneNumber.TryParse(text.StartsWith('+') ? text : "+" + text, out PhoneNumber number)
        && number.Digits?.Length != text.Count(char.IsAsciiDigit);
}
