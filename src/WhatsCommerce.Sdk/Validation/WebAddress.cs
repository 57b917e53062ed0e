namespace WhatsCommerce.Validation;

/// <summary>
/// Checks URLs that a customer's phone or Meta can open: absolute, with a supported scheme, and valid without normalization.
/// </summary>
internal static class WebAddress
{
    public const string Http = "http";
    public const string Https = "https";

    /// <summary>Parses an http or https URL.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        TryParse(text, out address, Http, Https);

    /// <summary>Parses a URL with one of some schemes.</summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address, params ReadOnlySpan<string> schemes) =>
        // Uri ignores surrounding spaces and lone surrogates, but the text is sent exactly as given.
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && schemes.Contains(address.Scheme)
        && text.AsSpan().Trim().Length == text!.Length
        && Scalars.AreWhole(text);

    /// <summary>Returns whether a URL contains spaces or control characters, which not every reader accepts.</summary>
    public static bool HasBlanks(string address) => address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
