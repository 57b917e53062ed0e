namespace WhatsCommerce;

/// <summary>
/// The address of a file is not Meta's, or its server redirects to another one. Nothing was sent there, so that the access
/// token did not leave.
/// </summary>
public sealed class UntrustedAddressException : WhatsCommerceException
{
    internal UntrustedAddressException(string message, string? host)
        : base(message) => Host = host;

    /// <summary>The host that was not called; <see langword="null"/> when the address has none.</summary>
    public string? Host { get; }
}
