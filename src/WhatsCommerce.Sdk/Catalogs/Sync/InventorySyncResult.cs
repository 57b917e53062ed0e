namespace WhatsCommerce.Catalogs;

/// <summary>The result of a sync: the differences, and the outcome of writing them.</summary>
public sealed record InventorySyncResult
{
    /// <summary>Items read from the source.</summary>
    public long Read { get; init; }

    /// <summary>Items that the catalog did not have, and that were written.</summary>
    public long Added { get; init; }

    /// <summary>Items that the catalog had otherwise, and that were written.</summary>
    public long Changed { get; init; }

    /// <summary>Items that were the same, and not written.</summary>
    public long Unchanged { get; init; }

    /// <summary>Items of the catalog that the source does not have.</summary>
    public long Missing { get; init; }

    /// <summary>How many of <see cref="Missing"/> were deleted: all, or none.</summary>
    public long Deleted { get; init; }

    /// <summary>Retailer ids that the source has more than once, at each further time; the first one counted.</summary>
    public IReadOnlyList<RetailerId> Duplicates { get; init; } = [];

    /// <summary>
    /// In which fields the items of <see cref="Changed"/> differed, and how many in each. One that Meta rewrites shows here, at every sync.
    /// </summary>
    public IReadOnlyDictionary<CatalogItemFields, long> Differences { get; init; } = new Dictionary<CatalogItemFields, long>();

    /// <summary>
    /// Fields that items of the source set and that could not be compared, by their names on the wire, and in how many items: other fields
    /// that Meta does not give back as they were written, and a category that is a number in one place and a path in the other. They make
    /// no difference by themselves.
    /// </summary>
    public IReadOnlyDictionary<string, long> NotCompared { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// Products of the catalog that Meta gave in another shape than it documents, the first 1,000. What could be read of them was compared;
    /// a field that could not be read counts as different.
    /// </summary>
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    /// <summary>How many products those were in all.</summary>
    public long MalformedCount { get; init; }

    /// <summary>
    /// What became of the differences. <see cref="Added"/>, <see cref="Changed"/> and <see cref="Deleted"/> count what was written; what of
    /// it was refused is here. A position in it is one among the differences, not in the source.
    /// </summary>
    public InventoryReport Report { get; init; } = new();

    /// <summary>Whether the catalog now has what the source has.</summary>
    public bool IsComplete => Report.IsComplete && Duplicates.Count == 0;

    /// <summary>The counts.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Added} added, {Changed} changed, {Deleted} deleted, {Unchanged} unchanged, {Report.Rejected.Count} rejected");
}
