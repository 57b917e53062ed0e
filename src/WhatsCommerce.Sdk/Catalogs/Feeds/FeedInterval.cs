namespace WhatsCommerce.Catalogs;

/// <summary>Represents how often a feed is fetched.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductCatalog <c>product_feeds</c>,
/// <c>schedule.interval</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct FeedInterval
{
    /// <summary>Each hour.</summary>
    [Word("HOURLY")]
    public static partial FeedInterval Hourly { get; }

    /// <summary>Each day.</summary>
    [Word("DAILY")]
    public static partial FeedInterval Daily { get; }

    /// <summary>Each week.</summary>
    [Word("WEEKLY")]
    public static partial FeedInterval Weekly { get; }

    /// <summary>Each month.</summary>
    [Word("MONTHLY")]
    public static partial FeedInterval Monthly { get; }
}
