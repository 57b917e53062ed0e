using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>How often a feed is fetched.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductCatalog <c>product_feeds</c>, <c>schedule.interval</c>.</remarks>
public readonly record struct FeedInterval
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public FeedInterval(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Each hour.</summary>
    public static FeedInterval Hourly { get; } = new("HOURLY");

    /// <summary>Each day.</summary>
    public static FeedInterval Daily { get; } = new("DAILY");

    /// <summary>Each week.</summary>
    public static FeedInterval Weekly { get; } = new("WEEKLY");

    /// <summary>Each month.</summary>
    public static FeedInterval Monthly { get; } = new("MONTHLY");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "HOURLY" or "DAILY" or "WEEKLY" or "MONTHLY";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>HOURLY</c>.</param>
    public static implicit operator FeedInterval(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
