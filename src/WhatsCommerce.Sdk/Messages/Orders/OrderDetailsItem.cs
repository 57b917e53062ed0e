namespace WhatsCommerce.Messages;

/// <summary>A line of an order to be paid.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg and payments/payments-br/orders, "Item object".</remarks>
public sealed record OrderDetailsItem
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="retailerId">See <see cref="RetailerId"/>.</param>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="price">See <see cref="Price"/>.</param>
    /// <param name="quantity">See <see cref="Quantity"/>.</param>
    public OrderDetailsItem(RetailerId retailerId, string? name, Money price, int quantity = 1)
    {
        RetailerId = retailerId;
        Name = name;
        Price = price;
        Quantity = quantity;
    }

    /// <summary>The item's id in the catalog; required in Brazil, absent for what no catalog holds elsewhere.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>What the customer reads, at most <see cref="MessageLimits.OrderItemName"/> characters.</summary>
    public string? Name { get; init; }

    /// <summary>The price of one, from the shop's own price list; not negative, with no more digits than its currency has.</summary>
    public Money Price { get; init; }

    /// <summary>How many; 1 or more.</summary>
    public int Quantity { get; init; }

    /// <summary>The reduced price of one, in place of <see cref="Price"/>, which is shown crossed out. Must be lower.</summary>
    public Money? SalePrice { get; init; }

    /// <summary>
    /// A link to a picture of the item, for items that no catalog holds: such an item has no retailer id, the order no catalog and at
    /// most <see cref="MessageLimits.OrderItemsWithImages"/> items.
    /// </summary>
    public string? ImageLink { get; init; }

    /// <summary>The country that the item comes from; Meta asks Indian businesses for it where the order names no catalog.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>Who imported the item; Meta asks Indian businesses for it where the order names no catalog.</summary>
    public Importer? Importer { get; init; }

    /// <summary>What one costs: the sale price, where there is one.</summary>
    internal Money PaidPrice => SalePrice ?? Price;
}
