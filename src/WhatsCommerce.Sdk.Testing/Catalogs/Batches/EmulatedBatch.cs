namespace WhatsCommerce.Testing;

/// <summary>A batch of changes that a catalog has accepted.</summary>
public sealed record EmulatedBatch
{
    /// <summary>The handle for polling the status of the batch.</summary>
    public required string Handle { get; init; }

    /// <summary>The id of the catalog that it changes.</summary>
    public required CatalogId CatalogId { get; init; }

    /// <summary>The number of accepted items, without those that were rejected immediately.</summary>
    public required int ItemCount { get; init; }

    /// <summary>The number of items that have failed so far.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Meta's status: started, finished, canceled, error.</summary>
    public required string Status { get; init; }
}
