using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace CornerShop;

/// <summary>The products that the shop sells, with their authoritative prices.</summary>
public static class Shelf
{
    private static readonly Product[] Products =
    [
        new("apple-1kg", "Apples, 1 kg", 3.49m, "Fruit"),
        new("banana-1kg", "Bananas, 1 kg", 2.29m, "Fruit"),
        new("rye-750g", "Rye bread, 750 g", 4.80m, "Bread"),
        new("baguette", "Baguette", 1.95m, "Bread"),
    ];

    public static IEnumerable<IGrouping<string, Product>> Sections => Products.GroupBy(product => product.Section);

    public static Product? Find(RetailerId id) => Array.Find(Products, product => product.Id == id);

    /// <summary>Prices a cart with the shop's own prices. The prices from the customer's phone may be outdated.</summary>
    public static (Money Total, string Lines) Price(OrderEvent cart)
    {
        Money total = new(0, "USD");
        List<string> lines = [];
        foreach (OrderItem item in cart.Items)
        {
            if (Find(item.RetailerId) is Product product)
            {
                total += product.Price * item.Quantity;
                lines.Add($"{item.Quantity} x {product.Title}: {product.Price * item.Quantity}");
            }
            else
            {
                lines.Add($"{item.Quantity} x something that is no longer on our shelf, and is left out");
            }
        }

        return (total, string.Join('\n', lines));
    }
}

public sealed record Product(RetailerId Id, string Title, decimal Amount, string Section)
{
    public Money Price => new(Amount, "USD");
}
