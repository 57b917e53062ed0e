namespace WhatsCommerce.Testing;

/// <summary>A feed of a catalog.</summary>
internal sealed record FeedEntry(long Number, EmulatedCatalog Catalog, string Name)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>When it is fetched and from where: a JSON object in UTF-8, if it was given.</summary>
    public byte[]? Schedule { get; init; }

    public bool MayDelete { get; init; }

    /// <summary>The retailer ids that its last upload held: what a later one lacks is deleted.</summary>
    public HashSet<string> RetailerIds { get; } = new(StringComparer.Ordinal);
}

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

/// <summary>A set of a catalog's items: those for which its filter holds.</summary>
internal sealed record ProductSetEntry(long Number, EmulatedCatalog Catalog, string Name, string? Filter, string? RetailerId)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
