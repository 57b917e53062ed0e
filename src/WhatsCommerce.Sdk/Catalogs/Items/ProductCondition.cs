using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>In which state an item is sold.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>condition</c>.</remarks>
public readonly record struct ProductCondition
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ProductCondition(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>New.</summary>
    public static ProductCondition New { get; } = new("new");

    /// <summary>Made like new.</summary>
    public static ProductCondition Refurbished { get; } = new("refurbished");

    /// <summary>Used.</summary>
    public static ProductCondition Used { get; } = new("used");

    /// <summary>Used, like new.</summary>
    public static ProductCondition UsedLikeNew { get; } = new("used_like_new");

    /// <summary>Used, good.</summary>
    public static ProductCondition UsedGood { get; } = new("used_good");

    /// <summary>Used, fair.</summary>
    public static ProductCondition UsedFair { get; } = new("used_fair");

    /// <summary>New, in an opened box.</summary>
    public static ProductCondition OpenBoxNew { get; } = new("open_box_new");

    /// <summary>Pre-owned and certified.</summary>
    public static ProductCondition CertifiedPreOwned { get; } = new("cpo");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "new" or "refurbished" or "used" or "used_like_new" or "used_good"
        or "used_fair" or "open_box_new" or "cpo";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>new</c>.</param>
    public static implicit operator ProductCondition(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
