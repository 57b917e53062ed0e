namespace WhatsCommerce.Storefronts;

/// <summary>Fills order details messages in from quotes.</summary>
public static class QuoteOrderDetailsExtensions
{
    /// <summary>Fills in items, discount, shipping and tax, and the total that they must come to.</summary>
    /// <remarks>Tax that the prices contain is not added, and so is not written: the message has no place for it.</remarks>
    /// <param name="order">The order that is to be paid.</param>
    /// <param name="quote">The quote.</param>
    /// <returns>The order.</returns>
    public static OrderDetailsBuilder Quote(this OrderDetailsBuilder order, Quote quote)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(quote);
        foreach (QuoteLine line in quote.Lines)
        {
            order.Item(line.RetailerId, line.Name, line.UnitPrice, line.Quantity);
        }

        if (quote.Discount.Amount > 0)
        {
            order.Discount(quote.Discount);
        }

        if (quote.Shipping.Amount > 0)
        {
            order.Shipping(quote.Shipping);
        }

        if (quote.AddedTax.Amount > 0)
        {
            order.Tax(quote.AddedTax);
        }

        return order.Total(quote.Total);
    }
}
