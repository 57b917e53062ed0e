namespace WhatsCommerce.Catalogs;

/// <summary>The result of a sync: the differences, and the outcome of writing them.</summary>
public sealed record InventorySyncResult
{
    /// <summary>The number of items read from the source.</summary>
    public long Read { get; init; }

    /// <summary>The number of items that were missing in the catalog and were written.</summary>
    public long Added { get; init; }

    /// <summary>The number of items that were different in the catalog and were written.</summary>
    public long Changed { get; init; }

    /// <summary>The number of items that were equal, and not written.</summary>
    public long Unchanged { get; init; }

    /// <summary>The number of items in the catalog that the source does not have.</summary>
    public long Missing { get; init; }

    /// <summary>The number of <see cref="Missing"/> items that were deleted: all, or none.</summary>
    public long Deleted { get; init; }

    /// <summary>
    /// The retailer ids that occurred more than once in the source, once for each repetition; only the first occurrence is used.
    /// </summary>
    public IReadOnlyList<RetailerId> Duplicates { get; init; } = [];

    /// <summary>
    /// The fields in which the items of <see cref="Changed"/> differed, and the number of items for each. A field that Meta rewrites
    /// appears here at every sync.
    /// </summary>
    public IReadOnlyDictionary<CatalogItemFields, long> Differences { get; init; } = new Dictionary<CatalogItemFields, long>();

    /// <summary>
    /// The wire names of fields that could not be compared, and the number of items of the source that set them: other fields that Meta
    /// does not return as they were written, and a category that is a number in one place and a path in the other. By themselves, they do
    /// not count as a difference.
    /// </summary>
    public IReadOnlyDictionary<string, long> NotCompared { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// Products of the catalog with a shape that Meta does not document, the first 1,000. Their readable fields were compared; an
    /// unreadable field counts as different.
    /// </summary>
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    /// <summary>The total number of such products.</summary>
    public long MalformedCount { get; init; }

    /// <summary>
    /// The results of writing the differences. <see cref="Added"/>, <see cref="Changed"/> and <see cref="Deleted"/> count what was sent;
    /// rejected items are listed here. Its positions count the differences, not the items of the source.
    /// </summary>
    public InventoryReport Report { get; init; } = new();

    /// <summary>Whether the catalog is now equal to the source.</summary>
    public bool IsComplete => Report.IsComplete && Duplicates.Count == 0;

    /// <summary>The counts.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Added} added, {Changed} changed, {Deleted} deleted, {Unchanged} unchanged, {Report.Rejected.Count} rejected");
}
