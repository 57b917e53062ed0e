using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests;

/// <summary>A shop in memory with one product, and a provider that says what the test tells it to.</summary>
internal sealed class ShopFixture
{
    private static readonly CustomerKey Pablo = new("pablo");

    public ShopFixture(
        Guards? guards = null,
        Func<ShopSeams, ShopSeams>? seams = null,
        Action<StorefrontOptions>? configure = null,
        FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider();
        StorefrontOptions options = new();
        configure?.Invoke(options);
        Store = new MemoryStorefrontStore(guards ?? Guards.All);
        Handlers = new EventHandlers();
        Handlers.Add(new EventHandlerRegistration<StorefrontEvent>("all", (_, _, _) => Task.CompletedTask));
        Services = new ShopServices { Store = Store, Options = options, Handlers = Handlers, Time = Time, Guards = guards ?? Guards.All };
        ShopSeams standard = new() { Prices = Prices, Providers = [Provider] };
        ShopSeams all = seams?.Invoke(standard) ?? standard;
        Providers = all.Providers;
        Rooms = new ShopRooms(Services, all);
    }

    public FakeTimeProvider Time { get; }

    public MemoryStorefrontStore Store { get; }

    public EventHandlers Handlers { get; }

    public ShopServices Services { get; }

    public ShopRooms Rooms { get; }

    public IReadOnlyList<ICheckoutProvider> Providers { get; }

    public ScriptedProvider Provider { get; } = new();

    public FixedPrices Prices { get; } = new(
        new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") },
        new ProductPrice { RetailerId = "pear-1kg", Name = "Pears, 1 kg", Price = new Money(2m, "EUR") });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<Cart> CartAsync(string product = "apple-1kg", int quantity = 2, Money? shown = null, Recipient to = default) =>
        Rooms.Carts.CreateAsync(
            Pablo,
            to == default ? "+16505551234" : to,
            [new CartLine { RetailerId = product, Quantity = quantity, ShownPrice = shown }],
            Stop);

    public async Task<OfferResult> OfferAsync() => await Rooms.Checkout.OfferAsync((await CartAsync()).Id, cancellationToken: Stop);

    public async Task<Order> OrderAsync(OrderId id) => (await Rooms.Orders.GetAsync(id, Stop))!;

    /// <summary>The kinds of the events so far, in their order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await Store.ListOutboxAsync("shop", OutboxState.Waiting, 1_000, Stop)).Select(row => row.Event.GetType().Name)];
}
