namespace WhatsCommerce.Storefronts;

/// <summary>Represents the progress of a catalog import, which is stored together with each page.</summary>
public sealed record CatalogImport
{
    /// <summary>Gets the id of the shop, which has one import at a time.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the catalog.</summary>
    public required CatalogId CatalogId { get; init; }

    /// <summary>Gets the state.</summary>
    public CatalogImportState State { get; init; }

    /// <summary>Gets the cursor of the next page; <see langword="null"/> before the first page and after the last.</summary>
    public string? Cursor { get; init; }

    /// <summary>Gets the number of product pages that were stored.</summary>
    public int Pages { get; init; }

    /// <summary>Gets the number of products that were stored.</summary>
    public int Products { get; init; }

    /// <summary>Gets the number of products that Meta reports for the catalog; <see langword="null"/> if it does not.</summary>
    public int? Total { get; init; }

    /// <summary>Gets the number of entries that could not be read or have no retailer id.</summary>
    public int Unreadable { get; init; }

    /// <summary>Gets the number of products that are no longer in the catalog.</summary>
    public int Gone { get; init; }

    /// <summary>Gets when the import began. Products that were not read since then are not in the catalog.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when the last page was stored.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets when an import of this catalog was last completed; <see langword="null"/> if none was.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each step; 0 before it is stored.</summary>
    public long Version { get; init; }
}
