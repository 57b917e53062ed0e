namespace WhatsCommerce.Storefronts;

/// <summary>Represents a collection of products that can be sent: a product set of the catalog, or a category.</summary>
public sealed record CatalogCollection
{
    /// <summary>Gets the id.</summary>
    public required CollectionId Id { get; init; }

    /// <summary>Gets the display name: the name of the set, or the category.</summary>
    public required string Name { get; init; }

    /// <summary>Gets a value indicating whether the collection is a category and not a product set.</summary>
    public bool IsCategory { get; init; }

    /// <summary>Gets the number of its products, including those that are not offered.</summary>
    public int Count { get; init; }
}
