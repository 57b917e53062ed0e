namespace WhatsCommerce.Testing;

/// <summary>The availability of a catalog item, with Meta's values.</summary>
/// <remarks>An open set of values: unknown values are preserved. Source: Meta, marketing-api product item, <c>availability</c>.</remarks>
public readonly record struct ItemAvailability
{
    private readonly string? _value;

    /// <summary>Creates the availability from Meta's value.</summary>
    /// <param name="value">The value, such as <c>in stock</c>; null or blank means in stock.</param>
    public ItemAvailability(string? value) => _value = string.IsNullOrWhiteSpace(value) || value == InStockWord ? null : value;

    private const string InStockWord = "in stock";

    /// <summary>Ready to ship; the default.</summary>
    public static ItemAvailability InStock => default;

    /// <summary>Sold out: the customer sees it as unavailable and cannot put it into a cart.</summary>
    public static ItemAvailability OutOfStock => new("out of stock");

    /// <summary>Can be ordered before it is in stock.</summary>
    public static ItemAvailability Preorder => new("preorder");

    /// <summary>Is made or procured once it is ordered.</summary>
    public static ItemAvailability AvailableForOrder => new("available for order");

    /// <summary>Will not be available again.</summary>
    public static ItemAvailability Discontinued => new("discontinued");

    /// <summary>The value in Meta's format.</summary>
    public string Value => _value ?? InStockWord;

    /// <summary>Whether a customer can put the item into a cart.</summary>
    public bool CanBeOrdered => Value is InStockWord or "preorder" or "available for order";

    /// <summary>Whether the value is one of those listed here.</summary>
    public bool IsKnown => Value is InStockWord or "out of stock" or "preorder" or "available for order" or "discontinued";

    /// <summary>Creates the availability from Meta's value.</summary>
    /// <param name="value">The value, such as <c>in stock</c>.</param>
    public static implicit operator ItemAvailability(string? value) => new(value);

    /// <summary>The value in Meta's format.</summary>
    public override string ToString() => Value;
}
