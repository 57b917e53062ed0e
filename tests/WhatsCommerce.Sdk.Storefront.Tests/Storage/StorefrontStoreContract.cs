using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every store must do. A store of a database inherits it and gives an empty store for each test.</summary>
public abstract class StorefrontStoreContract
{
    private const string Shop = "shop";

    // With a fraction of a second, as clocks have it; stores keep milliseconds.
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    protected abstract Task<IStorefrontStore> CreateAsync();

    [Fact]
    public async Task Commit_NewRows_AreReadBackWithTheirVersion()
    {
        IStorefrontStore store = await CreateAsync();

        Assert.True(await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Shop,
                Carts = [Cart("c")],
                Orders = [Order("o")],
                Attempts = [Attempt("a")],
                Refunds = [Refund("r")],
            },
            Stop));

        Cart cart = (await store.FindCartAsync(Shop, "c", Stop))!;
        Order order = (await store.FindOrderAsync(Shop, "o", Stop))!;
        PaymentAttempt attempt = (await store.FindAttemptAsync(Shop, "a", Stop))!;
        Refund refund = (await store.FindRefundAsync(Shop, "r", Stop))!;
        Assert.Equal((1L, 1L, 1L, 1L), (cart.Version, order.Version, attempt.Version, refund.Version));
        Assert.Equal((Noon, "+16505551234", 2), (cart.CreatedAt, cart.To.Value, cart.Lines.Single().Quantity));
        Assert.Equal((new Money(6.98m, "USD"), "N-o"), (order.Quote.Total, order.Number));
        Assert.Equal(Attempt("a") with { Version = 1 }, attempt);
        Assert.Equal(Refund("r") with { Version = 1 }, refund);
    }

    [Fact]
    public async Task FindAttemptRows_OfAnAttempt_AreTheRowsThatAreFoundOneByOne()
    {
        IStorefrontStore store = await CreateAsync();
        Order order = Order("o") with { CartId = "c" };
        await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, Carts = [Cart("c")], Orders = [order], Attempts = [Attempt("a")] }, Stop);
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [order with { Version = 1, Number = "N-2" }] }, Stop);

        AttemptRows rows = (await store.FindAttemptRowsAsync(Shop, "a", Stop))!;

        Assert.Equal(await store.FindAttemptAsync(Shop, "a", Stop), rows.Attempt);
        Assert.Equal((2L, "N-2", "pablo"), (rows.Order.Version, rows.Order.Number, rows.Order.Customer.Value));
        Assert.Equal(("c", 1L, "pablo"), (rows.Cart!.Id.Value, rows.Cart.Version, rows.Cart.Customer.Value));
        Assert.Null(await store.FindAttemptRowsAsync("other", "a", Stop));
        Assert.Null(await store.FindAttemptRowsAsync(Shop, "b", Stop));
    }

    [Fact]
    public async Task FindAttemptRows_OrderWhoseCartIsGone_HasNone()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [Order("o")], Attempts = [Attempt("a")] }, Stop);

        Assert.Null((await store.FindAttemptRowsAsync(Shop, "a", Stop))!.Cart);
    }

    [Fact]
    public async Task Commit_RowThatExists_WritesNothingOfTheStep()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Carts = [Cart("c")] }, Stop);

        Assert.False(await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, Attempts = [Attempt("a")], Carts = [Cart("c")], Outbox = [Row("e", "book")] }, Stop));

        Assert.Null(await store.FindAttemptAsync(Shop, "a", Stop));
        Assert.Empty(await ClaimAsync(store, Noon));
    }

    [Fact]
    public async Task Commit_ProviderEventThatWasApplied_WritesNothingOfTheStep()
    {
        IStorefrontStore store = await CreateAsync();
        ProviderEvent applied = new() { Provider = "stripe", Id = "evt_1", At = Noon };
        Assert.True(await store.CommitAsync(new StorefrontStep { ShopId = Shop, ProviderEvents = [applied] }, Stop));

        Assert.False(await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, ProviderEvents = [applied with { At = Noon.AddDays(1) }], Carts = [Cart("c")] }, Stop));

        Assert.Null(await store.FindCartAsync(Shop, "c", Stop));
        Assert.True(await store.HasProviderEventAsync(Shop, "stripe", "evt_1", Stop));
        Assert.False(await store.HasProviderEventAsync(Shop, "paypal", "evt_1", Stop));
        Assert.False(await store.HasProviderEventAsync("other", "stripe", "evt_1", Stop));
    }

    [Fact]
    public async Task Commit_RowOfAnOlderVersion_WritesNothingOfTheStep()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [Order("o")] }, Stop);
        Order read = (await store.FindOrderAsync(Shop, "o", Stop))!;
        Assert.True(await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [read with { DecidedBy = "ann" }] }, Stop));

        Assert.False(await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, Orders = [read with { DecidedBy = "bob" }], Attempts = [Attempt("a")] }, Stop));

        Order stored = (await store.FindOrderAsync(Shop, "o", Stop))!;
        Assert.Equal(("ann", 2), (stored.DecidedBy, stored.Version));
        Assert.Null(await store.FindAttemptAsync(Shop, "a", Stop));
    }

    [Fact]
    public async Task Commit_RowThatDoesNotExist_CannotBeChanged()
    {
        IStorefrontStore store = await CreateAsync();

        Assert.False(await store.CommitAsync(new StorefrontStep { ShopId = Shop, Carts = [Cart("c") with { Version = 1 }] }, Stop));
    }

    [Fact]
    public async Task Commit_ManyAtOnce_OneWins()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [Order("o")] }, Stop);
        Order read = (await store.FindOrderAsync(Shop, "o", Stop))!;

        bool[] written = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () => store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [read], Attempts = [Attempt($"a{i}")] }, Stop), Stop)));

        Assert.Single(written, one => one);
        Assert.Single(await store.ListAttemptsAsync(Shop, "o", Stop));
    }

    [Fact]
    public async Task Commit_NumberOfAnotherOrder_IsRefused()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [Order("o")] }, Stop);

        Assert.False(await store.CommitAsync(new StorefrontStep { ShopId = Shop, Orders = [Order("p") with { Number = "N-o" }] }, Stop));
        Assert.Equal("o", (await store.FindOrderByNumberAsync(Shop, "N-o", Stop))!.Id);
    }

    [Fact]
    public async Task Rows_OfAnotherShop_AreNeverSeen()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, Carts = [Cart("c")], Orders = [Order("o")], Outbox = [Row("e", "book")] }, Stop);

        Assert.Null(await store.FindCartAsync("other", "c", Stop));
        Assert.Null(await store.FindOrderAsync("other", "o", Stop));
        Assert.Null(await store.FindOrderByNumberAsync("other", "N-o", Stop));
        Assert.Empty(await store.ListLiveCartsAsync("other", new CustomerKey("pablo"), Stop));
        Assert.Empty(await store.ClaimOutboxAsync("other", Noon, Noon.AddMinutes(1), 10, Stop));
        Assert.True(await store.CommitAsync(
            new StorefrontStep { ShopId = "other", Carts = [Cart("c") with { ShopId = "other" }] }, Stop));
    }

    [Fact]
    public async Task Lists_OfWhatIsDue_AreByTimeAndLimited()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Shop,
                Attempts =
                [
                    Attempt("late") with { CheckAt = Noon.AddMinutes(2) }, Attempt("early") with { CheckAt = Noon },
                    Attempt("never"), Attempt("future") with { CheckAt = Noon.AddHours(1) },
                ],
                Refunds = [Refund("due") with { CheckAt = Noon }, Refund("done")],
                Carts =
                [
                    Cart("open") with { ExpiresAt = Noon },
                    Cart("ended") with { ExpiresAt = Noon, State = CartState.Expired },
                    Cart("young"),
                ],
            },
            Stop);

        DateTimeOffset now = Noon.AddMinutes(2);
        Assert.Equal(["early", "late"], (await store.ListDueAttemptsAsync(Shop, now, 10, Stop)).Select(id => id.Value));
        Assert.Equal(["early"], (await store.ListDueAttemptsAsync(Shop, now, 1, Stop)).Select(id => id.Value));
        Assert.Equal(["due"], (await store.ListDueRefundsAsync(Shop, now, 10, Stop)).Select(id => id.Value));
        Assert.Equal(["open"], (await store.ListDueCartsAsync(Shop, now, 10, Stop)).Select(id => id.Value));
    }

    [Fact]
    public async Task Outbox_OfOneCustomerAndHandler_ComesOneByOneInOrder()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Shop,
                Outbox = [Row("e1", "book"), Row("e2", "book"), Row("e1", "mail"), Row("f1", "book", "maria")],
            },
            Stop);

        IReadOnlyList<OutboxRow> first = await ClaimAsync(store, Noon);
        Assert.Equal([("e1", "book"), ("e1", "mail"), ("f1", "book")], first.Select(row => (row.Event.Id, row.Handler)));
        Assert.All(first, row => Assert.Equal(1, row.Attempts));
        Assert.Empty(await ClaimAsync(store, Noon));

        Assert.True(await store.UpdateOutboxAsync(first[0] with { State = OutboxState.Done, LeaseUntil = null }, Stop));
        Assert.Equal([("e2", "book")], (await ClaimAsync(store, Noon)).Select(row => (row.Event.Id, row.Handler)));
    }

    [Fact]
    public async Task Outbox_LeaseThatEnded_GoesToAnotherRunAndRefusesTheFirst()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Outbox = [Row("e1", "book")] }, Stop);
        OutboxRow slow = (await ClaimAsync(store, Noon)).Single();

        OutboxRow second = (await ClaimAsync(store, Noon.AddMinutes(1))).Single();

        Assert.Equal(2, second.Attempts);
        Assert.False(await store.UpdateOutboxAsync(slow with { State = OutboxState.Done, LeaseUntil = null }, Stop));
        Assert.True(await store.UpdateOutboxAsync(second with { State = OutboxState.Done, LeaseUntil = null }, Stop));
        Assert.False(await store.UpdateOutboxAsync(second with { State = OutboxState.Done, LeaseUntil = null }, Stop));
    }

    [Fact]
    public async Task Outbox_DeadRow_HoldsUpNobodyAndIsListed()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Outbox = [Row("e1", "book"), Row("e2", "book")] }, Stop);
        OutboxRow row = (await ClaimAsync(store, Noon)).Single();
        await store.UpdateOutboxAsync(row with { State = OutboxState.Dead, LeaseUntil = null, Error = "closed" }, Stop);

        Assert.Equal(["e2"], (await ClaimAsync(store, Noon)).Select(other => other.Event.Id));
        Assert.Equal("closed", (await store.ListOutboxAsync(Shop, OutboxState.Dead, 10, Stop)).Single().Error);
    }

    [Fact]
    public async Task Outbox_RowThatIsDone_IsNotStoredAgain()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(new StorefrontStep { ShopId = Shop, Outbox = [Row("e1", "book")] }, Stop);
        OutboxRow row = (await ClaimAsync(store, Noon)).Single();
        await store.UpdateOutboxAsync(row with { State = OutboxState.Done, LeaseUntil = null }, Stop);

        Assert.False(await store.CommitAsync(new StorefrontStep { ShopId = Shop, Outbox = [Row("e1", "book")] }, Stop));
        Assert.Empty(await ClaimAsync(store, Noon));
    }

    [Fact]
    public async Task Outbox_RowThatIsDueLater_HoldsUpThoseBehindIt()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Shop,
                Outbox = [Row("e1", "book") with { DueAt = Noon.AddMinutes(5) }, Row("e2", "book")],
            },
            Stop);

        Assert.Empty(await ClaimAsync(store, Noon));
        Assert.Equal(["e1"], (await ClaimAsync(store, Noon.AddMinutes(5))).Select(row => row.Event.Id));
    }

    [Fact]
    public async Task Claim_ByOneShop_RemovesWhatIsOldAndDoneInAllShops()
    {
        const string Closed = "closed";
        IStorefrontStore store = await CreateAsync();
        OutboxRow[] events = [Of("done"), Of("dead"), Of("waiting")];
        await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Closed,
                Outbox = events,
                ProviderEvents = [new ProviderEvent { Provider = "fake", Id = "evt", At = Noon }],
            },
            Stop);
        IReadOnlyList<OutboxRow> claimed = await store.ClaimOutboxAsync(Closed, Noon, Noon.AddMinutes(1), 10, Stop);
        foreach (OutboxRow row in claimed.Where(row => row.Event.Id != "waiting"))
        {
            OutboxState state = row.Event.Id == "done" ? OutboxState.Done : OutboxState.Dead;
            await store.UpdateOutboxAsync(row with { State = state, LeaseUntil = null }, Stop);
        }

        await ClaimAsync(store, Noon.AddDays(6));
        Assert.Single(await store.ListOutboxAsync(Closed, OutboxState.Done, 10, Stop));
        await ClaimAsync(store, Noon.AddDays(31));

        Assert.Empty(await store.ListOutboxAsync(Closed, OutboxState.Done, 10, Stop));
        Assert.Single(await store.ListOutboxAsync(Closed, OutboxState.Dead, 10, Stop));
        Assert.Single(await store.ListOutboxAsync(Closed, OutboxState.Waiting, 10, Stop));
        Assert.False(await store.HasProviderEventAsync(Closed, "fake", "evt", Stop));

        static OutboxRow Of(string id) => Row(id, "book", id) with
        {
            Event = new CartReceived { Id = id, ShopId = Closed, Customer = new CustomerKey(id), At = Noon, CartId = "c" },
        };
    }

    [Fact]
    public async Task MergeCustomers_MovesCartsOrdersAndEvents_AlsoTwice()
    {
        IStorefrontStore store = await CreateAsync();
        CustomerKey survivor = new("survivor");
        await store.CommitAsync(
            new StorefrontStep { ShopId = Shop, Carts = [Cart("c")], Orders = [Order("o")], Outbox = [Row("e", "book")] }, Stop);

        CustomersMerged merged = new() { Survivor = survivor, Merged = new CustomerKey("pablo") };
        await store.MergeCustomersAsync(Shop, merged, Stop);
        await store.MergeCustomersAsync(Shop, merged, Stop);

        Assert.Single(await store.ListLiveCartsAsync(Shop, survivor, Stop));
        Assert.Equal(survivor, (await store.FindOrderAsync(Shop, "o", Stop))!.Customer);
        Assert.Equal(survivor, (await ClaimAsync(store, Noon)).Single().Customer);
    }

    [Fact]
    public async Task ListOrders_ByStateCustomerAndTime_AreNewestFirst()
    {
        IStorefrontStore store = await CreateAsync();
        await store.CommitAsync(
            new StorefrontStep
            {
                ShopId = Shop,
                Orders =
                [
                    Order("old") with { State = OrderState.Placed },
                    Order("new") with { State = OrderState.Placed, CreatedAt = Noon.AddMinutes(1) },
                    Order("review") with { State = OrderState.NeedsReview, Customer = new CustomerKey("maria") },
                    Order("waiting"),
                ],
            },
            Stop);

        Assert.Equal(["new", "old"], await ListAsync(new OrderQuery { State = OrderState.Placed }));
        Assert.Equal(["old"], await ListAsync(new OrderQuery { State = OrderState.Placed, Before = Noon.AddMinutes(1) }));
        Assert.Equal(["review"], await ListAsync(new OrderQuery { Customer = new CustomerKey("maria") }));
        Assert.Equal(3, (await ListAsync(new OrderQuery())).Count);

        async Task<IReadOnlyList<string>> ListAsync(OrderQuery query) =>
            [.. (await store.ListOrdersAsync(Shop, query, Stop)).Select(order => order.Id.ToString())];
    }

    private static Task<IReadOnlyList<OutboxRow>> ClaimAsync(IStorefrontStore store, DateTimeOffset now) =>
        store.ClaimOutboxAsync(Shop, now, now.AddMinutes(1), 10, Stop);

    private static Cart Cart(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        Customer = new CustomerKey("pablo"),
        To = "+16505551234",
        Lines = [new CartLine { RetailerId = "apple-1kg", Quantity = 2, ShownPrice = new Money(3.49m, "USD") }],
        CreatedAt = Noon,
        ExpiresAt = Noon.AddDays(7),
    };

    private static Order Order(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        Number = "N-" + id,
        CartId = "c",
        Customer = new CustomerKey("pablo"),
        Quote = new Quote
        {
            Currency = "USD",
            Lines = [new QuoteLine { RetailerId = "apple-1kg", Name = "Apples", UnitPrice = new Money(3.49m, "USD"), Quantity = 2 }],
            Discount = new Money(0, "USD"),
            Shipping = new Money(0, "USD"),
            Tax = new Money(0, "USD"),
            PricesIncludeTax = true,
            ValidUntil = Noon.AddHours(1),
        },
        Paid = new Money(0, "USD"),
        Refunded = new Money(0, "USD"),
        RefundsReserved = new Money(0, "USD"),
        CreatedAt = Noon,
    };

    private static PaymentAttempt Attempt(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        OrderId = "o",
        Provider = "fake",
        Amount = new Money(6.98m, "USD"),
        CreatedAt = Noon,
        ExpiresAt = Noon.AddHours(1),
    };

    private static Refund Refund(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        OrderId = "o",
        AttemptId = "a",
        Amount = new Money(1m, "USD"),
        By = "ann",
        Reason = "bruised",
        CreatedAt = Noon,
    };

    private static OutboxRow Row(string id, string handler, string customer = "pablo") => new()
    {
        Event = new CartReceived { Id = id, ShopId = Shop, Customer = new CustomerKey(customer), At = Noon, CartId = "c" },
        Handler = handler,
        Customer = new CustomerKey(customer),
        DueAt = Noon,
    };
}
