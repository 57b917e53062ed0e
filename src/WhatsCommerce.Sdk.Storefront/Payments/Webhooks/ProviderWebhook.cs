namespace WhatsCommerce.Storefronts;

/// <summary>Represents a webhook of a provider, as received.</summary>
public sealed class ProviderWebhook
{
    private readonly Func<string, string?> _header;

    /// <summary>Initializes a new instance of the <see cref="ProviderWebhook"/> class.</summary>
    /// <param name="body">The raw bytes as received. Signatures cover these bytes, so do not parse and serialize them again.</param>
    /// <param name="header">Returns the value of a header by its case-insensitive name; <see langword="null"/> when it is absent.</param>
    public ProviderWebhook(ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        Body = body;
        _header = header;
    }

    /// <summary>Gets the raw bytes as received, which signatures cover.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Returns the value of a header.</summary>
    /// <param name="name">The case-insensitive name of the header.</param>
    /// <returns>The value; <see langword="null"/> when it is absent.</returns>
    public string? GetHeader(string name) => _header(name);
}
