namespace WhatsCommerce.Testing;

/// <summary>Whether an item of the catalog can be had, in the words of Meta's catalog.</summary>
/// <remarks>An open value: another word is kept as it is. Source: Meta, marketing-api product item, <c>availability</c>.</remarks>
public readonly record struct ItemAvailability
{
    private readonly string? _value;

    /// <summary>Takes the word as the catalog writes it.</summary>
    /// <param name="value">The word, such as <c>in stock</c>; null or blank means in stock.</param>
    public ItemAvailability(string? value) => _value = string.IsNullOrWhiteSpace(value) || value == InStockWord ? null : value;

    private const string InStockWord = "in stock";

    /// <summary>Ready to ship; the default.</summary>
    public static ItemAvailability InStock => default;

    /// <summary>Sold out: the customer sees it as unavailable and cannot put it into a cart.</summary>
    public static ItemAvailability OutOfStock => new("out of stock");

    /// <summary>Can be ordered before it is there.</summary>
    public static ItemAvailability Preorder => new("preorder");

    /// <summary>Is made or fetched once it is ordered.</summary>
    public static ItemAvailability AvailableForOrder => new("available for order");

    /// <summary>Will not come again.</summary>
    public static ItemAvailability Discontinued => new("discontinued");

    /// <summary>The word as the catalog writes it.</summary>
    public string Value => _value ?? InStockWord;

    /// <summary>Whether a customer can put the item into a cart.</summary>
    public bool CanBeOrdered => Value is InStockWord or "preorder" or "available for order";

    /// <summary>Whether the word is one of those listed here.</summary>
    public bool IsKnown => Value is InStockWord or "out of stock" or "preorder" or "available for order" or "discontinued";

    /// <summary>Takes the word as the catalog writes it.</summary>
    /// <param name="value">The word, such as <c>in stock</c>.</param>
    public static implicit operator ItemAvailability(string? value) => new(value);

    /// <summary>The word as the catalog writes it.</summary>
    public override string ToString() => Value;
}
