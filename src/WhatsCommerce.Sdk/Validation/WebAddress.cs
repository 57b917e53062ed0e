namespace WhatsCommerce.Validation;

/// <summary>
/// An address that a customer's phone or Meta can open: absolute, of a scheme that it knows, and fit to go over the wire as it was given.
/// </summary>
internal static class WebAddress
{
    public const string Http = "http";
    public const string Https = "https";

    /// <summary>Reads an http or https address.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        TryParse(text, out address, Http, Https);

    /// <summary>Reads an address of one of some schemes.</summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address, params ReadOnlySpan<string> schemes) =>
        // Uri passes over blanks around an address and half characters in it, but the text goes over the wire as it was given.
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && schemes.Contains(address.Scheme)
        && text.AsSpan().Trim().Length == text!.Length
        && Scalars.AreWhole(text);

    /// <summary>Whether an address has blanks or control characters within, which not every reader takes.</summary>
    public static bool HasBlanks(string address) => address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
