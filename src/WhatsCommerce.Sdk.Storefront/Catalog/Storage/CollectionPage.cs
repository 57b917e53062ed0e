namespace WhatsCommerce.Storefronts;

/// <summary>A part of a product set that a step writes.</summary>
public sealed record CollectionPage
{
    /// <summary>Gets the product set; its <see cref="CatalogCollection.Count"/> is written as it is.</summary>
    public required CatalogCollection Collection { get; init; }

    /// <summary>Gets the place of the first product of the page in the set, from 0.</summary>
    public int First { get; init; }

    /// <summary>Gets the products, in the set's order, at most 500. They take the places from <see cref="First"/> on.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }

    /// <summary>Gets a value indicating whether the set ends here: what is stored at later places is removed.</summary>
    public bool IsLast { get; init; }
}
