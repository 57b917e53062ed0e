namespace WhatsCommerce.Storefronts;

/// <summary>Sends products to the customer, who can put them into a cart.</summary>
internal sealed class ShowProductsTool : ShopTool
{
    private static readonly int Most = MessageLimits.ProductListProducts;

    public override string Name => "show_products";

    public override string Description =>
        "Sends the customer 1 to 30 products as cards with picture and price, from which they can fill a cart. Sends one message.";

    public override bool IsReadOnly => false;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"product_ids":{"type":"array","minItems":1,"maxItems":30,
        "items":{"type":"string","maxLength":100},"description":"Ids as search_products returns them"}},
        "required":["product_ids"],"additionalProperties":false}
        """);

    /// <summary>Whether a product may be shown to customers now.</summary>
    public static bool IsReady(CatalogProduct product) => product.IsSearchable && product.GetObstacles() == OfferObstacles.None;

    public override bool IsOffered(AssistantShop shop) => true;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("product_ids");
        IReadOnlyList<RetailerId> ids = arguments.Ids("product_ids", Most);
        List<CatalogProduct> ready = await ReadyAsync(ids, run, cancellationToken).ConfigureAwait(false);
        if (ready.Count == 0)
        {
            throw ToolRefusal.Declined("None of these can be shown: the shop does not have them, or not now. Search again.");
        }

        await run.ReserveAsync(ready.Count, cancellationToken).ConfigureAwait(false);
        CatalogId catalog = await run.Shop.CatalogId(cancellationToken).ConfigureAwait(false);
        string title = run.Shop.Texts.Get(StorefrontText.OtherProducts, run.Language);
        OutboundMessage message = ready is [CatalogProduct only]
            ? CollectionMessages.Product(catalog, only)
            : CollectionMessages.Products(
                catalog,
                new CatalogCollection { Id = default, Name = title },
                ready,
                new CollectionOptions { Language = run.Language },
                run.Shop.Texts);
        await run.SendAsync(message, followUp: null, cancellationToken).ConfigureAwait(false);
        HashSet<RetailerId> shown = [.. ready.Select(product => product.RetailerId)];
        return new JsonObject
        {
            ["sent"] = true,
            ["shown"] = new JsonArray([.. ready.Select(product => (JsonNode)product.RetailerId.ToString())]),
            ["not_available"] = new JsonArray([.. ids.Where(id => !shown.Contains(id)).Select(id => (JsonNode)id.ToString())]),
        };
    }

    private static async Task<List<CatalogProduct>> ReadyAsync(
        IReadOnlyList<RetailerId> ids, ToolRun run, CancellationToken cancellationToken)
    {
        if (run.Shop.Catalog is not null)
        {
            Dictionary<RetailerId, CatalogProduct> stored = await run.StoredAsync(ids, cancellationToken).ConfigureAwait(false);
            return [.. ids.Select(id => stored.GetValueOrDefault(id)).OfType<CatalogProduct>().Where(IsReady)];
        }

        Dictionary<RetailerId, ProductPrice> prices = await run.PricesAsync(ids, cancellationToken).ConfigureAwait(false);
        return
        [
            .. ids.Select(id => prices.GetValueOrDefault(id)).OfType<ProductPrice>()
                .Where(price => price is { CanBeOrdered: true, Price: not null } && !(price.Available <= 0))
                .Select(price => new CatalogProduct
                {
                    ShopId = run.Shop.Shop.ShopId,
                    RetailerId = price.RetailerId,
                    Name = price.Name,
                    ReadAt = run.Shop.Shop.Now,
                }),
        ];
    }
}
