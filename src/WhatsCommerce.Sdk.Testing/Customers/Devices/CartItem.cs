namespace WhatsCommerce.Testing;

/// <summary>A line of a customer's cart: which item, how many, and the price that the customer's device claims.</summary>
/// <remarks>Made from a retailer id alone, or from a pair: <c>pablo.SendCartAsync([("apple-1kg", 2), "banana-1kg"])</c>.</remarks>
public sealed record CartItem
{
    /// <summary>How many of one item a cart holds at most.</summary>
    public static int MaxQuantity => 99;

    /// <summary>Puts an item into the cart.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="quantity">How many; 1 to 99.</param>
    /// <exception cref="ArgumentException">There is no retailer id.</exception>
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

    /// <summary>How many; 1 to 99.</summary>
    public int Quantity { get; }

    /// <summary>
    /// The price of one piece that the customer's device claims. Unless set, the price that the catalog had when the customer looked at
    /// the item, or has now. Set it to see what an app does with a claim that is wrong.
    /// </summary>
    public Money? ClaimedPrice { get; init; }

    /// <summary>One piece of an item.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static implicit operator CartItem(string retailerId) => new(retailerId);

    /// <summary>One piece of an item.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static implicit operator CartItem(RetailerId retailerId) => new(retailerId);

    /// <summary>Some pieces of an item.</summary>
    /// <param name="item">The id of the item, and how many.</param>
    public static implicit operator CartItem((RetailerId RetailerId, int Quantity) item) => new(item.RetailerId, item.Quantity);

    /// <summary>One piece of an item.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static CartItem FromString(string retailerId) => retailerId;

    /// <summary>One piece of an item.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public static CartItem FromRetailerId(RetailerId retailerId) => retailerId;

    /// <summary>Some pieces of an item.</summary>
    /// <param name="item">The id of the item, and how many.</param>
    public static CartItem FromValueTuple((RetailerId RetailerId, int Quantity) item) => item;
}
