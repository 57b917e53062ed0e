namespace WhatsCommerce.Validation;

/// <summary>A phone number that goes over the wire as it was given, so that nothing in it may be in need of mending.</summary>
internal static class PhoneText
{
    /// <summary>What to say of a number that <see cref="HoldsTrunkDigit"/>.</summary>
    public const string TrunkDigit =
        "The number holds a digit that is dialled within its country only, such as the 0 of +44 (0)20 7946 0958; leave it out.";

    /// <summary>Whether a number with its country code holds a digit that is dialled within the country only.</summary>
    /// <param name="text">The number, with or without <c>+</c>; what is no number at all does not.</param>
    public static bool HoldsTrunkDigit(string? text) => text is not null
        && PhoneNumber.TryParse(text.StartsWith('+') ? text : "+" + text, out PhoneNumber number)
        && number.Digits?.Length != text.Count(char.IsAsciiDigit);
}
