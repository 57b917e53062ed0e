namespace WhatsCommerce.Testing;

/// <summary>An upload of a feed: a batch of its rows, and what was wrong with rows by themselves.</summary>
internal sealed record FeedUpload(long Number, FeedEntry Feed, string? Address, DateTimeOffset Start)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Why nothing of it was read; <see langword="null"/> when it was.</summary>
    public string? Failure { get; init; }

    public CatalogBatch? Batch { get; init; }
    public int Detected { get; init; }
    public int Deleted { get; init; }
    public IReadOnlyList<ItemProblem> BadRows { get; init; } = [];

    public IReadOnlyList<ItemProblem> Errors => Failure is { } failure ? [new(0, "", failure)] : [.. BadRows, .. Batch?.Errors ?? []];

    public bool HasEnded(DateTimeOffset now) => Batch is null ? Failure is not null || now >= Start : Batch.Status != "started";
}
