namespace WhatsCommerce.Testing;

/// <summary>A product page as a customer's device has just fetched it.</summary>
public sealed record OpenedProduct
{
    /// <summary>The product as it is now.</summary>
    public required EmulatedCatalogItem Item { get; init; }

    /// <summary>The variants of its group that the shop shows, itself among them; none when it has no group.</summary>
    public required IReadOnlyList<EmulatedCatalogItem> Variants { get; init; }

    /// <summary>
    /// What has changed since this device saw it last, a sentence each: price, title, description, picture, availability.
    /// </summary>
    public required IReadOnlyList<string> Changes { get; init; }
}
