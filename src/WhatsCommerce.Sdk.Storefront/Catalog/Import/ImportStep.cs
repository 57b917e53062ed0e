namespace WhatsCommerce.Storefronts;

/// <summary>A step of an import that was stored.</summary>
/// <param name="Import">The import after it.</param>
/// <param name="Changes">What differs from the import before; empty during the first one.</param>
internal sealed record ImportStep(CatalogImport Import, IReadOnlyList<CatalogProductChange> Changes)
{
    /// <summary>Whether another instance has the import: the step was not stored, and this run ends.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the run goes on with one that had been interrupted.</summary>
    public bool IsResumed { get; init; }
}
