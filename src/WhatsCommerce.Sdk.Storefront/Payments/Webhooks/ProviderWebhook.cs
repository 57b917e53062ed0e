namespace WhatsCommerce.Storefronts;

/// <summary>Represents a webhook of a provider, as received.</summary>
/// <param name="Body">The raw bytes as received. Signatures cover these bytes, so do not parse and serialize them again.</param>
/// <param name="Header">Returns the value of a header by its case-insensitive name; <see langword="null"/> when it is absent.</param>
public sealed record ProviderWebhook(ReadOnlyMemory<byte> Body, Func<string, string?> Header);
