namespace WhatsCommerce.Storefronts;

/// <summary>The JSON of carts and quotes for the model.</summary>
internal static class CartJson
{
    private const int MostLines = 30;
    private const int LongestName = 200;

    /// <summary>The customer's newest open or locked cart.</summary>
    public static async Task<Cart?> FindAsync(ToolRun run, CancellationToken cancellationToken)
    {
        ShopServices shop = run.Shop.Shop;
        IReadOnlyList<Cart> live = await shop.Store.ListLiveCartsAsync(shop.ShopId, run.Customer, cancellationToken).ConfigureAwait(false);
        return live.LastOrDefault(cart => !CartProposals.IsProposal(cart)) ?? (live is [.., var newest] ? newest : null);
    }

    /// <summary>The lines with their prices, the parts and the total.</summary>
    public static JsonObject Of(Quote quote, ToolRun run)
    {
        JsonArray lines = [];
        foreach (QuoteLine line in quote.Lines.Take(MostLines))
        {
            run.Tools.Facts.Add(line.Quantity);
            lines.Add((JsonNode)new JsonObject
            {
                ["product_id"] = line.RetailerId.ToString(),
                [UntrustedText.Prefix + "name"] = run.Untrusted(line.Name, LongestName),
                ["quantity"] = line.Quantity,
                ["unit_price"] = run.Amount(line.UnitPrice),
                ["line_total"] = run.Amount(line.Total),
            });
        }

        JsonObject cart = new() { ["lines"] = lines };
        if (quote.Lines.Count > MostLines)
        {
            cart["more_lines"] = quote.Lines.Count - MostLines;
        }

        Add("subtotal", quote.Subtotal);
        Add("discount", quote.Discount);
        Add("shipping", quote.Shipping);
        Add("tax", quote.Tax);
        cart["total"] = run.Amount(quote.Total);
        return cart;

        void Add(string name, Money amount)
        {
            if (amount.Amount > 0)
            {
                cart[name] = run.Amount(amount);
            }
        }
    }

    /// <summary>The lines that cannot be ordered as they are.</summary>
    public static JsonArray Of(IReadOnlyList<LineProblem> problems, ToolRun run)
    {
        JsonArray list = [];
        foreach (LineProblem problem in problems.Take(MostLines))
        {
            run.Tools.Facts.Add(problem.Available);
            list.Add((JsonNode)new JsonObject
            {
                ["product_id"] = problem.RetailerId.ToString(),
                [UntrustedText.Prefix + "name"] = run.Untrusted(problem.Name, LongestName),
                ["problem"] = problem.Kind switch
                {
                    LineProblemKind.Unknown => "the shop has no such product",
                    LineProblemKind.Unpriced => "not for sale now",
                    LineProblemKind.SoldOut => "sold out",
                    LineProblemKind.OtherCurrency => "sold in another currency; order it apart",
                    _ => "fewer are left than asked for",
                },
                ["available"] = problem.Available,
            });
        }

        return list;
    }
}
