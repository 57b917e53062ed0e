namespace WhatsCommerce.Storefronts;

/// <summary>What an import came to.</summary>
public sealed record CatalogImportResult
{
    /// <summary>
    /// Gets a value indicating whether it is complete; <see langword="false"/> when another instance of the app is at it, and goes on.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets a value indicating whether it went on with one that had been interrupted.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Gets the import.</summary>
    public required CatalogImport Import { get; init; }
}
