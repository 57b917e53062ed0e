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

    /// <summary>The item's id in the catalog; required in Brazil, otherwise absent for an item that is not in a catalog.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The name that the customer sees, at most <see cref="MessageLimits.OrderItemName"/> characters.</summary>
    public string? Name { get; init; }

    /// <summary>The unit price, from the shop's own price list; not negative, with no more decimals than its currency has.</summary>
    public Money Price { get; init; }

    /// <summary>The quantity; 1 or more.</summary>
    public int Quantity { get; init; }

    /// <summary>The reduced unit price, shown instead of <see cref="Price"/>, which is crossed out. Must be lower.</summary>
    public Money? SalePrice { get; init; }

    /// <summary>
    /// A link to a picture, for an item that is not in a catalog: such an item has no retailer id, and its order has no catalog and at most
    /// <see cref="MessageLimits.OrderItemsWithImages"/> items.
    /// </summary>
    public string? ImageLink { get; init; }

    /// <summary>The country of origin, which Meta requires of Indian businesses for an order without a catalog.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>The importer, which Meta requires of Indian businesses for an order without a catalog.</summary>
    public Importer? Importer { get; init; }

    /// <summary>The unit price that is paid: the sale price, if there is one.</summary>
    internal Money PaidPrice => SalePrice ?? Price;
}
