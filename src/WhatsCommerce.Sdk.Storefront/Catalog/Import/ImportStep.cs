namespace WhatsCommerce.Storefronts;

/// <summary>A step of an import that was stored.</summary>
/// <param name="Import">The import after it.</param>
/// <param name="Changes">The differences from the previous import; empty during the first one.</param>
internal sealed record ImportStep(CatalogImport Import, IReadOnlyList<CatalogProductChange> Changes)
{
    /// <summary>Whether another instance took the import over: the step was not stored, and this run ends.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the run resumed an interrupted import.</summary>
    public bool IsResumed { get; init; }
}
