namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when the URL of a file is not Meta's, or its server redirects to another host. Nothing was sent there, so
/// the access token was not exposed.
/// </summary>
public sealed class UntrustedAddressException : WhatsCommerceException
{
    internal UntrustedAddressException(string message, string? host)
        : base(message) => Host = host;

    /// <summary>Gets the host that was not called; <see langword="null"/> when the URL has none.</summary>
    public string? Host { get; }
}
