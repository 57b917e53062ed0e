namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product that exists only in the catalog, or only in the shop according to its <see cref="ISkuMap"/>.</summary>
public sealed record UnmatchedProduct
{
    /// <summary>Gets the retailer id of the item.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the shop's own id; <see langword="null"/> when only the catalog has the item.</summary>
    public string? OwnId { get; init; }

    /// <summary>Gets the name; <see langword="null"/> when the item is missing in the catalog.</summary>
    public string? Name { get; init; }

    /// <summary>Gets a value indicating whether the item is in the catalog.</summary>
    public bool IsInCatalog => OwnId is null;
}
