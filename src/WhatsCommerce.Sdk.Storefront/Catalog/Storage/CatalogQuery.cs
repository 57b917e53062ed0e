namespace WhatsCommerce.Storefronts;

/// <summary>Represents a filter for listing products. All conditions that are set must be met.</summary>
public sealed record CatalogQuery
{
    /// <summary>The maximum number of products that one query returns.</summary>
    public static int MaxLimit => 500;

    /// <summary>Gets the id of the group whose variants are listed, without their parent.</summary>
    public RetailerId GroupId { get; init; }

    /// <summary>Gets the id of the product set or category whose products are listed.</summary>
    public CollectionId CollectionId { get; init; }

    /// <summary>Gets a value indicating whether only products without an <see cref="CatalogProduct.OwnId"/> are listed.</summary>
    public bool OnlyUnmapped { get; init; }

    /// <summary>Gets the time before which the listed products were last read; <see langword="null"/> for any.</summary>
    public DateTimeOffset? ReadBefore { get; init; }

    /// <summary>Gets a value indicating whether products that were removed from the catalog are listed too.</summary>
    public bool IncludeGone { get; init; }

    /// <summary>
    /// Gets the last product of the previous page, after which the list continues; absent for the first page. For a product set, use
    /// <see cref="Skip"/> instead.
    /// </summary>
    public RetailerId After { get; init; }

    /// <summary>Gets the number of products to skip; 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>Gets the maximum number of products to return; 100 unless set, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 100;
}
