using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>The products that the shop sells, with their authoritative prices.</summary>
internal sealed class Shop(IConfiguration configuration)
{
    private static readonly Product[] Shelf =
    [
        new("apple-1kg", "Apples, 1 kg", 3.49m, "Fruit", "Crisp and a little sour, from the orchard behind the hill."),
        new("banana-1kg", "Bananas, 1 kg", 2.29m, "Fruit", "Ripe tomorrow, sweet the day after."),
        new("rye-750g", "Rye bread, 750 g", 4.80m, "Bread", "Sourdough, baked this morning; keeps for a week."),
        new("baguette", "Baguette", 1.95m, "Bread", "Crackles when you break it. Best today."),
        new("honey-500g", "Honey, 500 g", 6.90m, "Pantry", "From lime blossom, and from one beekeeper."),
    ];

    public CatalogId CatalogId { get; } = configuration["WhatsCommerce:CatalogId"];

    public static IReadOnlyList<Product> Products => Shelf;

    public static Product? Find(RetailerId id) => Array.Find(Shelf, product => product.Id == id);

    /// <summary>
    /// Prices a cart with the shop's own prices. The prices that the customer's device reports are only compared with them.
    /// </summary>
    public static PricedOrder Price(OrderEvent order)
    {
        List<OrderLine> lines = [];
        List<RetailerId> unknown = [];
        foreach (OrderItem item in order.Items)
        {
            if (Find(item.RetailerId) is Product product)
            {
                lines.Add(new(product, item.Quantity, item.ItemPrice));
            }
            else
            {
                unknown.Add(item.RetailerId);
            }
        }

        return new(order.Id, order.Customer.ToRecipient(), lines, unknown, order.Text);
    }
}

internal sealed record Product(RetailerId Id, string Title, decimal Amount, string Section, string Description)
{
    public Money Price => new(Amount, "USD");
}

internal sealed record OrderLine(Product Product, int Quantity, Money? Claimed)
{
    public Money Total => Product.Price * Quantity;

    public bool Differs => Claimed is Money claimed && claimed != Product.Price;
}

internal sealed record PricedOrder(
    MessageId Id, Recipient Customer, IReadOnlyList<OrderLine> Lines, IReadOnlyList<RetailerId> Unknown, string? Note)
{
    public Money Total => Lines.Aggregate(new Money(0, "USD"), (sum, line) => sum + line.Total);
}
