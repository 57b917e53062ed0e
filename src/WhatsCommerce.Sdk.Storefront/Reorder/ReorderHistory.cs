namespace WhatsCommerce.Storefronts;

/// <summary>Counts what a customer ordered.</summary>
internal static class ReorderHistory
{
    /// <summary>Whether an order was one: not what was cancelled, nor what a person still looks at.</summary>
    public static bool Counts(Order order) => order.State is OrderState.Placed or OrderState.Fulfilling or OrderState.Done;

    /// <summary>The products of orders, as they were ordered.</summary>
    /// <param name="orders">The orders, the newest first.</param>
    /// <param name="kind">Whether all are counted, or the newest.</param>
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

        // Sorting is stable: what was ordered last comes first among equals.
        return kind == ReorderKind.LastOrder
            ? products
            : [.. products.OrderByDescending(product => product.Orders).ThenByDescending(product => product.Quantity)];
    }
}
