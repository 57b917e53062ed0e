using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>One instance of a shop in memory, in which a test says what happens when.</summary>
internal sealed class RecoveryFixture : IDisposable
{
    private readonly MemoryStorefrontStore _store = new();
    private readonly MemoryRecoveryStore _recovery;
    private CartId _cart;
    private int _number;

    public RecoveryFixture()
    {
        _recovery = new MemoryRecoveryStore(_store);
        World = new HistoryWorld(new Random(1), Clock);
        Instance = new HistoryInstance(
            "shop", _store, _recovery, World, Clock.Behind(TimeSpan.Zero), Told.Add, () => new FailingClient(this));
    }

    public HistoryClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero));

    public HistoryWorld World { get; }

    public HistoryInstance Instance { get; }

    public RecordingClient Client { get; } = new();

    public List<StorefrontEvent> Told { get; } = [];

    /// <summary>What sending throws; null when it does not fail.</summary>
    public Func<Exception>? Fails { get; set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _recovery.Dispose();

    public Task<Cart> SendCartAsync(CustomerKey customer = default) => SendCartAsync(customer, "apple");

    public async Task<Cart> SendCartAsync(CustomerKey customer, params RetailerId[] products)
    {
        customer = customer.HasValue ? customer : new CustomerKey("pablo");
        if (World.Customers.All(known => known.Key != customer))
        {
            World.Customers.Add(new HistoryCustomer { Key = customer, To = "+16505551234", Zone = "UTC", AcceptsMarketing = true });
        }

        OrderEvent order = new()
        {
            Id = $"wamid.{++_number}",
            Timestamp = Clock.Now,
            Items = [.. products.Select(id => new OrderItem { RetailerId = id, Quantity = 2 })],
            Customer = new Customer { WaId = "16505551234" },
        };
        Cart cart = await Instance.Rooms.Carts.ReceiveAsync(order, customer, cancellationToken: Stop);
        await Instance.RunOutboxAsync();
        _cart = cart.Id;
        return cart;
    }

    public async Task PassAsync(TimeSpan time)
    {
        Clock.MoveTo(Clock.Now + time);
        await TickAsync();
    }

    public async Task TickAsync()
    {
        await Instance.TickAsync();
        await Instance.RunOutboxAsync();
    }

    public Task<IReadOnlyList<Reminder>> RemindersAsync() => Instance.Recovery.ListAsync(_cart, Stop);

    public Task<RecoveryReport> ReportAsync() => Instance.Recovery.ReportAsync(Clock.Now.AddDays(-30), Clock.Now.AddDays(1), Stop);

    public async Task PayAsync(AttemptId attempt)
    {
        World.Set(attempt, ProviderPaymentState.Paid);
        await Instance.Rooms.Checkout.SettleAsync(attempt, Stop);
        await Instance.RunOutboxAsync();
    }

    public Task ReceiveAsync(string text)
    {
        TextEvent message = new() { Text = text, Timestamp = Clock.Now };
        WebhookClaim claim = WebhookClaim.Claimed(new WebhookKey("/event", "storefront.recovery"), Guid.NewGuid(), 1);
        return Instance.People.ReceiveAsync(message, new WebhookContext(message, "", claim, new CustomerKey("pablo")), Stop);
    }

    public async Task<ReplyContext> PressAsync(string button, CustomerKey customer)
    {
        Texts texts = new(Instance.Shop.Options);
        RecoveryAnswers answers = new(
            Instance.Shop,
            _recovery,
            Instance.Carts,
            new ReminderRecords(Instance.Shop, _recovery),
            Instance.Rooms.Carts,
            Instance.Rooms.Checkout,
            new OfferMessages(texts),
            new PersonRequests(Instance.Shop, new Desk(World)),
            texts);
        ReplyContext context = new(new InboundMessage { Kind = InboundMessageKind.Button, ButtonId = button }, customer);
        Assert.True(await answers.PressAsync(context, Stop));
        await Instance.RunOutboxAsync();
        return context;
    }

    /// <summary>Where whoever is asked for owns the conversation.</summary>
    private sealed class Desk(HistoryWorld world) : StorefrontConversations
    {
        public override Task<TakeOverResult> TakeOverAsync(
            CustomerKey customer,
            string? by,
            string? reason = null,
            bool evenFromOthers = false,
            CancellationToken cancellationToken = default)
        {
            Assert.Null(by);
            world.Of(customer).IsWithHuman = true;
            return Task.FromResult(new TakeOverResult { Outcome = TakeOverOutcome.Taken });
        }
    }

    private sealed class FailingClient(RecoveryFixture shop) : WhatsCommerceClient
    {
        public override MessagesClient Messages =>
            shop.Fails is Func<Exception> fails ? throw fails() : shop.Client.Messages;
    }
}
