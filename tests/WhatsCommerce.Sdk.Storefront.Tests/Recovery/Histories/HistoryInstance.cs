using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>One instance of a shop: its own clock and memory, and the stores that it shares with the others.</summary>
internal sealed class HistoryInstance
{
    private static readonly IServiceScopeFactory Scopes =
        new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();

    private readonly RecoveryProcessor _processor;
    private readonly OutboxProcessor _outbox;

    public HistoryInstance(
        string shopId,
        IStorefrontStore store,
        IRecoveryStore recovery,
        HistoryWorld world,
        TimeProvider time,
        Action<StorefrontEvent> told,
        Func<WhatsCommerceClient>? client = null)
    {
        StorefrontOptions options = new()
        {
            ShopId = shopId,
            CartLifetime = TimeSpan.FromDays(30),

            // One after the other, so that the same seed is the same history.
            MaxConcurrency = 1,
            PublicAddress = new Uri("https://shop.example/shop"),
        };
        EventHandlers handlers = new();
        Shop = new ShopServices { Store = store, Options = options, Handlers = handlers, Time = time };
        Rooms = new ShopRooms(Shop, new ShopSeams { Prices = world, Providers = [world] });
        Store = recovery;
        Texts texts = new(options);
        Carts = new RecoveryCarts(Shop);
        ReminderRecords records = new(Shop, recovery);
        People = new RecoveryPeople(Shop, recovery, records, texts);
        Recovery = new StorefrontRecovery(Shop, recovery, People, Carts, records);
        RecoveryCredit credit = new(Shop, recovery, Carts, records);
        RecoveryJudge judge = new(
            Shop,
            recovery,
            Carts,
            Rooms.Checkout,
            new CustomerKnowledge(Shop, world),
            new ReminderMessages(Shop, texts),
            world,
            world);
        ShopClients clients = new(_ => client?.Invoke() ?? new Client(this, world));
        _processor = new RecoveryProcessor(Shop, recovery, judge, records, clients);
        _outbox = new OutboxProcessor(Shop, Scopes);
        handlers.Add(new EventHandlerRegistration<CartReceived>("begin", (_, received, token) => People.BeginAsync(received, token)));
        handlers.Add(new EventHandlerRegistration<OrderPlaced>("credit", (_, placed, token) => credit.PlacedAsync(placed, token)));
        handlers.Add(new EventHandlerRegistration<StorefrontEvent>("told", (_, one, _) =>
        {
            told(one);
            return Task.CompletedTask;
        }));
    }

    public ShopServices Shop { get; }

    public ShopRooms Rooms { get; }

    public IRecoveryStore Store { get; }

    public RecoveryCarts Carts { get; }

    public RecoveryPeople People { get; }

    public StorefrontRecovery Recovery { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task RunOutboxAsync()
    {
        while (await _outbox.RunOnceAsync(50, Stop) > 0)
        {
        }
    }

    public Task<int> TickAsync() => TickUntilAsync(Stop);

    public Task<int> TickUntilAsync(CancellationToken stopping) => _processor.RunOnceAsync(100, stopping);

    private sealed class Client(HistoryInstance instance, HistoryWorld world) : WhatsCommerceClient
    {
        public override MessagesClient Messages { get; } = new Sender(instance, world);
    }

    private sealed class Sender(HistoryInstance instance, HistoryWorld world) : MessagesClient
    {
        public override async Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
        {
            ReminderId id = ReminderButtons.ReadData(options!.CallbackData);
            Reminder reminder = (await instance.Store.FindReminderAsync(instance.Shop.ShopId, id, cancellationToken))!;
            return world.Post(reminder, message, instance.Shop.Time);
        }
    }
}
