using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What an app with several shops does, whatever it keeps them in.</summary>
public abstract class SeveralShopsContract
{
    private const string Berlin = "101";
    private const string Paris = "102";
    private const string Pablo = "16505551234";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Says where the shops are kept.</summary>
    /// <param name="builder">One of the storefronts of the app.</param>
    protected abstract void Use(WhatsCommerceStorefrontBuilder builder);

    [Fact]
    public async Task Cart_ToTheNumberOfAShop_IsAnsweredByItsOwnPricesWayToPayAndNumber()
    {
        await using ShopsApp app = await TwoShopsAsync();

        await app.SendCartAsync(Berlin, Pablo, 3, "EUR");
        await app.SendCartAsync(Paris, Pablo, 5, "USD");
        await Patiently.Until(() => app.Phone.Sent.Count == 2);

        SentByShop berlin = app.Phone.Sent.Single(sent => sent.Number == Berlin);
        SentByShop paris = app.Phone.Sent.Single(sent => sent.Number == Paris);
        Assert.Equal(("Bearer token-berlin", "Bearer token-paris"), (berlin.Token, paris.Token));
        Assert.Contains("6.00 EUR", berlin.Text, StringComparison.Ordinal);
        Assert.Contains("Cash in Berlin", berlin.Text, StringComparison.Ordinal);
        Assert.Contains("10.00 USD", paris.Text, StringComparison.Ordinal);
        Assert.Contains("Cash in Paris", paris.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_OfAnotherShop_AreNotFound()
    {
        await using ShopsApp app = await TwoShopsAsync();
        Storefronts.Storefront berlin = app.Services.GetRequiredKeyedService<Storefronts.Storefront>("berlin");
        Storefronts.Storefront paris = app.Services.GetRequiredKeyedService<Storefronts.Storefront>("paris");
        Cart cart = await berlin.Carts.CreateAsync(
            new CustomerKey("pablo"), "+" + Pablo, [new CartLine { RetailerId = "apple", Quantity = 2 }], Stop);
        OfferResult offer = await berlin.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);

        Assert.NotNull(await berlin.Carts.GetAsync(cart.Id, Stop));
        Assert.Null(await paris.Carts.GetAsync(cart.Id, Stop));
        Assert.Equal(OfferOutcome.CartGone, (await paris.Checkout.OfferAsync(cart.Id, cancellationToken: Stop)).Outcome);
        Assert.NotNull(await berlin.Orders.GetAsync(offer.Order!.Id, Stop));
        Assert.Null(await paris.Orders.GetAsync(offer.Order.Id, Stop));
        await berlin.Checkout.OfferAsync(cart.Id, "on-delivery", Stop);
        AttemptId attempt = (await berlin.Orders.GetAsync(offer.Order.Id, Stop))!.AttemptId;
        Assert.NotEqual(SettleOutcome.NotFound, (await berlin.Checkout.SettleAsync(attempt, Stop)).Outcome);
        Assert.Equal(SettleOutcome.NotFound, (await paris.Checkout.SettleAsync(attempt, Stop)).Outcome);
    }

    [Fact]
    public async Task Handlers_OfAShop_GetItsEventsAloneAndItsOwnStorefront()
    {
        ConcurrentQueue<(string Handler, string EventOf, string Storefront)> heard = [];
        await using ShopsApp app = await TwoShopsAsync(
            berlin => berlin.On<CartReceived, Storefronts.Storefront>("hear", (received, shop, _) => Hear("berlin", received, shop)),
            paris => paris.On<CartReceived, Storefronts.Storefront>("hear", (received, shop, _) => Hear("paris", received, shop)));

        await app.SendCartAsync(Berlin, Pablo, 3, "EUR");
        await app.SendCartAsync(Paris, Pablo, 5, "USD");
        await Patiently.Until(() => heard.Count == 2);

        Assert.Equal([("berlin", "berlin", "berlin"), ("paris", "paris", "paris")], heard.Order());

        Task Hear(string handler, CartReceived received, Storefronts.Storefront shop)
        {
            heard.Enqueue((handler, received.ShopId, shop.ShopId));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Cart_ToANumberOfNoShop_FailsUntilTheNumberHasOne()
    {
        Tenants tenants = new();
        await using ShopsApp app = await TenantsAsync(tenants);

        int before = await app.SendCartAsync("301", Pablo, 2, "USD", "wamid.lost");
        tenants.Shops.Add(tenants.Of("tenant-1", "301", 2m));
        int after = await app.SendCartAsync("301", Pablo, 2, "USD", "wamid.lost");
        await Patiently.Until(() => app.Phone.Sent.Count == 1);

        Assert.Equal((500, 200), (before, after));
        Assert.Contains("4.00 USD", app.Phone.Sent.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ToANumberOfNoShop_IsLeftToOthers()
    {
        await using ShopsApp app = await TwoShopsAsync(berlin => berlin.DefaultReply("Hello from Berlin."));

        int foreign = await app.SendTextAsync("301", Pablo);
        await app.SendTextAsync(Berlin, Pablo);
        await Patiently.Until(() => !app.Phone.Sent.IsEmpty);

        Assert.Equal(200, foreign);
        Assert.Equal(Berlin, Assert.Single(app.Phone.Sent).Number);
    }

    [Fact]
    public async Task Directory_ShopThatIsNew_IsServedWithoutARestart()
    {
        Tenants tenants = new();
        tenants.Shops.Add(tenants.Of("tenant-1", "301", 2m));
        await using ShopsApp app = await TenantsAsync(tenants);

        await app.SendCartAsync("301", Pablo, 2, "USD");
        tenants.Shops.Add(tenants.Of("tenant-2", "302", 7m));
        await app.SendCartAsync("302", Pablo, 7, "USD");
        await Patiently.Until(() => app.Phone.Sent.Count == 2);

        Assert.Equal(
            [("301", "Bearer token-301"), ("302", "Bearer token-302")],
            app.Phone.Sent.Select(sent => (sent.Number, sent.Token)).Order());
        Assert.Contains("4.00 USD", app.Phone.Sent.Single(sent => sent.Number == "301").Text, StringComparison.Ordinal);
        Assert.Contains("14.00 USD", app.Phone.Sent.Single(sent => sent.Number == "302").Text, StringComparison.Ordinal);
        IStorefrontFactory factory = app.Services.GetRequiredService<IStorefrontFactory>();
        Assert.Equal("tenant-2", (await factory.FindAsync("tenant-2", Stop))!.ShopId);
        Assert.Null(await factory.FindAsync("tenant-3", Stop));
    }

    private async Task<ShopsApp> TwoShopsAsync(
        Action<WhatsCommerceStorefrontBuilder>? berlin = null, Action<WhatsCommerceStorefrontBuilder>? paris = null)
    {
        ShopsApp app = new();
        app.AddClient("berlin", Berlin);
        app.AddClient("paris", Paris);
        app.Collection.AddKeyedSingleton<IPriceSource>("berlin", new OnePrice(_ => new Money(3m, "EUR")));
        app.Collection.AddSingleton<IPriceSource>(new OnePrice(_ => new Money(5m, "USD")));
        (string Name, string Title, Action<WhatsCommerceStorefrontBuilder>? More)[] shops =
            [("berlin", "Cash in Berlin", berlin), ("paris", "Cash in Paris", paris)];
        foreach ((string name, string title, Action<WhatsCommerceStorefrontBuilder>? more) in shops)
        {
            WhatsCommerceStorefrontBuilder builder = app.Collection
                .AddWhatsCommerceStorefrontCore(name, static options => options.PollInterval = TimeSpan.FromSeconds(1))
                .AddCheckout()
                .AddPayOnDelivery(options => options.Title = title);
            more?.Invoke(builder);
            if (name == "berlin")
            {
                Use(builder);
            }
        }

        await app.StartAsync(Stop);
        return app;
    }

    private async Task<ShopsApp> TenantsAsync(Tenants tenants)
    {
        ShopsApp app = new();
        app.AddClient("", "300");
        app.Collection.AddSingleton(tenants);
        app.Collection.AddSingleton<IPriceSource>(new OnePrice(shop => new Money(tenants.Prices[shop], "USD")));
        WhatsCommerceStorefrontBuilder builder = app.Collection
            .AddWhatsCommerceStorefrontCore(static options =>
            {
                options.PollInterval = TimeSpan.FromSeconds(1);
                options.DirectoryInterval = TimeSpan.FromSeconds(1);
            })
            .AddCheckout()
            .AddPayOnDelivery()
            .UseDirectory<TenantDirectory>();
        Use(builder);
        await app.StartAsync(Stop);
        return app;
    }

    private sealed class OnePrice(Func<string, Money> priceOf) : IPriceSource
    {
        public Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ProductPrice>>(
            [
                .. request.Products.Select(id => new ProductPrice { RetailerId = id, Name = "Apples", Price = priceOf(request.ShopId) }),
            ]);
    }

    /// <summary>The tenants of a solution provider.</summary>
    private sealed class Tenants
    {
        public ConcurrentBag<StorefrontListing> Shops { get; } = [];

        public ConcurrentDictionary<string, decimal> Prices { get; } = [];

        public StorefrontListing Of(string id, string number, decimal price)
        {
            Prices[id] = price;
            return new StorefrontListing(id)
            {
                Account = new WhatsCommerceAccount { Name = id, PhoneNumberId = number, AccessToken = "token-" + number },
            };
        }
    }

    private sealed class TenantDirectory(Tenants tenants) : IStorefrontDirectory
    {
        public ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(tenants.Shops.FirstOrDefault(shop => shop.ShopId == shopId));

        public ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(tenants.Shops.FirstOrDefault(shop => shop.Account!.PhoneNumberId == route.PhoneNumberId));

        public IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default) =>
            tenants.Shops.ToArray().ToAsyncEnumerable();
    }
}
