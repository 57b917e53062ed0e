namespace WhatsCommerce.Catalogs;

/// <summary>A batch of which it is not known whether its items are in the catalog. They may be sent again.</summary>
public sealed record UnconfirmedBatch
{
    /// <summary>What to ask Meta by, with <see cref="ProductsClient.FindBatchAsync"/>; <see langword="null"/> when it gave none.</summary>
    public string? Handle { get; init; }

    /// <summary>Why it is not known.</summary>
    public required string Reason { get; init; }

    /// <summary>The items.</summary>
    public required IReadOnlyList<RetailerId> Items { get; init; }
}
