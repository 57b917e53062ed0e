namespace WhatsCommerce.Storefronts;

/// <summary>A webhook of a provider, as received.</summary>
/// <param name="Body">The raw bytes: signatures are made over them, so nothing may have read and written them again.</param>
/// <param name="Header">Gives the value of a header by its name, whatever the case; <see langword="null"/> when it is absent.</param>
public sealed record ProviderWebhook(ReadOnlyMemory<byte> Body, Func<string, string?> Header);
