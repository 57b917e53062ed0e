using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every store of reminders must do. A store of a database inherits it and gives an empty one for each test.</summary>
public abstract class RecoveryStoreContract
{
    private const string Shop = "shop";

    // With a fraction of a second, as clocks have it; stores keep milliseconds.
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly CustomerKey Pablo = new("pablo");
    private static readonly CustomerKey Ann = new("ann");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store, and that of the shop beside it.</summary>
    protected abstract Task<(IRecoveryStore Store, IStorefrontStore Shop)> CreateAsync();

    [Fact]
    public async Task Write_NewRows_AreReadBackAsTheyWere()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        RecoverySettings settings = new()
        {
            IsPaused = true,
            EnabledSince = Noon,
            FirstAfter = TimeSpan.FromMinutes(90),
            LastAfter = null,
            Template = "come_back",
            TemplateLanguage = "pt_BR",
            QuietFrom = new TimeOnly(20, 30),
            HoldOutShare = 0.25,
        };
        RecoverySequence sequence = Sequence("c") with
        {
            State = RecoveryState.Sending,
            ReminderId = "r",
            Refusals = 1,
            IsHeldOut = true,
            IsAbandoned = true,
            RemindedAt = Noon,
            PaidAt = Noon.AddHours(2),
            Revenue = new Money(6.98m, "USD"),
        };
        Reminder reminder = Reminder("r") with
        {
            MessageId = "wamid.A",
            DeliveredAt = Noon.AddMinutes(1),
            ReadAt = Noon.AddMinutes(2),
            RepliedAt = Noon.AddMinutes(3),
            OpenedAt = Noon.AddMinutes(4),
            PaidAt = Noon.AddMinutes(5),
            Revenue = new Money(1.234m, "KWD"),
        };
        RecoveryCustomer customer = Customer() with
        {
            CartId = "c",
            CartAt = Noon,
            RepliedAt = Noon.AddSeconds(1),
            OptedOutAt = Noon.AddSeconds(2),
            SentAt = [Noon, Noon.AddHours(1)],
            LastReminder = "r",
        };

        Assert.True(await store.WriteAsync(
            new RecoveryStep { ShopId = Shop, Settings = settings, Sequence = sequence, Reminder = reminder, Customer = customer }, Stop));

        Assert.Equal(settings with { Version = 1 }, await store.FindSettingsAsync(Shop, Stop));
        Assert.Equal(sequence with { Version = 1 }, await store.FindSequenceAsync(Shop, "c", Stop));
        Assert.Equal(reminder with { Version = 1 }, await store.FindReminderAsync(Shop, "r", Stop));
        Assert.Equal([reminder with { Version = 1 }], await store.ListRemindersAsync(Shop, "c", Stop));
        RecoveryCustomer stored = (await store.FindCustomerAsync(Shop, Pablo, Stop))!;
        Assert.Equal(customer with { Version = 1, SentAt = stored.SentAt }, stored);
        Assert.Equal(customer.SentAt, stored.SentAt);
    }

    [Fact]
    public async Task Find_WhatIsOfAnotherShop_FindsNothing()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, Sequence("c"), Reminder("r"), Customer());

        Assert.Null(await store.FindSettingsAsync("other", Stop));
        Assert.Null(await store.FindSequenceAsync("other", "c", Stop));
        Assert.Null(await store.FindReminderAsync("other", "r", Stop));
        Assert.Null(await store.FindCustomerAsync("other", Pablo, Stop));
        Assert.Empty(await store.ListRemindersAsync("other", "c", Stop));
        Assert.Empty(await store.ClaimAsync("other", Noon, Noon.AddMinutes(5), 10, Stop));
    }

    [Fact]
    public async Task Write_OneRowOfAnotherVersion_WritesNothing()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, Sequence("c"), reminder: null, Customer());

        Assert.False(await WriteAsync(store, Sequence("c") with { Version = 1 }, Reminder("r"), Customer() with { Version = 7 }));
        Assert.False(await WriteAsync(store, Sequence("c"), reminder: null, customer: null));

        Assert.Null(await store.FindReminderAsync(Shop, "r", Stop));
        Assert.Equal(1, (await store.FindSequenceAsync(Shop, "c", Stop))!.Version);
    }

    [Fact]
    public async Task Write_CartThatChangedSince_WritesNothing()
    {
        (IRecoveryStore store, IStorefrontStore shop) = await CreateAsync();
        Cart cart = NewCart();
        await shop.CommitAsync(new StorefrontStep { ShopId = Shop, Carts = [cart] }, Stop);
        await shop.CommitAsync(new StorefrontStep { ShopId = Shop, Carts = [cart with { Version = 1, State = CartState.Expired }] }, Stop);
        RecoveryStep step = new()
        {
            ShopId = Shop,
            Sequence = Sequence("c"),
            Shop = new StorefrontStep { ShopId = Shop, Carts = [cart with { Version = 1 }] },
        };

        Assert.False(await store.WriteAsync(step, Stop));
        Assert.Null(await store.FindSequenceAsync(Shop, "c", Stop));

        Assert.True(await store.WriteAsync(
            step with { Shop = new StorefrontStep { ShopId = Shop, Carts = [cart with { Version = 2 }], Outbox = [Row("e")] } }, Stop));
        Assert.Equal("e", Assert.Single(await shop.ListOutboxAsync(Shop, OutboxState.Waiting, 10, Stop)).Event.Id);
    }

    [Fact]
    public async Task Claim_WhatIsDue_IsTheEarliestAndNobodyElsesUntilTheClaimEnds()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, Sequence("late") with { DueAt = Noon.AddMinutes(-1) });
        await WriteAsync(store, Sequence("early") with { DueAt = Noon.AddHours(-1) });
        await WriteAsync(store, Sequence("next") with { DueAt = Noon.AddMilliseconds(1) });
        await WriteAsync(store, Sequence("ended") with { DueAt = null, State = RecoveryState.Ended });

        RecoverySequence first = Assert.Single(await store.ClaimAsync(Shop, Noon, Noon.AddMinutes(5), 1, Stop));
        RecoverySequence second = Assert.Single(await store.ClaimAsync(Shop, Noon, Noon.AddMinutes(5), 10, Stop));

        Assert.Equal(("early", "late"), (first.CartId.Value, second.CartId.Value));
        Assert.Equal((2L, Noon.AddMinutes(5)), (first.Version, first.ClaimedUntil!.Value));
        Assert.Equal(first, await store.FindSequenceAsync(Shop, "early", Stop));
        Assert.Empty(await store.ClaimAsync(Shop, Noon, Noon.AddMinutes(5), 10, Stop));
        Assert.Equal(3, (await store.ClaimAsync(Shop, Noon.AddMinutes(5), Noon.AddMinutes(10), 10, Stop)).Count);
        Assert.False(await WriteAsync(store, first with { DueAt = null }));

        RecoverySequence early = (await store.FindSequenceAsync(Shop, "early", Stop))!;
        Assert.True(await WriteAsync(store, early with { DueAt = Noon.AddMinutes(6) }));
        RecoverySequence moved = (await store.FindSequenceAsync(Shop, "early", Stop))!;
        Assert.Equal(
            (Noon.AddMinutes(6), (DateTimeOffset?)null),
            (moved.DueAt!.Value, moved.ClaimedUntil));
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_GivesEachToOne()
    {
        const int Many = 60;
        (IRecoveryStore store, _) = await CreateAsync();
        for (int i = 0; i < Many; i++)
        {
            await WriteAsync(store, Sequence($"c{i}"));
        }

        IReadOnlyList<RecoverySequence>[] claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                List<RecoverySequence> mine = [];
                IReadOnlyList<RecoverySequence> some;
                do
                {
                    some = await store.ClaimAsync(Shop, Noon, Noon.AddMinutes(5), 7, Stop);
                    mine.AddRange(some);
                }
                while (some.Count > 0);

                return (IReadOnlyList<RecoverySequence>)mine;
            },
            Stop)));

        string[] ids = [.. claimed.SelectMany(some => some).Select(one => one.CartId.ToString())];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length <= Many);
    }

    [Fact]
    public async Task Count_OfATime_GroupsBySteppingOutcomeReasonAndCurrency()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        Reminder sent = Reminder("1") with { Outcome = ReminderOutcome.Sent, DeliveredAt = Noon, OpenedAt = Noon };
        await WriteAsync(store, sequence: null, sent);
        await WriteAsync(store, sequence: null, sent with { Id = "2", PaidAt = Noon, Revenue = new Money(5m, "USD") });
        await WriteAsync(store, sequence: null, sent with { Id = "3", PaidAt = Noon, Revenue = new Money(2.5m, "USD") });
        await WriteAsync(store, sequence: null, Reminder("4") with { Outcome = ReminderOutcome.Skipped, Reason = SkipReason.QuietHours });
        await WriteAsync(store, sequence: null, sent with { Id = "5", At = Noon.AddDays(1) });
        await WriteAsync(store, Sequence("a") with { RemindedAt = Noon, PaidAt = Noon, Revenue = new Money(5m, "USD") });
        await WriteAsync(store, Sequence("b") with { RemindedAt = Noon, IsHeldOut = true });
        await WriteAsync(store, Sequence("c"));

        RecoveryTotals totals = await store.CountAsync(Shop, Noon, Noon.AddDays(1), Stop);

        Assert.Equal(
            [
                new ReminderTotal { Step = ReminderStep.First, Outcome = ReminderOutcome.Sent, Count = 1, Delivered = 1, Opened = 1 },
                new ReminderTotal
                {
                    Step = ReminderStep.First,
                    Outcome = ReminderOutcome.Sent,
                    Count = 2,
                    Delivered = 2,
                    Opened = 2,
                    Paid = 2,
                    Revenue = new Money(7.5m, "USD"),
                },
                new ReminderTotal
                {
                    Step = ReminderStep.First,
                    Outcome = ReminderOutcome.Skipped,
                    Reason = SkipReason.QuietHours,
                    Count = 1,
                },
            ],
            totals.Reminders.OrderBy(row => row.Outcome).ThenBy(row => row.Count));
        Assert.Equal(
            [
                new RecoveryCartTotal { IsHeldOut = false, Count = 1, Paid = 1, Revenue = new Money(5m, "USD") },
                new RecoveryCartTotal { IsHeldOut = true, Count = 1 },
            ],
            totals.Carts.OrderBy(row => row.IsHeldOut));
    }

    [Fact]
    public async Task CountSent_SinceATime_CountsWhatWasDecidedToBeSent()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, sequence: null, Reminder("1") with { At = Noon.AddMinutes(-1) });
        await WriteAsync(store, sequence: null, Reminder("2"));
        await WriteAsync(store, sequence: null, Reminder("3") with { Outcome = ReminderOutcome.Skipped, Reason = SkipReason.Late });

        Assert.Equal(1, await store.CountSentAsync(Shop, Noon.AddMinutes(-1), Stop));
    }

    [Fact]
    public async Task Merge_TwoCustomers_LeavesTheStricterOfBoth()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(
            store, Sequence("c"), Reminder("r"), Customer() with { CartId = "c", CartAt = Noon, OptedOutAt = Noon, SentAt = [Noon] });
        await WriteAsync(
            store,
            sequence: null,
            reminder: null,
            Customer() with { Customer = Ann, CartId = "d", CartAt = Noon.AddHours(1), RepliedAt = Noon, SentAt = [Noon.AddHours(-1)] });
        CustomersMerged merged = new() { Survivor = Ann, Merged = Pablo };

        await store.MergeCustomersAsync(Shop, merged, Stop);
        await store.MergeCustomersAsync(Shop, merged, Stop);

        RecoveryCustomer customer = (await store.FindCustomerAsync(Shop, Ann, Stop))!;
        Assert.Equal(("d", Noon, Noon), (customer.CartId.Value, customer.OptedOutAt!.Value, customer.RepliedAt!.Value));
        Assert.Equal([Noon.AddHours(-1), Noon], customer.SentAt);
        Assert.Null(await store.FindCustomerAsync(Shop, Pablo, Stop));
        Assert.Equal(Ann, (await store.FindSequenceAsync(Shop, "c", Stop))!.Customer);
        Assert.Equal(Ann, (await store.FindReminderAsync(Shop, "r", Stop))!.Customer);
    }

    [Fact]
    public async Task ListSequences_OfACustomer_AreTheirsAlone()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, Sequence("c"));
        await WriteAsync(store, Sequence("d") with { State = RecoveryState.Ended, DueAt = null });
        await WriteAsync(store, Sequence("e") with { Customer = Ann });

        IReadOnlyList<RecoverySequence> found = await store.ListSequencesAsync(Shop, Pablo, Stop);

        Assert.Equal(["c", "d"], found.Select(row => row.CartId.Value).Order(StringComparer.Ordinal));
        Assert.Empty(await store.ListSequencesAsync("other", Pablo, Stop));
    }

    [Fact]
    public async Task RemoveCustomer_Twice_LeavesTheirRemindersAndTheOthers()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        await WriteAsync(store, Sequence("c"), Reminder("r"), Customer());
        await WriteAsync(store, sequence: null, reminder: null, Customer() with { Customer = Ann });

        await store.RemoveCustomerAsync(Shop, Pablo, Stop);
        await store.RemoveCustomerAsync(Shop, Pablo, Stop);

        Assert.Null(await store.FindCustomerAsync(Shop, Pablo, Stop));
        Assert.NotNull(await store.FindCustomerAsync(Shop, Ann, Stop));
        Assert.NotNull(await store.FindReminderAsync(Shop, "r", Stop));
    }

    [Fact]
    public async Task Purge_SomeEndedLongAgo_RemovesTheOldestOfTheseWithTheirReminders()
    {
        (IRecoveryStore store, _) = await CreateAsync();
        RecoverySequence ended = Sequence("a") with { State = RecoveryState.Ended, DueAt = null };
        await WriteAsync(store, ended with { OpenedAt = Noon.AddDays(-3) }, Reminder("r") with { CartId = "a" });
        await WriteAsync(store, ended with { CartId = "b", OpenedAt = Noon.AddDays(-2) }, Reminder("s") with { CartId = "b" });
        await WriteAsync(store, ended with { CartId = "d", OpenedAt = Noon }, Reminder("t") with { CartId = "d" });
        await WriteAsync(store, Sequence("e") with { OpenedAt = Noon.AddDays(-4) });
        await WriteAsync(store, ended with { ShopId = "other", OpenedAt = Noon.AddDays(-4) });

        Assert.Equal(1, await store.PurgeAsync(Shop, Noon.AddDays(-1), 1, Stop));
        Assert.Null(await store.FindSequenceAsync(Shop, "a", Stop));
        Assert.Empty(await store.ListRemindersAsync(Shop, "a", Stop));
        Assert.NotNull(await store.FindReminderAsync(Shop, "s", Stop));

        Assert.Equal(1, await store.PurgeAsync(Shop, Noon.AddDays(-1), 10, Stop));
        Assert.Null(await store.FindReminderAsync(Shop, "s", Stop));
        Assert.Equal(0, await store.PurgeAsync(Shop, Noon.AddDays(-1), 10, Stop));
        Assert.NotNull(await store.FindReminderAsync(Shop, "t", Stop));
        Assert.NotNull(await store.FindSequenceAsync(Shop, "e", Stop));
        Assert.NotNull(await store.FindSequenceAsync("other", "a", Stop));
    }

    private static Task<bool> WriteAsync(
        IRecoveryStore store, RecoverySequence? sequence, Reminder? reminder = null, RecoveryCustomer? customer = null) =>
        store.WriteAsync(
            new RecoveryStep { ShopId = Shop, Sequence = sequence, Reminder = reminder, Customer = customer }, Stop);

    private static RecoverySequence Sequence(string id) => new()
    {
        ShopId = Shop,
        CartId = id,
        Customer = Pablo,
        Step = ReminderStep.First,
        OpenedAt = Noon.AddHours(-1),
        DueAt = Noon,
    };

    private static Reminder Reminder(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        CartId = "c",
        Customer = Pablo,
        Step = ReminderStep.First,
        Outcome = ReminderOutcome.Sending,
        At = Noon,
    };

    private static RecoveryCustomer Customer() => new() { ShopId = Shop, Customer = Pablo };

    private static Cart NewCart() => new()
    {
        ShopId = Shop,
        Id = "c",
        Customer = Pablo,
        Lines = [new CartLine { RetailerId = "apple", Quantity = 1 }],
        CreatedAt = Noon,
        ExpiresAt = Noon.AddDays(7),
    };

    private static OutboxRow Row(string id) => new()
    {
        Event = new CartAbandoned { Id = id, ShopId = Shop, Customer = Pablo, At = Noon, CartId = "c" },
        Handler = "book",
        Customer = Pablo,
        DueAt = Noon,
    };
}
