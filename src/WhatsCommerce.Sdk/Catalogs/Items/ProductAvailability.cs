using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>Whether an item can be had.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>availability</c>.</remarks>
public readonly record struct ProductAvailability
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ProductAvailability(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Ready to ship.</summary>
    public static ProductAvailability InStock { get; } = new("in stock");

    /// <summary>Sold out: shown as unavailable, and taken out of carts.</summary>
    public static ProductAvailability OutOfStock { get; } = new("out of stock");

    /// <summary>Can be ordered before it is there.</summary>
    public static ProductAvailability Preorder { get; } = new("preorder");

    /// <summary>Is made or fetched once it is ordered.</summary>
    public static ProductAvailability AvailableForOrder { get; } = new("available for order");

    /// <summary>Will not come again.</summary>
    public static ProductAvailability Discontinued { get; } = new("discontinued");

    /// <summary>About to become available.</summary>
    public static ProductAvailability Pending { get; } = new("pending");

    /// <summary>Sold, as single pieces are.</summary>
    public static ProductAvailability MarkedAsSold { get; } = new("mark_as_sold");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "in stock" or "out of stock" or "preorder" or "available for order" or "discontinued"
        or "pending" or "mark_as_sold";

    /// <summary>Whether a customer can put the item into a cart.</summary>
    public bool CanBeOrdered => this == InStock || this == Preorder || this == AvailableForOrder;

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>in stock</c>.</param>
    public static implicit operator ProductAvailability(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
