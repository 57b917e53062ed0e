namespace WhatsCommerce.Storefronts;

/// <summary>The context of one tool call: the data that it may access, and its only ways to act.</summary>
internal sealed class ToolRun(ShopTools tools, AssistantShop shop, CustomerKey customer, int number)
{
    private const int LongestName = 200;

    public AssistantShop Shop => shop;

    /// <summary>The current key of the customer.</summary>
    public CustomerKey Customer => customer;

    public string Language => tools.Language;

    /// <summary>The position of the call in the turn.</summary>
    public int Number => number;

    public ShopTools Tools => tools;

    /// <summary>Formats an amount, and allows it in the answer.</summary>
    public string Amount(Money money)
    {
        tools.Facts.Add(money);
        return money.ToString();
    }

    /// <summary>The JSON of a product for the model, with its current price.</summary>
    public JsonObject Describe(RetailerId id, string name, ProductPrice? price)
    {
        JsonObject product = new()
        {
            ["product_id"] = id.ToString(),
            [UntrustedText.Prefix + "name"] = Untrusted(name, LongestName),
            ["price"] = Pricer.Usable(price?.Price) is Money money ? Amount(money) : null,
            ["can_be_ordered"] = price is { CanBeOrdered: true, Price: not null } && !(price.Available <= 0),
        };
        if (price?.Available is int available)
        {
            tools.Facts.Add(available);
            product["available"] = available;
        }

        return product;
    }

    /// <summary>A text of a customer or a product page; the answer may contain numbers from it, but not amounts.</summary>
    public string Untrusted(string? text, int most)
    {
        string clean = UntrustedText.Clean(text, most);
        tools.Facts.AddNumbersOf(clean);
        return clean;
    }

    /// <summary>The current prices of products.</summary>
    public async Task<Dictionary<RetailerId, ProductPrice>> PricesAsync(
        IReadOnlyList<RetailerId> ids, CancellationToken cancellationToken)
    {
        PriceRequest request = new() { ShopId = shop.Shop.ShopId, Customer = customer, Products = ids };
        Dictionary<RetailerId, ProductPrice> prices = [];
        foreach (ProductPrice price in await shop.Prices.GetPricesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            prices[price.RetailerId] = price;
        }

        return prices;
    }

    /// <summary>Stored products by their ids; empty without a catalog.</summary>
    public async Task<Dictionary<RetailerId, CatalogProduct>> StoredAsync(
        IReadOnlyList<RetailerId> ids, CancellationToken cancellationToken) => shop.Catalog is null
        ? []
        : (await shop.Catalog.FindAsync(shop.Shop.ShopId, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(product => product.RetailerId);

    /// <summary>Takes a message from the budgets, before anything is done for it.</summary>
    public Task ReserveAsync(int products, CancellationToken cancellationToken) =>
        tools.ReserveAsync(products, customer, cancellationToken);

    /// <summary>Sends a message that was reserved before to the customer of the conversation.</summary>
    public Task SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken) =>
        tools.SendAsync(message, followUp, cancellationToken);
}
