namespace WhatsCommerce.Catalogs;

/// <summary>Represents the progress of an upload, from which it can resume.</summary>
public sealed record UploadCheckpoint
{
    /// <summary>The catalog of the upload.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The number of completed changes, from the beginning of the source.</summary>
    public long Position { get; init; }

    /// <summary>A hash of those changes: with a different source, the upload starts again.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The number of those changes that Meta accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Those of the changes that were rejected.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init => field = value ?? []; } = [];
}
