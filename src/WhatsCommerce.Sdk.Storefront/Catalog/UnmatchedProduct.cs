namespace WhatsCommerce.Storefronts;

/// <summary>An unmatched product: only the catalog has it, or only the shop by its <see cref="ISkuMap"/>.</summary>
public sealed record UnmatchedProduct
{
    /// <summary>Gets the item: the one that the catalog has, or the one that it lacks.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the shop's own id; <see langword="null"/> when the catalog has the item and the shop does not know it.</summary>
    public string? OwnId { get; init; }

    /// <summary>Gets the name; <see langword="null"/> when the catalog lacks the item.</summary>
    public string? Name { get; init; }

    /// <summary>Gets a value indicating whether the catalog has it.</summary>
    public bool IsInCatalog => OwnId is null;
}
