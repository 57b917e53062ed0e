namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a catalog import.</summary>
public sealed record CatalogImportResult
{
    /// <summary>
    /// Gets a value indicating whether the import is complete; <see langword="false"/> if another instance of the app continues it.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets a value indicating whether the call resumed an interrupted import.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Gets the import.</summary>
    public required CatalogImport Import { get; init; }
}
