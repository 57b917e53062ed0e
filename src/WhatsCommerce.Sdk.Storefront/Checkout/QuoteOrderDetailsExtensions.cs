namespace WhatsCommerce.Storefronts;

/// <summary>Extension methods that fill order details messages from quotes.</summary>
public static class QuoteOrderDetailsExtensions
{
    /// <summary>Sets the items, discount, shipping, tax and total of the message from a quote.</summary>
    /// <remarks>Tax that is included in the prices is left out, because the message has no field for it.</remarks>
    /// <param name="order">The message that is being built.</param>
    /// <param name="quote">The quote.</param>
    /// <returns>The same builder.</returns>
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
