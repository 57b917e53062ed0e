namespace WhatsCommerce.Webhooks;

/// <summary>Adds up the lines of an order.</summary>
internal static class OrderTotals
{
    public static IReadOnlyList<Money> Of(IReadOnlyList<OrderItem> items)
    {
        if (items.Any(item => item.ItemPrice is null))
        {
            return [];
        }

        try
        {
            return [.. items.GroupBy(item => item.ItemPrice!.Value.Currency).Select(lines => Sum(lines, lines.Key))];
        }
        catch (OverflowException)
        {
            // Not a real order: the device may claim any price.
            return [];
        }
    }

    private static Money Sum(IEnumerable<OrderItem> lines, Currency currency) =>
        lines.Aggregate(new Money(0, currency), (sum, line) => sum + (line.ItemPrice!.Value * line.Quantity));
}
