namespace WhatsCommerce.Storefronts;

/// <summary>Finds products by the customer's words.</summary>
internal sealed class SearchProductsTool : ShopTool
{
    private const int LongestQuery = 200;
    private const int Most = 10;

    public override string Name => "search_products";

    public override string Description =>
        "Finds products of the shop by words in any language, with their prices now. Returns up to 10. It shows the customer nothing.";

    public override bool IsReadOnly => true;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"query":{"type":"string","maxLength":200,
        "description":"What the customer looks for, such as: red wine under 20"}},"required":["query"],"additionalProperties":false}
        """);

    public override bool IsOffered(AssistantShop shop) => shop.Search is not null;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("query");
        string query = arguments.Text("query", LongestQuery);
        SearchResult result = await run.Shop.Search!.SearchAsync(query, Most, cancellationToken).ConfigureAwait(false);
        if (result.Outcome == SearchOutcome.Off)
        {
            throw ToolRefusal.Declined("The search of this shop is switched off. Offer to hand the conversation to a person.");
        }

        RetailerId[] ids = [.. result.Hits.Select(hit => hit.Product.RetailerId)];
        Dictionary<RetailerId, CatalogProduct> stored = await run.StoredAsync(ids, cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, ProductPrice> prices = ids.Length == 0
            ? []
            : await run.PricesAsync(ids, cancellationToken).ConfigureAwait(false);
        JsonArray products = [];
        foreach (SearchHit hit in result.Hits)
        {
            RetailerId id = hit.Product.RetailerId;
            if (run.Shop.Catalog is null || (stored.TryGetValue(id, out CatalogProduct? product) && ShowProductsTool.IsReady(product)))
            {
                products.Add((JsonNode)run.Describe(id, hit.Product.Title, prices.GetValueOrDefault(id)));
            }
        }

        return new JsonObject { ["products"] = products };
    }
}
