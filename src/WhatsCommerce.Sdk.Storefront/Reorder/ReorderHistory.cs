namespace WhatsCommerce.Storefronts;

/// <summary>Counts the products that a customer ordered.</summary>
internal static class ReorderHistory
{
    /// <summary>Whether an order counts: canceled orders and those in review do not.</summary>
    public static bool Counts(Order order) => order.State is OrderState.Placed or OrderState.Fulfilling or OrderState.Done;

    /// <summary>The products of orders, with counts.</summary>
    /// <param name="orders">The orders, the newest first.</param>
    /// <param name="kind">Whether to count all orders or only the newest.</param>
    public static IReadOnlyList<ReorderProduct> Of(IEnumerable<Order> orders, ReorderKind kind)
    {
        Order[] all = [.. orders.Where(Counts)];
        IEnumerable<(QuoteLine Line, int Order)> lines = all
            .Take(kind == ReorderKind.LastOrder ? 1 : all.Length)
            .SelectMany((order, i) => order.Quote.Lines.Select(line => (line, i)));
        ReorderProduct[] products =
        [
            .. lines.GroupBy(one => one.Line.RetailerId).Select(group => new ReorderProduct
            {
                RetailerId = group.Key,
                Name = group.First().Line.Name,
                Quantity = (int)Math.Min(group.Sum(one => (long)one.Line.Quantity), int.MaxValue),
                Orders = group.Count(),
                PriceThen = group.First().Line.UnitPrice,
            }),
        ];

        // Sorting is stable, so among equals the most recently ordered product comes first.
        return kind == ReorderKind.LastOrder
            ? products
            : [.. products.OrderByDescending(product => product.Orders).ThenByDescending(product => product.Quantity)];
    }
}
