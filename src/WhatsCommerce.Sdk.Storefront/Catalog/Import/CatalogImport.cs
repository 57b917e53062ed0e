namespace WhatsCommerce.Storefronts;

/// <summary>An import of the catalog, as it is stored with each of its pages.</summary>
public sealed record CatalogImport
{
    /// <summary>Gets the shop. It has one import at a time.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the catalog that is read.</summary>
    public required CatalogId CatalogId { get; init; }

    /// <summary>Gets the state.</summary>
    public CatalogImportState State { get; init; }

    /// <summary>Gets the cursor of the next page; <see langword="null"/> before the first page and after the last.</summary>
    public string? Cursor { get; init; }

    /// <summary>Gets how many pages of products were stored.</summary>
    public int Pages { get; init; }

    /// <summary>Gets how many products were stored.</summary>
    public int Products { get; init; }

    /// <summary>Gets the number of products that Meta reports for the catalog; <see langword="null"/> if it does not.</summary>
    public int? Total { get; init; }

    /// <summary>Gets how many entries could not be read or have no retailer id.</summary>
    public int Unreadable { get; init; }

    /// <summary>Gets the number of products that are no longer in the catalog.</summary>
    public int Gone { get; init; }

    /// <summary>Gets when it began. Products that were not read since are not in the catalog.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when the last page was stored.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets when an import of this catalog was complete last; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Gets the version of the row, which each step raises by one; 0 before it is stored.</summary>
    public long Version { get; init; }
}
