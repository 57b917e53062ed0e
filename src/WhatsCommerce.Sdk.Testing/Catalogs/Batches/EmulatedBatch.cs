namespace WhatsCommerce.Testing;

/// <summary>A batch of changes that a catalog has taken on.</summary>
public sealed record EmulatedBatch
{
    /// <summary>The handle by which its end is asked for.</summary>
    public required string Handle { get; init; }

    /// <summary>The catalog that it changes.</summary>
    public required CatalogId CatalogId { get; init; }

    /// <summary>How many items it was taken on with; those that were refused at once are not among them.</summary>
    public required int ItemCount { get; init; }

    /// <summary>How many of them failed so far.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>How far it has come, in Meta's words: started, finished, canceled, error.</summary>
    public required string Status { get; init; }
}
