namespace WhatsCommerce.Testing;

/// <summary>A product page that a customer's device has just fetched.</summary>
public sealed record OpenedProduct
{
    /// <summary>The current product.</summary>
    public required EmulatedCatalogItem Item { get; init; }

    /// <summary>The visible variants of its group, including itself; empty when it has no group.</summary>
    public required IReadOnlyList<EmulatedCatalogItem> Variants { get; init; }

    /// <summary>
    /// The changes since this device last opened it, one sentence each: price, title, description, picture, availability.
    /// </summary>
    public required IReadOnlyList<string> Changes { get; init; }
}
