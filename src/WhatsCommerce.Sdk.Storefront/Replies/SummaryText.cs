namespace WhatsCommerce.Storefronts;

/// <summary>Creates the summary of a cart: its lines, the amounts that are not zero, and the total.</summary>
internal static class SummaryText
{
    /// <summary>Creates the summary with a maximum length: lines that do not fit are counted, never dropped silently.</summary>
    public static string Of(Quote quote, Texts texts, string? language, int room)
    {
        string sums = Sums(quote, texts, language);
        return Lines(
            [
                .. quote.Lines.Select(line => texts.Get(
                    StorefrontText.SummaryLine,
                    language,
                    ("quantity", line.Quantity.ToString(CultureInfo.InvariantCulture)),
                    ("product_name", line.Name),
                    ("product_id", line.RetailerId.ToString()),
                    ("amount", line.Total.ToString()))),
            ],
            texts,
            language,
            room - sums.Length - 2) + "\n\n" + sums;
    }

    /// <summary>Joins the lines that fit, and adds the number of those that do not.</summary>
    public static string Lines(IReadOnlyList<string> lines, Texts texts, string? language, int room)
    {
        StringBuilder text = new();
        for (int i = 0; i < lines.Count; i++)
        {
            string more = texts.Get(
                StorefrontText.MoreLines, language, ("count", (lines.Count - i).ToString(CultureInfo.InvariantCulture)));
            bool isLast = i == lines.Count - 1;
            int needed = lines[i].Length + 1 + (isLast ? 0 : more.Length + 1);
            if (text.Length + needed > room)
            {
                return text.Append(text.Length > 0 ? "\n" : "").Append(more).ToString();
            }

            text.Append(i > 0 ? "\n" : "").Append(lines[i]);
        }

        return text.ToString();
    }

    private static string Sums(Quote quote, Texts texts, string? language)
    {
        List<string> sums = [];
        Add(StorefrontText.Discount, quote.Discount);
        Add(StorefrontText.Shipping, quote.Shipping);
        Add(StorefrontText.TaxAdded, quote.AddedTax);
        if (sums.Count > 0)
        {
            sums.Insert(0, texts.Get(StorefrontText.Subtotal, language, ("amount", quote.Subtotal.ToString())));
        }

        sums.Add(texts.Get(StorefrontText.Total, language, ("cart_total", quote.Total.ToString())));
        Add(StorefrontText.TaxIncluded, quote.PricesIncludeTax ? quote.Tax : new Money(0, quote.Currency));
        return string.Join('\n', sums);

        void Add(StorefrontText text, Money amount)
        {
            if (amount.Amount > 0)
            {
                sums.Add(texts.Get(text, language, ("amount", amount.ToString())));
            }
        }
    }
}
