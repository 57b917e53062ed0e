using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>
/// What every database must do for a shop beyond <see cref="StorefrontStoreContract"/>: one transaction, tables, versions.
/// </summary>
public abstract class StorefrontDatabaseContract
{
    private const string Shop = "shop";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "storefront.carts");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An instance of the app; all of a test have one database.</summary>
    /// <param name="rooms">The rooms of its storefront.</param>
    /// <param name="components">Further parts of its tables.</param>
    protected abstract ServiceProvider Start(
        Action<WhatsCommerceStorefrontBuilder> rooms, params DatabaseComponent[] components);

    [Fact]
    public async Task Commit_OfAWebhook_CompletesItsClaimInTheSameTransaction()
    {
        await using ServiceProvider app = Start(AllRooms);
        WebhookContext context = await BeginAsync(app);

        Assert.True(await StoreOf(app).CommitAsync(CartStep("c", context), Stop));

        Assert.Equal(WebhookClaimState.Done, (await ClaimsOf(app).TryBeginAsync(Key, Lease, Stop)).State);
        Assert.NotNull(await StoreOf(app).FindCartAsync(Shop, "c", Stop));
    }

    [Fact]
    public async Task Conversation_OfAWebhook_CompletesItsClaimInTheSameTransaction()
    {
        await using ServiceProvider app = Start(builder => builder.AddConversations());
        WebhookContext context = await BeginAsync(app);
        CustomerKey customer = new("pablo");
        ConversationStep step = new()
        {
            Conversation = new CustomerConversation { ShopId = Shop, Customer = customer, LastAt = Noon, ChangedAt = Noon },
            Webhook = context,
        };

        Assert.True(await app.GetRequiredService<IConversationStore>().WriteAsync(step, Stop));

        Assert.Equal(WebhookClaimState.Done, (await ClaimsOf(app).TryBeginAsync(Key, Lease, Stop)).State);
        Assert.NotNull(await app.GetRequiredService<IConversationStore>().FindAsync(Shop, customer, Stop));
    }

    [Fact]
    public async Task Commit_OfAWebhookWhoseClaimIsLost_WritesNothingAndThrows()
    {
        await using ServiceProvider app = Start(AllRooms);
        WebhookContext context = await BeginAsync(app);
        Assert.True(await ClaimsOf(app).AbandonAsync(context.Claim, "slow", Stop));
        WebhookClaim other = await ClaimsOf(app).TryBeginAsync(Key, Lease, Stop);

        await Assert.ThrowsAsync<WebhookClaimLostException>(() => StoreOf(app).CommitAsync(CartStep("c", context), Stop));

        Assert.Null(await StoreOf(app).FindCartAsync(Shop, "c", Stop));
        Assert.True(await ClaimsOf(app).CompleteAsync(other, Stop));
    }

    [Fact]
    public async Task Commit_OfAWebhookThatWasCarriedOut_LeavesTheCompletionToIt()
    {
        await using ServiceProvider app = Start(AllRooms);
        Assert.True(await StoreOf(app).CommitAsync(CartStep("c", webhook: null), Stop));
        WebhookContext context = await BeginAsync(app);

        Assert.False(await StoreOf(app).CommitAsync(CartStep("c", context), Stop));

        Assert.True(await ClaimsOf(app).CompleteAsync(context.Claim, Stop));
    }

    [Fact]
    public async Task Rows_OfAnInstanceThatEnded_AreThereForTheNext()
    {
        await using (ServiceProvider before = Start(AllRooms))
        {
            await StoreOf(before).CommitAsync(CartStep("c", webhook: null), Stop);
        }

        await using ServiceProvider app = Start(AllRooms);

        Cart cart = (await StoreOf(app).FindCartAsync(Shop, "c", Stop))!;
        OutboxRow row = Assert.Single(await StoreOf(app).ClaimOutboxAsync(Shop, Noon, Noon.AddMinutes(1), 10, Stop));
        Assert.Equal(Everything("c") with { Version = 1, Lines = cart.Lines, Answers = cart.Answers }, cart);
        Assert.Equal(Everything("c").Lines, cart.Lines);
        Assert.Equal(Everything("c").Answers, cart.Answers);
        Assert.Equal(new CartId("c"), Assert.IsType<CartReceived>(row.Event).CartId);
    }

    [Fact]
    public async Task Outbox_TwoInstances_RunEachEventOnceAndInOrder()
    {
        const int Customers = 10;
        const int Events = 5;
        await using ServiceProvider first = Start(AllRooms);
        await using ServiceProvider second = Start(AllRooms);
        StorefrontStep step = new()
        {
            ShopId = Shop,
            Outbox =
                [.. Enumerable.Range(0, Events).SelectMany(i => Enumerable.Range(0, Customers).Select(c => Row($"p{c}/{i}", $"p{c}")))],
        };
        await StoreOf(first).CommitAsync(step, Stop);
        List<(string Customer, string Event)> ran = [];

        await Task.WhenAll(new[] { first, second, first, second }.Select(app => Task.Run(
            async () =>
            {
                while (Count() < Customers * Events)
                {
                    foreach (OutboxRow row in await StoreOf(app).ClaimOutboxAsync(Shop, Noon, Noon.AddMinutes(1), 3, Stop))
                    {
                        lock (ran)
                        {
                            ran.Add((row.Customer.ToString(), row.Event.Id));
                        }

                        Assert.True(await StoreOf(app).UpdateOutboxAsync(
                            row with { State = OutboxState.Done, LeaseUntil = null }, Stop));
                    }
                }
            },
            Stop)));

        Assert.Equal(Customers * Events, ran.Distinct().Count());
        Assert.Equal(ran.Count, ran.Distinct().Count());
        Assert.All(ran.GroupBy(one => one.Customer), one => Assert.Equal(one.Order(), one));

        int Count()
        {
            lock (ran)
            {
                return ran.Count;
            }
        }
    }

    [Theory]
    [InlineData(0, new[] { "shop_outbox", "shop_works" })]
    [InlineData(1, new[] { "shop_carts", "shop_outbox", "shop_works" })]
    [InlineData(
        2,
        new[] { "shop_attempts", "shop_carts", "shop_orders", "shop_outbox", "shop_provider_events", "shop_refunds", "shop_works" })]
    [InlineData(
        3,
        new[]
        {
            "shop_attempts", "shop_carts", "shop_orders", "shop_outbox", "shop_provider_events", "shop_recoveries",
            "shop_recovery_customers", "shop_recovery_settings", "shop_refunds", "shop_reminders", "shop_works",
        })]
    public async Task Tables_OfRoomsThatWereNotAdded_AreNotMade(int rooms, string[] expected)
    {
        await using ServiceProvider app = Start(builder => _ = rooms switch
        {
            0 => builder,
            1 => builder.AddCarts(),
            3 => builder.AddRecovery(),
            _ => builder.AddCheckout(),
        });

        await StoreOf(app).ListOutboxAsync(Shop, OutboxState.Dead, 1, Stop);
        await StoreOf(app).MergeCustomersAsync(
            Shop, new CustomersMerged { Survivor = new CustomerKey("a"), Merged = new CustomerKey("b") }, Stop);

        Assert.Equal(expected, await TablesAsync(app));
    }

    [Fact]
    public async Task Migrate_FromThePreviousVersion_KeepsWhatIsThereAndIsAppliedOnce()
    {
        await using (ServiceProvider old = Start(AllRooms, Notes(1)))
        {
            WhatsCommerceDatabase before = DatabaseOf(old);
            await before.MigrateAsync(Stop);
            await before.WriteAsync([new($"insert into {before.Table("notes")} (id) values ($1)", "a")], Stop);
        }

        await using ServiceProvider app = Start(AllRooms, Notes(2));
        WhatsCommerceDatabase database = DatabaseOf(app);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.MigrateAsync(Stop), Stop)));

        IReadOnlyList<string> rows = await database.ReadAsync(
            new($"select id || note from {database.Table("notes")}"), static row => row.GetString(0), Stop);
        Assert.Equal(["a-"], rows);
        Assert.Equal(2, await VersionAsync(database, "notes"));
    }

    [Fact]
    public async Task Migrate_ByALaterVersion_IsRefusedByAnOlderOne()
    {
        await using (ServiceProvider later = Start(AllRooms, Notes(2)))
        {
            await DatabaseOf(later).MigrateAsync(Stop);
        }

        await using ServiceProvider app = Start(AllRooms, Notes(1));
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseOf(app).MigrateAsync(Stop));

        Assert.Contains("\"notes\" were changed to version 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Update the app", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_StatementThatChangesNoRow_IsNamedAndNothingIsWritten()
    {
        await using ServiceProvider app = Start(AllRooms, Notes(1));
        WhatsCommerceDatabase database = DatabaseOf(app);
        await database.MigrateAsync(Stop);
        string table = database.Table("notes");

        int failed = await database.WriteAsync(
            [
                new($"insert into {table} (id) values ($1)", "a"),
                new($"update {table} set id = $1 where id = $2", "c", "b") { MustChange = true },
                new($"insert into {table} (id) values ($1)", "d"),
            ],
            Stop);

        Assert.Equal(1, failed);
        Assert.Empty(await database.ReadAsync(new($"select 1 from {table}"), static _ => true, Stop));
    }

    [Fact]
    public async Task Commit_TextsThatDatabasesRefuse_AreStored()
    {
        await using ServiceProvider app = Start(AllRooms);
        Cart cart = Everything("c") with { Note = "a\0b\ud83c\udf4e ' \" \\u0000 \u200f" };

        Assert.True(await StoreOf(app).CommitAsync(
            new StorefrontStep { ShopId = Shop, Carts = [cart], Outbox = [Row("e", "p") with { Error = "x\0\ud800y" }] }, Stop));

        Assert.Equal(cart.Note, (await StoreOf(app).FindCartAsync(Shop, "c", Stop))!.Note);
        Assert.Equal("x\ufffd\ufffdy", (await StoreOf(app).ListOutboxAsync(Shop, OutboxState.Waiting, 1, Stop)).Single().Error);
    }

    [Fact]
    public async Task Outbox_EventOfALaterVersion_WaitsForItAndHoldsUpNobodyElse()
    {
        await using ServiceProvider app = Start(AllRooms);
        WhatsCommerceDatabase database = DatabaseOf(app);
        await StoreOf(app).CommitAsync(
            new StorefrontStep { ShopId = Shop, Outbox = [Row("later", "p1"), Row("next", "p1"), Row("other", "p2")] }, Stop);
        await database.WriteAsync(
            [new($"update {database.Table("shop_outbox")} set event = 'parcel_lost' where event_id = $1", "later")], Stop);

        IReadOnlyList<OutboxRow> rows = await StoreOf(app).ClaimOutboxAsync(Shop, Noon, Noon.AddMinutes(1), 10, Stop);

        Assert.Equal("other", Assert.Single(rows).Event.Id);
    }

    protected static IStorefrontStore StoreOf(ServiceProvider app) => app.GetRequiredService<IStorefrontStore>();

    protected static WhatsCommerceDatabase DatabaseOf(ServiceProvider app) => app.GetRequiredService<WhatsCommerceDatabase>();

    protected static void AllRooms(WhatsCommerceStorefrontBuilder builder) => builder.AddCheckout();

    /// <summary>The names of the shop's tables, in their order.</summary>
    protected abstract Task<IReadOnlyList<string>> TablesAsync(ServiceProvider app);

    private static IWebhookStore ClaimsOf(ServiceProvider app) => app.GetRequiredService<IWebhookStore>();

    private static DatabaseComponent Notes(int version) => new("notes", [.. new Func<WhatsCommerceDatabase, string>[]
    {
        database => $"create table {database.Table("notes")} (id text not null primary key);",
        database => $"alter table {database.Table("notes")} add column note text not null default '-';",
    }.Take(version)]);

    private static async Task<long> VersionAsync(WhatsCommerceDatabase database, string component) => (await database.ReadAsync(
        new($"select count(*) from {database.Table("migrations")} where component = $1", component),
        static row => row.GetInt64(0),
        Stop)).Single();

    private static async Task<WebhookContext> BeginAsync(ServiceProvider app)
    {
        await DatabaseOf(app).MigrateAsync(Stop);
        WebhookClaim claim = await ClaimsOf(app).TryBeginAsync(Key, Lease, Stop);
        byte[] body =
            Encoding.UTF8.GetBytes("""{"messages":[{"id":"wamid.A","from":"16505550123","type":"text","text":{"body":"Apples?"}}]}""");
        return new WebhookContext(WebhookParser.Parse(body).Events[0], "", claim);
    }

    private static StorefrontStep CartStep(string id, WebhookContext? webhook) => new()
    {
        ShopId = Shop,
        Carts = [Everything(id)],
        Outbox = [Row($"{id}/received", "pablo")],
        Webhook = webhook,
    };

    /// <summary>A cart that has everything.</summary>
    private static Cart Everything(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        Customer = new CustomerKey("pablo"),
        To = "US.13491208655302741918",
        PhoneNumberId = "106540352242922",
        MessageId = "wamid.A",
        CatalogId = "146265584024623",
        State = CartState.Locked,
        Lines =
        [
            new CartLine { RetailerId = "apple-1kg", Quantity = 2, ShownPrice = new Money(3.49m, "USD") },
            new CartLine { RetailerId = "tea", Quantity = 1, ShownPrice = new Money(1.2345m, "XTS") },
            new CartLine { RetailerId = "rice", Quantity = 1 },
        ],
        Note = "ring twice",
        Language = "es",
        Answers =
        [
            new CheckoutAnswer { Step = "delivery", Value = "Pickup", MessageId = "wamid.B" },
            new CheckoutAnswer { Step = "address", Draft = "{}" },
        ],
        AskedStep = "address",
        ConfirmedQuote = "abc",
        OrderId = "o",
        ReplacedBy = "d",
        CreatedAt = Noon,
        ExpiresAt = Noon.AddDays(7),
    };

    private static OutboxRow Row(string id, string customer) => new()
    {
        Event = new CartReceived { Id = id, ShopId = Shop, Customer = new CustomerKey(customer), At = Noon, CartId = "c" },
        Handler = "book",
        Customer = new CustomerKey(customer),
        DueAt = Noon,
    };
}
