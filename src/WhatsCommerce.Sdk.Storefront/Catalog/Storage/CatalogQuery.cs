namespace WhatsCommerce.Storefronts;

/// <summary>The filter of a product list. All conditions that are set must be true.</summary>
public sealed record CatalogQuery
{
    /// <summary>The maximum number of products that one query returns.</summary>
    public static int MaxLimit => 500;

    /// <summary>Gets the group whose variants are listed; the product that is their parent is none of them.</summary>
    public RetailerId GroupId { get; init; }

    /// <summary>Gets the product set or category whose products are listed.</summary>
    public CollectionId CollectionId { get; init; }

    /// <summary>Gets a value indicating whether only products are listed that have no <see cref="CatalogProduct.OwnId"/>.</summary>
    public bool OnlyUnmapped { get; init; }

    /// <summary>Gets a time: only products are listed that were read before it; <see langword="null"/> for any.</summary>
    public DateTimeOffset? ReadBefore { get; init; }

    /// <summary>Gets a value indicating whether products are listed too that the catalog no longer has.</summary>
    public bool IncludeGone { get; init; }

    /// <summary>
    /// Gets the product behind which the list goes on: the last one of the page before; absent to begin. Of a product set, use
    /// <see cref="Skip"/>.
    /// </summary>
    public RetailerId After { get; init; }

    /// <summary>Gets the number of products to skip; from 0.</summary>
    public int Skip { get; init; }

    /// <summary>Gets the maximum number of products to return; 100 unless set, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 100;
}
