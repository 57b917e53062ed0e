namespace WhatsCommerce.Storefronts;

/// <summary>A webhook of a provider, as received.</summary>
public sealed class ProviderWebhook
{
    private readonly Func<string, string?> _header;

    /// <summary>Initializes a new instance of the <see cref="ProviderWebhook"/> class.</summary>
    /// <param name="body">The raw bytes: signatures are made over them, so nothing may have read and written them again.</param>
    /// <param name="header">Gives the value of a header by its name, whatever the case; <see langword="null"/> when it is absent.</param>
    public ProviderWebhook(ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        Body = body;
        _header = header;
    }

    /// <summary>Gets the raw bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the value of a header.</summary>
    /// <param name="name">Its name, whatever the case.</param>
    /// <returns>The value; <see langword="null"/> when it is absent.</returns>
    public string? GetHeader(string name) => _header(name);
}
