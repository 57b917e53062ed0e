namespace WhatsCommerce.Storefronts;

/// <summary>The table with the lines and amounts of an order.</summary>
internal static class OrderTable
{
    public static Html Of(Order order, PageLanguage language)
    {
        Quote quote = order.Quote;
        Html html = new();
        html.Append($"<table>\n<caption>{language.Get(StorefrontPageText.OrderCaption, order)}</caption>\n<thead><tr>");
        html.Append($"<th scope=\"col\">{language.Get(StorefrontPageText.Product)}</th>");
        html.Append($"<th scope=\"col\" class=\"number\">{language.Get(StorefrontPageText.Quantity)}</th>");
        html.Append($"<th scope=\"col\" class=\"number\">{language.Get(StorefrontPageText.Amount)}</th></tr></thead>\n<tbody>\n");
        foreach (QuoteLine line in quote.Lines)
        {
            html.Append($"<tr><td><bdi>{line.Name}</bdi></td><td class=\"number\">{line.Quantity}</td>{Amount(line.Total)}</tr>\n");
        }

        html.Append($"</tbody>\n<tfoot>\n");
        bool hasParts = quote.Discount.Amount > 0 || quote.Shipping.Amount > 0 || quote.AddedTax.Amount > 0;
        if (hasParts)
        {
            html.Append($"{Sum(language, StorefrontPageText.Subtotal, quote.Subtotal)}");
        }

        if (quote.Discount.Amount > 0)
        {
            html.Append($"{Sum(language, StorefrontPageText.Discount, new Money(-quote.Discount.Amount, quote.Currency))}");
        }

        if (quote.Shipping.Amount > 0)
        {
            html.Append($"{Sum(language, StorefrontPageText.Shipping, quote.Shipping)}");
        }

        if (quote.AddedTax.Amount > 0)
        {
            html.Append($"{Sum(language, StorefrontPageText.Tax, quote.AddedTax)}");
        }

        html.Append($"{Sum(language, StorefrontPageText.Total, quote.Total, "total")}");
        if (quote.PricesIncludeTax && quote.Tax.Amount > 0)
        {
            html.Append($"{Sum(language, StorefrontPageText.TaxIncluded, quote.Tax, "note")}");
        }

        return html.Append($"</tfoot>\n</table>\n");
    }

    private static Html Sum(PageLanguage language, StorefrontPageText text, Money amount, string look = "part") =>
        new Html().Append($"<tr class=\"{look}\"><th scope=\"row\" colspan=\"2\">{language.Get(text)}</th>{Amount(amount)}</tr>\n");

    private static Html Amount(Money amount) => new Html().Append($"<td class=\"number\"><bdi>{amount.ToString()}</bdi></td>");
}
