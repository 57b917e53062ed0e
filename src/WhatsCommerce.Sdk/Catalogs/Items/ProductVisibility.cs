using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>Whether customers see an item.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>visibility</c>.</remarks>
public readonly record struct ProductVisibility
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ProductVisibility(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Customers see it.</summary>
    public static ProductVisibility Published { get; } = new("published");

    /// <summary>Hidden: it is prepared, or was taken back.</summary>
    public static ProductVisibility Staging { get; } = new("staging");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "published" or "staging";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>published</c>.</param>
    public static implicit operator ProductVisibility(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
