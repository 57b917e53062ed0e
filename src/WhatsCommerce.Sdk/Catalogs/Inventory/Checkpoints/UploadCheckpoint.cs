namespace WhatsCommerce.Catalogs;

/// <summary>How far an upload came.</summary>
public sealed record UploadCheckpoint
{
    /// <summary>The catalog that it went into.</summary>
    public string? CatalogId { get; init; }

    /// <summary>How many changes from the beginning of the source are settled.</summary>
    public long Position { get; init; }

    /// <summary>A hash of those changes: a source that gives others begins again.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How many of them Meta took.</summary>
    public long Accepted { get; init; }

    /// <summary>Those of them that were refused.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init => field = value ?? []; } = [];
}
