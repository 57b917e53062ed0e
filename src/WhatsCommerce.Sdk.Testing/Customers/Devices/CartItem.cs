namespace WhatsCommerce.Testing;

/// <summary>A line of a customer's cart: the item, the quantity, and the price that the customer's device claims.</summary>
/// <remarks>Converted implicitly from a retailer id or a pair: <c>pablo.SendCartAsync([("apple-1kg", 2), "banana-1kg"])</c>.</remarks>
public sealed record CartItem
{
    /// <summary>The maximum quantity of one item in a cart.</summary>
    public static int MaxQuantity => 99;

    /// <summary>Initializes a line of a cart.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="quantity">The quantity; 1 to 99.</param>
    /// <exception cref="ArgumentException">The retailer id is absent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is not 1 to 99, as WhatsApp's carts allow.</exception>
    public CartItem(RetailerId retailerId, int quantity = 1)
    {
        if (!retailerId.HasValue)
        {
            throw new ArgumentException("An item of a cart needs a retailer id (SKU).", nameof(retailerId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, MaxQuantity);
        RetailerId = retailerId;
        Quantity = quantity;
    }

    /// <summary>The id of the item.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>The quantity; 1 to 99.</summary>
    public int Quantity { get; }

    /// <summary>
    /// The unit price that the customer's device claims. Unless set, the catalog's price when the customer looked at the item, or the
    /// current one. Set it to test how an app handles a wrong price.
    /// </summary>
    public Money? ClaimedPrice { get; init; }

    /// <summary>Converts a retailer id to a line with quantity 1.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static implicit operator CartItem(string retailerId) => new(retailerId);

    /// <summary>Converts a retailer id to a line with quantity 1.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static implicit operator CartItem(RetailerId retailerId) => new(retailerId);

    /// <summary>Converts a retailer id and a quantity to a line.</summary>
    /// <param name="item">The id of the item and the quantity.</param>
    public static implicit operator CartItem((RetailerId RetailerId, int Quantity) item) => new(item.RetailerId, item.Quantity);

    /// <summary>Converts a retailer id to a line with quantity 1.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static CartItem FromString(string retailerId) => retailerId;

    /// <summary>Converts a retailer id to a line with quantity 1.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static CartItem FromRetailerId(RetailerId retailerId) => retailerId;

    /// <summary>Converts a retailer id and a quantity to a line.</summary>
    /// <param name="item">The id of the item and the quantity.</param>
    public static CartItem FromValueTuple((RetailerId RetailerId, int Quantity) item) => item;
}
