using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>An address that a customer's phone or Meta can open: absolute, http or https.</summary>
internal static class WebAddress
{
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        // Uri passes over blanks around an address and half characters in it, but the text goes over the wire as it was given.
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && address.Scheme is "http" or "https"
        && text.AsSpan().Trim().Length == text!.Length
        && Violations.IsWellFormed(text);
}
