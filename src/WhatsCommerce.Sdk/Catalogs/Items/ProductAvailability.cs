namespace WhatsCommerce.Catalogs;

/// <summary>The availability of an item.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>availability</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ProductAvailability
{
    /// <summary>Ready to ship.</summary>
    [Word("in stock")]
    public static partial ProductAvailability InStock { get; }

    /// <summary>Sold out: shown as unavailable, and removed from carts.</summary>
    [Word("out of stock")]
    public static partial ProductAvailability OutOfStock { get; }

    /// <summary>Can be ordered before it is in stock.</summary>
    [Word("preorder")]
    public static partial ProductAvailability Preorder { get; }

    /// <summary>Is made or procured once it is ordered.</summary>
    [Word("available for order")]
    public static partial ProductAvailability AvailableForOrder { get; }

    /// <summary>Will not be available again.</summary>
    [Word("discontinued")]
    public static partial ProductAvailability Discontinued { get; }

    /// <summary>About to become available.</summary>
    [Word("pending")]
    public static partial ProductAvailability Pending { get; }

    /// <summary>Sold, for one-of-a-kind items.</summary>
    [Word("mark_as_sold")]
    public static partial ProductAvailability MarkedAsSold { get; }

    /// <summary>Gets whether a customer can put the item into a cart.</summary>
    public bool CanBeOrdered => this == InStock || this == Preorder || this == AvailableForOrder;
}
