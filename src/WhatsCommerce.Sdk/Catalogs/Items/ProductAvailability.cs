namespace WhatsCommerce.Catalogs;

/// <summary>The availability of an item.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>availability</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ProductAvailability
{
    /// <summary>Ready to ship.</summary>
    [Word("in stock")]
    public static partial ProductAvailability InStock { get; }

    /// <summary>Sold out: shown as unavailable, and taken out of carts.</summary>
    [Word("out of stock")]
    public static partial ProductAvailability OutOfStock { get; }

    /// <summary>Can be ordered before it is there.</summary>
    [Word("preorder")]
    public static partial ProductAvailability Preorder { get; }

    /// <summary>Is made or fetched once it is ordered.</summary>
    [Word("available for order")]
    public static partial ProductAvailability AvailableForOrder { get; }

    /// <summary>Will not come again.</summary>
    [Word("discontinued")]
    public static partial ProductAvailability Discontinued { get; }

    /// <summary>About to become available.</summary>
    [Word("pending")]
    public static partial ProductAvailability Pending { get; }

    /// <summary>Sold, as single pieces are.</summary>
    [Word("mark_as_sold")]
    public static partial ProductAvailability MarkedAsSold { get; }

    /// <summary>Whether a customer can put the item into a cart.</summary>
    public bool CanBeOrdered => this == InStock || this == Preorder || this == AvailableForOrder;
}
