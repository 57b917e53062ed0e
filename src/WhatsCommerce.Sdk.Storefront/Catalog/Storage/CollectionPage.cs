namespace WhatsCommerce.Storefronts;

/// <summary>Represents a part of a product set that a step writes.</summary>
public sealed record CollectionPage
{
    /// <summary>Gets the product set; its <see cref="CatalogCollection.Count"/> is written unchanged.</summary>
    public required CatalogCollection Collection { get; init; }

    /// <summary>Gets the position of the page's first product in the set, from 0.</summary>
    public int First { get; init; }

    /// <summary>Gets the products in the set's order, at most 500. Their positions begin at <see cref="First"/>.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }

    /// <summary>Gets a value indicating whether the set ends here: products at later positions are deleted.</summary>
    public bool IsLast { get; init; }
}
