namespace WhatsCommerce.Catalogs;

/// <summary>Represents a batch of which it is unknown whether its items are in the catalog. The items may be sent again.</summary>
public sealed record UnconfirmedBatch
{
    /// <summary>The handle for <see cref="ProductsClient.FindBatchAsync"/>; <see langword="null"/> when Meta returned none.</summary>
    public string? Handle { get; init; }

    /// <summary>Why the outcome is unknown.</summary>
    public required string Reason { get; init; }

    /// <summary>The items.</summary>
    public required IReadOnlyList<RetailerId> Items { get; init; }
}
