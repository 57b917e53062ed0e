namespace WhatsCommerce.Catalogs;

/// <summary>How a catalog is made equal to a source.</summary>
public sealed record InventorySyncOptions
{
    /// <summary>
    /// Whether items that the source does not have are deleted. They stay unless this is set. Guarded by <see cref="AllowEmptySource"/> and
    /// <see cref="MaxDeletedShare"/>: a source that broke off without saying so would empty the shop.
    /// </summary>
    public bool DeleteMissing { get; init; }

    /// <summary>Whether a source without a single item may delete the whole catalog. It may not unless this is set.</summary>
    public bool AllowEmptySource { get; init; }

    /// <summary>
    /// The largest part of the catalog that may be deleted, from 0 to 1; 0.2, a fifth, unless set. At 1 there is no limit.
    /// </summary>
    public double MaxDeletedShare { get; init; } = 0.2;

    /// <summary>
    /// Fields that make no difference, such as <see cref="CatalogItemFields.ImageLink"/> where what is read back is not what was written.
    /// An item that differs in others is written whole all the same.
    /// </summary>
    public CatalogItemFields Ignore { get; init; }

    /// <summary>
    /// The fields of which the source is the truth also where it says nothing: what the catalog has there is emptied.
    /// <see cref="CatalogItemFields.Sale"/> unless set, so that a sale that has ended ends; a sale belongs to the price, and stays where an
    /// item of the source says no price either. For a source that knows everything,
    /// <see cref="CatalogItemFields.Optional"/> | <see cref="CatalogItemFields.OtherFields"/>; fields that no item can be without are never
    /// emptied. With <see cref="CatalogItemFields.None"/> only what <see cref="CatalogItem.Clear"/> names is.
    /// </summary>
    public CatalogItemFields ClearMissing { get; init; } = CatalogItemFields.Sale;

    /// <summary>How many products to read at once; 100 unless set.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// How the differences are written, and the catalog. It can hold no checkpoint: what an interrupted sync has written is no difference
    /// to the next one, which then resumes automatically.
    /// </summary>
    public InventoryOptions Upload { get; init; } = new();

    /// <exception cref="ArgumentException">A member is out of its limits.</exception>
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
