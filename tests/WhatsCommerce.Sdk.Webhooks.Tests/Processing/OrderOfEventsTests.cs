using System.Collections.Concurrent;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Which events wait for which, and which run side by side.</summary>
public class OrderOfEventsTests
{
    private readonly ConcurrentQueue<string> _journal = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_OneCustomerOverSeveralDeliveries_RunsInTheOrderReceived()
    {
        await using Receiver receiver = Start();

        Task[] deliveries =
        [
            receiver.Deliver(Deliveries.TextsOf(("1", "49151", null), ("2", "49151", null))),
            receiver.Deliver(Deliveries.TextsOf(("3", "49151", null))),
            receiver.Deliver(Deliveries.TextsOf(("4", "49151", null), ("5", "49151", null))),
        ];
        foreach (string id in new[] { "5", "4", "3", "2", "1" })
        {
            Open(id);
        }

        await Patiently.Wait(Task.WhenAll(deliveries));

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3", "begin 4", "end 4", "begin 5", "end 5"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_SeveralCustomersInOneDelivery_RunSideBySideEachInOrder()
    {
        await using Receiver receiver = Start();

        Task<WebhookResponse> delivery = receiver.Deliver(
            Deliveries.TextsOf(("a1", "49151", null), ("a2", "49151", null), ("b1", "49152", null), ("c1", null, "DE.3")));
        await Patiently.Until(() => _journal.Count == 3);
        string[] first = [.. _journal.Order(StringComparer.Ordinal)];
        Open("b1");
        await Patiently.Until(() => _journal.Contains("end b1"));
        bool waits = !_journal.Contains("begin a2");
        Open("a1");
        await Patiently.Until(() => _journal.Contains("begin a2"));
        Open("a2");
        Open("c1");

        Assert.Equal(200, (await Patiently.Wait(delivery)).StatusCode);
        Assert.Equal(["begin a1", "begin b1", "begin c1"], first);
        Assert.True(waits);
    }

    [Fact]
    public async Task ProcessAsync_HandlerThatBlocksItsThread_DoesNotHoldBackOtherCustomers()
    {
        using ManualResetEventSlim others = new();
        await using Receiver receiver = new(webhooks => webhooks.Handle<TextEvent>("blocking", (text, cancellationToken) =>
        {
            if (text.Id.Value == "1")
            {
                Assert.True(others.Wait(Patiently.Patience, cancellationToken));
            }
            else
            {
                others.Set();
            }

            return Task.CompletedTask;
        }));

        // On a thread of its own: the handler blocks the one that delivers.
        WebhookResponse answer = await Patiently.Wait(
            Task.Run(() => receiver.Deliver(Deliveries.TextsOf(("1", "49151", null), ("2", "49152", null))), Cancellation));

        Assert.Equal(200, answer.StatusCode);
    }

    [Theory]
    [InlineData("49151", null, "49151", "DE.1")]
    [InlineData("49151", "DE.1", "49151", null)]
    [InlineData("49151", "DE.1", null, "DE.1")]
    [InlineData(null, "DE.1", "49151", "DE.1")]
    [InlineData("49151", "DE.1", "49152", "DE.1")]
    public async Task ProcessAsync_CustomerKnownByBothNames_IsTheSameUnderEither(
        string? phone1, string? user1, string? phone2, string? user2)
    {
        await using Receiver receiver = Start();

        Task first = receiver.Deliver(Deliveries.TextsOf(("1", phone1, user1)));
        Task second = receiver.Deliver(Deliveries.TextsOf(("2", phone2, user2)));
        string[] early = [.. _journal];
        Open("1");
        Open("2");
        await Patiently.Wait(Task.WhenAll(first, second));

        Assert.Equal(["begin 1"], early);
        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_NumberAndUserIdSeenTogetherBefore_AreRemembered()
    {
        await using Receiver receiver = Start();
        Open("0");
        await receiver.Deliver(Deliveries.TextsOf(("0", "49151", "DE.1")));

        Task first = receiver.Deliver(Deliveries.TextsOf(("1", null, "DE.1")));
        Task second = receiver.Deliver(Deliveries.TextsOf(("2", "49151", null)));
        bool waits = !_journal.Contains("begin 2");
        Open("1");
        Open("2");
        await Patiently.Wait(Task.WhenAll(first, second));

        Assert.True(waits);
        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], _journal.Skip(2));
    }

    [Fact]
    public async Task ProcessAsync_EventsOfNoCustomer_RunInOrderOverDeliveries()
    {
        await using Receiver receiver = Start();

        Task first = receiver.Deliver(Deliveries.OfAccount("7", "1", "2"));
        Task second = receiver.Deliver(Deliveries.OfAccount("7", "3"));
        foreach (string id in new[] { "3", "2", "1" })
        {
            Open(id);
        }

        await Patiently.Wait(Task.WhenAll(first, second));

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_ManyCustomers_RunNoMoreThanAllowedAtOnce()
    {
        int running = 0;
        ConcurrentBag<int> seen = [];
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent>("texts", async (_, cancellationToken) =>
            {
                int now = Interlocked.Increment(ref running);
                seen.Add(now);
                if (now == 3)
                {
                    full.TrySetResult();
                }

                // Nobody ends before there are as many as there may be; from then on, others could overtake here.
                await full.Task.WaitAsync(cancellationToken);
                await Task.Yield();
                Interlocked.Decrement(ref running);
            }),
            options => options.MaxConcurrency = 3);

        WebhookResponse[] answers = await Patiently.Wait(Task.WhenAll(Enumerable.Range(0, 4).Select(delivery => receiver.Deliver(
            Deliveries.TextsOf(
                [.. Enumerable.Range(0, 20).Select(i => (Name(delivery, i), (string?)Name(delivery, i), (string?)null))])))));

        Assert.All(answers, answer => Assert.Equal(200, answer.StatusCode));
        Assert.Equal(80, seen.Count);
        Assert.Equal(3, seen.Max());

        static string Name(int delivery, int i) => FormattableString.Invariant($"49{delivery}{i:00}");
    }

    [Theory]
    [InlineData(false, "a1, a2, b1")]
    [InlineData(true, "a1, b1")]
    public async Task ProcessAsync_EventFails_HoldsTheCustomersLaterOnesBackOnlyIfWanted(bool holdBack, string expected)
    {
        bool fails = true;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent>("texts", (text, _) =>
            {
                _journal.Enqueue(text.Id.Value!);
                return fails && text.Id.Value == "a1" ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            }),
            options => options.HoldBackCustomerAfterFailure = holdBack);
        byte[] body = Deliveries.TextsOf(("a1", "49151", null), ("a2", "49151", "DE.1"), ("b1", "49152", null));

        WebhookResponse failed = await receiver.Deliver(body);
        string[] before = [.. _journal.Order(StringComparer.Ordinal)];
        fails = false;
        WebhookResponse again = await receiver.Deliver(body);

        Assert.Equal((500, 200), (failed.StatusCode, again.StatusCode));
        Assert.Equal(expected, string.Join(", ", before));
        Assert.Equal(holdBack ? ["a1", "a2"] : ["a1"], _journal.Skip(before.Length));
        Assert.Equal(holdBack, receiver.Logs.OfSdk.Any(entry => entry.Id == 117));
    }

    [Fact]
    public async Task ProcessAsync_EventGivenUp_HoldsNothingBack()
    {
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent>("texts", (text, _) =>
            {
                _journal.Enqueue(text.Id.Value!);
                return text.Id.Value == "1" ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            }),
            options => (options.HoldBackCustomerAfterFailure, options.MaxAttempts) = (true, 1));

        WebhookResponse answer = await receiver.Deliver(Deliveries.TextsOf(("1", "49151", null), ("2", "49151", null)));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["1", "2"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_CancelledWhileWaiting_LetsNobodyOvertake()
    {
        using CancellationTokenSource impatient = new();
        await using Receiver receiver = Start();
        byte[] waiting = Deliveries.TextsOf(("2", "49151", null));

        Task first = receiver.Deliver(Deliveries.TextsOf(("1", "49151", null)));
        Task second = receiver.Processor.ProcessAsync(
            waiting, WebhookSignature.Compute(waiting, Receiver.Secret), cancellationToken: impatient.Token);
        Task third = receiver.Deliver(Deliveries.TextsOf(("3", "49151", null)));
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Patiently.Wait(second));
        string[] early = [.. _journal];
        Open("1");
        Open("3");
        await Patiently.Wait(Task.WhenAll(first, third));

        Assert.Equal(["begin 1"], early);
        Assert.Equal(["begin 1", "end 1", "begin 3", "end 3"], _journal);
    }

    [Fact]
    public void CustomerLanes_AfterAllLeft_KeepNothing()
    {
        CustomerLanes lanes = new();
        WebhookEvent[] events = [.. WebhookParser.Parse(
            Deliveries.TextsOf(("1", "49151", "DE.1"), ("2", "49151", null), ("3", null, "DE.1"), ("4", null, null))).Events];

        Turn[] turns = lanes.Enter(events);
        Assert.Equal([true, false, false, true], turns.Select(turn => turn.Before is null));
        Assert.Equal(3, lanes.Count);
        foreach (Turn turn in turns)
        {
            lanes.Leave(turn);
        }

        Assert.Equal(0, lanes.Count);
    }

    [Theory]
    [InlineData("5215512345678", "525512345678")]
    [InlineData("553187654321", "5531987654321")]
    [InlineData("5491141234567", "541141234567")]
    public void CustomerLanes_FormsOfOneNumber_AreOneCustomer(string one, string other) =>
        AssertWaits(true, Text(new() { WaId = one }), Text(new() { WaId = other }));

    [Fact]
    public void CustomerLanes_SameNumberInTwoAccounts_AreTwoCustomers()
    {
        TextEvent one = Text(new() { WaId = "49151", UserId = "DE.1" }) with { BusinessAccountId = "1" };
        TextEvent other = one with { BusinessAccountId = "2" };

        AssertWaits(false, one, other);
        AssertWaits(true, "shop", one, other);
    }

    [Fact]
    public void CustomerLanes_AccountsWithoutCustomers_AreApart() => AssertWaits(
        false, new UnknownEvent { BusinessAccountId = "1" }, new UnknownEvent { BusinessAccountId = "2" });

    [Fact]
    public void CustomerLanes_SameParentUserId_IsOneCustomer() => AssertWaits(
        true, Text(new() { UserId = "DE.1", ParentUserId = "DE.ENT.1" }), Text(new() { ParentUserId = "DE.ENT.1" }));

    [Fact]
    public void CustomerLanes_BlankIds_AreNoCustomers() => AssertWaits(
        false, Text(new() { WaId = "49151", UserId = " " }), Text(new() { WaId = "49152", UserId = " ", ParentUserId = "" }));

    public static TheoryData<Customer> IdsOfAChange =>
    [
        new Customer { WaId = "49151" },
        new Customer { UserId = "DE.1" },
        new Customer { WaId = "49152" },
        new Customer { UserId = "DE.2" },
        new Customer { WaId = "49152", UserId = "DE.2" },
    ];

    [Theory]
    [MemberData(nameof(IdsOfAChange), DisableDiscoveryEnumeration = true)]
    public void CustomerLanes_ChangeOfIds_QueuesUnderOldAndNew(Customer ids)
    {
        AssertWaits(true, Text(ids), Change());
        AssertWaits(true, Change(), Text(ids));
    }

    [Theory]
    [MemberData(nameof(IdsOfAChange), DisableDiscoveryEnumeration = true)]
    public void CustomerLanes_AfterAChangeOfIds_OldAndNewAreOneCustomer(Customer ids)
    {
        CustomerLanes lanes = new();
        lanes.Leave(lanes.Enter(Change()));

        lanes.Enter(Text(ids));

        Assert.NotNull(lanes.Enter(Text(new() { UserId = "DE.2" })).Before);
    }

    [Fact]
    public void CustomerLanes_ChangeOfNumbersAlone_MakesOldAndNewOneCustomer()
    {
        CustomerLanes lanes = new();
        lanes.Leave(lanes.Enter(Text(new() { WaId = "49151", UserId = "DE.1" })));
        lanes.Leave(lanes.Enter(new SystemEvent
        {
            BusinessAccountId = "1",
            Kind = SystemChange.CustomerChangedNumber,
            Customer = new() { WaId = "49151" },
            NewCustomer = new() { WaId = "49152" },
        }));

        lanes.Enter(Text(new() { WaId = "49152" }));

        Assert.NotNull(lanes.Enter(Text(new() { UserId = "DE.1" })).Before);
    }

    [Fact]
    public void CustomerLanes_ChangeToTheSameIds_DoesNotWaitForItself()
    {
        CustomerLanes lanes = new();
        Customer same = new() { WaId = "5215512345678", UserId = "MX.1" };

        Turn turn = lanes.Enter(new SystemEvent
        {
            Customer = same,
            NewCustomer = same,
            PreviousCustomer = same with { WaId = "525512345678" }
        });

        Assert.Null(turn.Before);
        lanes.Leave(turn);
        Assert.Equal(0, lanes.Count);
    }

    [Fact]
    public void LaneAliases_BeyondTheirCapacity_ForgetWhoDidNotComeAgain()
    {
        LaneAliases aliases = new(capacity: 10);
        for (int i = 0; i < 1_000; i++)
        {
            aliases.Remember(Phone(FormattableString.Invariant($"{i}")), User("someone"));
            aliases.Remember(Phone("49151"), User("DE.1"));
        }

        Assert.Equal(
            (User("DE.1"), default, User("someone")),
            (aliases.Find(Phone("49151")), aliases.Find(Phone("980")), aliases.Find(Phone("999"))));
    }

    [Fact]
    public void LaneAliases_NumberThatChangesHands_BelongsToTheLast()
    {
        LaneAliases aliases = new(capacity: 10);
        aliases.Remember(Phone("49151"), User("DE.1"));
        aliases.Remember(Phone("49151"), User("DE.2"));

        Assert.Equal(User("DE.2"), aliases.Find(Phone("49151")));
    }

    private static LaneName Phone(string number) => new("", LaneKind.Phone, number);

    private static LaneName User(string id) => new("", LaneKind.User, id);

    private static TextEvent Text(Customer customer) => new() { Text = "Hello", Customer = customer, BusinessAccountId = "1" };

    private static SystemEvent Change() => new()
    {
        BusinessAccountId = "1",
        Kind = SystemChange.ChangedNumber,
        Customer = new() { WaId = "49151" },
        NewCustomer = new() { WaId = "49152", UserId = "DE.2" },
        PreviousCustomer = new() { UserId = "DE.1" },
    };

    private static void AssertWaits(bool expected, WebhookEvent first, WebhookEvent second) => AssertWaits(expected, null, first, second);

    private static void AssertWaits(bool expected, string? scope, WebhookEvent first, WebhookEvent second)
    {
        CustomerLanes lanes = new();
        lanes.Enter(first, scope);

        Assert.Equal(expected, lanes.Enter(second, scope).Before is not null);
    }

    private Receiver Start() => new(webhooks => webhooks
        .Handle<TextEvent>("texts", (text, cancellationToken) => Pass(text.Id.Value!, cancellationToken))
        .Handle<UnknownEvent>("account", (unknown, cancellationToken) =>
            Pass(
                System.Text.Json.JsonElement.Parse(unknown.RawJson.Span).GetProperty("value").GetProperty("news").GetString()!,
                cancellationToken)));

    private async Task Pass(string id, CancellationToken cancellationToken)
    {
        _journal.Enqueue("begin " + id);
        await GateOf(id).Task.WaitAsync(cancellationToken);
        _journal.Enqueue("end " + id);
    }

    private void Open(string id) => GateOf(id).SetResult();

    private TaskCompletionSource GateOf(string id) =>
        _gates.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
