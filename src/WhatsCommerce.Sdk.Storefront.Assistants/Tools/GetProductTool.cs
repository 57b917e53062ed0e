namespace WhatsCommerce.Storefronts;

/// <summary>Reads one product.</summary>
internal sealed class GetProductTool : ShopTool
{
    private const int LongestText = 1_000;
    private const int LongestWord = 100;
    private const int MostVariants = 30;

    public override string Name => "get_product";

    public override string Description =>
        "Reads one product: description, brand, category, variants, price and stock now. It shows the customer nothing.";

    public override bool IsReadOnly => true;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"product_id":{"type":"string","maxLength":100,
        "description":"The id as search_products returns it"}},"required":["product_id"],"additionalProperties":false}
        """);

    public override bool IsOffered(AssistantShop shop) => true;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("product_id");
        RetailerId id = arguments.Id("product_id");
        CatalogProduct? stored =
            (await run.StoredAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
        ProductPrice? price = (await run.PricesAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
        if (price is null || stored is { GoneAt: not null } or { IsSearchable: false })
        {
            throw ToolRefusal.Declined("The shop has no product of this id. Search for it.");
        }

        JsonObject product = run.Describe(id, price.Name, price);
        if (stored is not null)
        {
            Add("description", stored.Description, LongestText);
            Add("brand", stored.Brand, LongestWord);
            Add("category", stored.Category, LongestWord);
            Add("variant", stored.Variant, LongestWord);
            if (stored.GroupId.HasValue && run.Shop.Catalog is not null)
            {
                product["variants"] = await VariantsAsync(stored, run, cancellationToken).ConfigureAwait(false);
            }
        }

        return new JsonObject { ["product"] = product };

        void Add(string name, string? text, int most)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                product[UntrustedText.Prefix + name] = run.Untrusted(text, most);
            }
        }
    }

    private static async Task<JsonArray> VariantsAsync(CatalogProduct product, ToolRun run, CancellationToken cancellationToken)
    {
        CatalogQuery query = new() { GroupId = product.GroupId, Limit = MostVariants };
        JsonArray variants = [];
        foreach (CatalogProduct variant in await run.Shop.Catalog!.ListAsync(run.Shop.Shop.ShopId, query, cancellationToken)
            .ConfigureAwait(false))
        {
            if (ShowProductsTool.IsReady(variant))
            {
                variants.Add((JsonNode)new JsonObject
                {
                    ["product_id"] = variant.RetailerId.ToString(),
                    [UntrustedText.Prefix + "variant"] = run.Untrusted(variant.Variant ?? variant.Name, LongestWord),
                });
            }
        }

        return variants;
    }
}
