namespace WhatsCommerce.Storefronts;

/// <summary>One call of a tool: what it may see, and the only ways in which it acts.</summary>
internal sealed class ToolRun(ShopTools tools, AssistantShop shop, CustomerKey customer, int number)
{
    private const int LongestName = 200;

    public AssistantShop Shop => shop;

    /// <summary>The customer, under the key that is valid now.</summary>
    public CustomerKey Customer => customer;

    public string Language => tools.Language;

    /// <summary>Which of the calls of the turn it is.</summary>
    public int Number => number;

    public ShopTools Tools => tools;

    /// <summary>Writes an amount, and remembers that it may be named in the answer.</summary>
    public string Amount(Money money)
    {
        tools.Facts.Add(money);
        return money.ToString();
    }

    /// <summary>What the model is told of a product, with the price of this moment.</summary>
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

    /// <summary>A text of a customer or a product page; numbers in it may be named, amounts in it may not.</summary>
    public string Untrusted(string? text, int most)
    {
        string clean = UntrustedText.Clean(text, most);
        tools.Facts.AddNumbersOf(clean);
        return clean;
    }

    /// <summary>The prices of products as they are now.</summary>
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

    /// <summary>Takes a message of the budgets, before anything is done for it.</summary>
    public Task ReserveAsync(int products, CancellationToken cancellationToken) =>
        tools.ReserveAsync(products, customer, cancellationToken);

    /// <summary>Sends a message that was reserved to the customer of the conversation.</summary>
    public Task SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken) =>
        tools.SendAsync(message, followUp, cancellationToken);
}
