namespace WhatsCommerce.Catalogs;

/// <summary>Options of synchronizing a catalog with a source.</summary>
public sealed record InventorySyncOptions
{
    /// <summary>
    /// Whether items that the source does not have are deleted; <see langword="false"/> by default. Limited by
    /// <see cref="AllowEmptySource"/> and <see cref="MaxDeletedShare"/>, since a source that silently ended early would otherwise empty the
    /// shop.
    /// </summary>
    public bool DeleteMissing { get; init; }

    /// <summary>Whether a source without any item may delete the whole catalog; <see langword="false"/> by default.</summary>
    public bool AllowEmptySource { get; init; }

    /// <summary>The largest share of the catalog that may be deleted, from 0 to 1; 0.2 by default. At 1 there is no limit.</summary>
    public double MaxDeletedShare { get; init; } = 0.2;

    /// <summary>
    /// Fields to ignore, such as <see cref="CatalogItemFields.ImageLink"/> where Meta returns another value than was written. An item that
    /// differs in other fields is written completely nevertheless.
    /// </summary>
    public CatalogItemFields Ignore { get; init; }

    /// <summary>
    /// The fields that are cleared in the catalog where an item of the source does not set them. <see cref="CatalogItemFields.Sale"/> by
    /// default, so that a sale that is no longer in the source ends; a sale belongs to the price, and stays if the item does not set the
    /// price either. For a source with complete items, use <see cref="CatalogItemFields.Optional"/> |
    /// <see cref="CatalogItemFields.OtherFields"/>; mandatory fields are never cleared. With <see cref="CatalogItemFields.None"/>, only the
    /// fields in <see cref="CatalogItem.Clear"/> are.
    /// </summary>
    public CatalogItemFields ClearMissing { get; init; } = CatalogItemFields.Sale;

    /// <summary>The number of products per request; 100 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// How the differences are written, and the catalog. A checkpoint is not supported: an interrupted sync resumes automatically, since
    /// what it has written is no longer a difference.
    /// </summary>
    public InventoryOptions Upload { get; init; } = new();

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal static void Check(InventorySyncOptions options)
    {
        string? problem =
            options.Upload is null ? $"{nameof(Upload)} must not be null."
            : options.Upload.Checkpoint is not null ? $"{nameof(Upload)}.{nameof(InventoryOptions.Checkpoint)} must not be set: a sync "
                + "that was interrupted is run again, and writes only what is left."
            : options.MaxDeletedShare is not (>= 0
                and <= 1) ? $"{nameof(MaxDeletedShare)} must be from 0 to 1, such as 0.2 for a fifth of the catalog."
            : options.PageSize < 1 ? $"{nameof(PageSize)} must be 1 or more."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }
}
