using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Deliveries that are stored, answered and then handled.</summary>
public sealed class DeliveryQueueTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliver_HandlerStillRuns_IsAnswered200()
    {
        await using QueuedReceiver app = new();
        app.Close("a");
        await app.StartAsync();

        WebhookResponse answer = await Patiently.Wait(app.Receiver.Deliver(Deliveries.Texts("a")));

        Assert.Equal((200, WebhookOutcome.Queued), (answer.StatusCode, answer.Outcome));
        await Patiently.Until(() => app.Begun.Contains("a"));
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task Deliver_NobodyWorks_IsStoredAndHandledWhenSomebodyDoes()
    {
        await using QueuedReceiver app = new();
        await app.Store(Deliveries.Texts("a", "b"), Deliveries.Statuses("c"));
        Assert.Equal(3, await app.CountAsync());

        await app.StartAsync();

        await app.UntilHandled("a", "b", "status c");
        await Patiently.Until(async () => await app.CountAsync() == 0);
    }

    [Fact]
    public async Task Deliver_InvalidSignature_StoresNothing()
    {
        await using QueuedReceiver app = new();

        WebhookResponse answer = await app.Receiver.Processor.ProcessAsync(Deliveries.Texts("a"), "sha256=00", cancellationToken: Cancel);

        Assert.Equal((WebhookOutcome.InvalidSignature, 0), (answer.Outcome, await app.CountAsync()));
    }

    [Fact]
    public async Task Deliver_QueueFails_IsAnswered500()
    {
        await using Receiver receiver = new(builder =>
        {
            builder.Services.AddSingleton<IDeliveryQueue, BrokenQueue>();
            builder.UseDeliveryQueue().Handle<MessageEvent>("messages", (_, _) => Task.CompletedTask);
        });

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("a"));

        Assert.Equal((500, WebhookOutcome.StoreFailed), (answer.StatusCode, answer.Outcome));
    }

    [Fact]
    public async Task Deliver_NoHandlerTakesIt_IsNotStored()
    {
        await using QueuedReceiver app = new(takesStatuses: false);

        WebhookResponse answer = await app.Receiver.Deliver(Deliveries.Statuses("a"));

        Assert.Equal((200, 0), (answer.StatusCode, await app.CountAsync()));
    }

    [Fact]
    public async Task Deliver_UnreadableOrMalformed_IsKeptAsADeadLetterAtOnce()
    {
        await using QueuedReceiver app = new();

        WebhookResponse unreadable = await app.Receiver.Deliver("[]"u8.ToArray());
        WebhookResponse malformed = await app.Receiver.Deliver(Deliveries.Malformed("a"));

        Assert.Equal((200, 200, 2), (unreadable.StatusCode, malformed.StatusCode, app.Receiver.Letters.All.Count));
        Assert.Equal(0, await app.CountAsync());
    }

    [Fact]
    public async Task Run_EventsOfOneCustomer_RunInTheOrderOfTheirArrival()
    {
        await using QueuedReceiver app = new();
        app.Close("a");
        await app.StartAsync();
        await app.Store(Deliveries.Texts("a"), Deliveries.Texts("b"), Deliveries.Texts("c", "d"));
        await Patiently.Until(() => app.Begun.Contains("a"));
        Assert.Equal(["a"], app.Begun);

        app.Open("a");

        await app.UntilHandled("d");
        Assert.Equal(["a", "b", "c", "d"], app.Handled);
    }

    [Fact]
    public async Task Run_SeveralCustomers_DoNotWaitForEachOther()
    {
        await using QueuedReceiver app = new();
        app.Close("a");
        await app.StartAsync();

        await app.Store(Deliveries.TextsOf(("a", "16505550001", null), ("b", "16505550002", null), ("c", "16505550001", null)));

        await app.UntilHandled("b");
        Assert.Equal(["b"], app.Handled);
    }

    [Fact]
    public async Task Run_CustomerUnderSeveralIds_IsOneConversation()
    {
        await using QueuedReceiver app = new();
        await app.Store(
            Deliveries.TextsOf(("a", "16505550001", "US.1")),
            Deliveries.TextsOf(("b", "16505550001", null)),
            Deliveries.TextsOf(("c", null, "US.1")));

        LaneDepth depth = Assert.Single(await app.Queue.MeasureAsync(Cancel));

        Assert.Equal((3, 1), (depth.Events, depth.Conversations));
    }

    [Fact]
    public async Task Deliver_CustomerIsFoundSlowly_LaterDeliveryOfTheCustomerDoesNotOvertake()
    {
        SlowIdentities identities = new();
        await using QueuedReceiver app = new(add: builder => builder.Services.AddSingleton<ICustomerIdentities>(identities));
        Task first = app.Store(Deliveries.TextsOf(("a", "16505550001", null)));
        Task second = app.Store(Deliveries.TextsOf(("b", "16505550001", "US.1")));
        Task other = app.Store(Deliveries.TextsOf(("other", "16505550002", null)));
        await Patiently.Wait(other);
        Assert.False(second.IsCompleted);

        identities.First.SetResult();
        await Patiently.Wait(Task.WhenAll(first, second));
        await app.StartAsync();

        await app.UntilHandled("a", "b");
        Assert.Equal(["a", "b"], app.Handled.Where(id => id != "other"));
    }

    [Fact]
    public async Task Run_MessagesTakeAllPlaces_StatusesRun()
    {
        await using QueuedReceiver app = new(options => options.MaxConcurrency = 1);
        app.Close("a");
        await app.StartAsync();
        await app.Store(Deliveries.Texts("a"));
        await Patiently.Until(() => app.Begun.Contains("a"));

        await app.Store(Deliveries.Statuses("b"));

        await app.UntilHandled("status b");
        Assert.Equal(["status b"], app.Handled);
    }

    [Fact]
    public async Task Run_StatusesTakeAllPlaces_MessagesRun()
    {
        await using QueuedReceiver app = new(options => options.MaxConcurrency = 1);
        app.Close("status a");
        await app.StartAsync();
        await app.Store(Deliveries.Statuses("a"));
        await Patiently.Until(() => app.Begun.Contains("status a"));

        await app.Store(Deliveries.Texts("b"));

        await app.UntilHandled("b");
        Assert.Equal(["b"], app.Handled);
    }

    [Fact]
    public async Task Run_FloodOfConversations_IsBounded()
    {
        await using QueuedReceiver app = new(options => options.MaxConcurrency = 3);
        string[] ids = [.. Enumerable.Range(0, 10).Select(i => $"m{i}")];
        foreach (string id in ids)
        {
            app.Close(id);
            await app.Store(Deliveries.TextsOf((id, $"1650555{id[1]}000", null)));
        }

        await app.StartAsync();
        await Patiently.Until(() => app.Begun.Count == 3);
        app.Open(app.Begun[0]);
        await Patiently.Until(() => app.Begun.Count == 4);

        Assert.Equal(4, app.Begun.Count);
    }

    [Fact]
    public async Task Run_QueueIsSlowToStoreWhatIsDone_AsManyMoreRunAndNoneBeyond()
    {
        UnfinishedQueue? queue = null;
        await using QueuedReceiver app = new(
            options => options.MaxConcurrency = 1,
            builder =>
            {
                ServiceDescriptor inner = builder.Services.Last(one => one.ServiceType == typeof(IDeliveryQueue));
                queue = new((IDeliveryQueue)inner.ImplementationInstance!);
                builder.Services.AddSingleton<IDeliveryQueue>(queue);
            });
        string[] ids = ["a", "b", "c"];
        foreach (string id in ids)
        {
            await app.Store(Deliveries.TextsOf((id, $"1650555{(int)id[0]:0000}", null)));
        }

        await app.StartAsync();

        await app.UntilHandled("a", "b");
        await Patiently.Until(() => queue!.Asked == 2);
        Assert.DoesNotContain("c", app.Begun);
        queue!.Open();
        await app.UntilHandled("c");
        await Patiently.Until(async () => await app.CountAsync() == 0);
    }

    [Fact]
    public async Task Run_HandlerFails_HoldsBackThatCustomerOnlyUntilItIsDone()
    {
        await using QueuedReceiver app = new();
        app.Fail("a", times: 2);
        await app.StartAsync();
        await app.Store(
            Deliveries.TextsOf(("a", "16505550001", null), ("b", "16505550001", null)),
            Deliveries.TextsOf(("other", "16505550002", null)));
        await app.UntilHandled("other");
        await Patiently.Until(() => app.Begun.Contains("a"));
        await app.Store(Deliveries.TextsOf(("c", "16505550001", null)));

        await app.PassUntil(Step, () => app.Handled.Contains("c"));

        Assert.Equal(["other", "a", "b", "c"], app.Handled);
        Assert.Equal(3, app.Begun.Count(id => id == "a"));
    }

    [Fact]
    public async Task Run_HandlerFailsAndNothingIsHeldBack_LaterEventsRun()
    {
        await using QueuedReceiver app = new(options => options.HoldBackAfterFailure = false);
        app.Fail("a", times: 1);
        await app.Store(Deliveries.Texts("a", "b"), Deliveries.Texts("c"));

        await app.StartAsync();

        await app.UntilHandled("b", "c");
        Assert.DoesNotContain("a", app.Handled);
        await app.PassUntil(Step, () => app.Handled.Contains("a"));
    }

    [Fact]
    public async Task Run_AttemptsAreUsedUp_IsKeptAsADeadLetterAndTheNextRuns()
    {
        await using QueuedReceiver app = new(options: options => options.MaxAttempts = 3);
        app.Fail("a", times: int.MaxValue);
        await app.StartAsync();
        await app.Store(Deliveries.Texts("a", "b"));

        await app.PassUntil(Step, () => app.Handled.Contains("b"));

        DeadLetter letter = Assert.Single(app.Receiver.Letters.All);
        Assert.Equal(("messages", 3), (letter.HandlerName, letter.Attempts));
        Assert.Equal(["a", "a", "a", "b"], app.Begun);
    }

    [Fact]
    public async Task Run_DeliveredAgain_RunsOnce()
    {
        await using QueuedReceiver app = new();
        await app.Store(Deliveries.Texts("a"), Deliveries.Texts("a"));
        Assert.Equal(1, await app.CountAsync());
        await app.StartAsync();
        await app.UntilHandled("a");

        await app.Store(Deliveries.Texts("a"), Deliveries.Texts("b"));

        await app.UntilHandled("b");
        Assert.Equal(["a", "b"], app.Begun);
    }

    [Fact]
    public async Task Run_MessagesOfOneDelivery_AreEachWhatWasDelivered()
    {
        List<WebhookEvent> seen = [];
        await using QueuedReceiver app = new(add: builder => builder.Handle<OrderEvent>("orders", (order, _) =>
        {
            lock (seen)
            {
                seen.Add(order);
            }

            return Task.CompletedTask;
        }));
        byte[] body = Deliveries.Orders("a", "b");
        await app.Store(body);

        await app.StartAsync();

        await Patiently.Until(() => seen.Count == 2);
        IReadOnlyList<WebhookEvent> delivered = WebhookParser.Parse(body).Events;
        Assert.Equal(delivered.Select(EventDescription.Describe), seen.Select(EventDescription.Describe));
    }

    [Fact]
    public async Task Run_ChangeWithManyLargeItems_IsStoredOnce()
    {
        await using QueuedReceiver app = new(add: builder => builder.Handle<WebhookEvent>("all", (_, _) => Task.CompletedTask));
        string calls = string.Join(',', Enumerable.Range(0, 40).Select(i => $$$"""
            {"id":"wacid.{{{i}}}","from":"1650555{{{i:0000}}}","to":"15550783881","event":"connect","timestamp":"1767225600",
            "direction":"USER_INITIATED","session":{"sdp_type":"offer","sdp":"{{{new string('s', 2_000)}}}"}}
            """));
        byte[] body = Encoding.ASCII.GetBytes($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"calls","value":{"messaging_product":
            "whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"calls":[{{{calls}}}]}}]}]}
            """);

        await app.Store(body);

        LaneDepth depth = Assert.Single(await app.Queue.MeasureAsync(Cancel));
        Assert.Equal((DeliveryLane.Other, 1), (depth.Lane, depth.Events));
        await app.StartAsync();
        await Patiently.Until(async () => await app.CountAsync() == 0);
        Assert.Empty(app.Receiver.Letters.All);
    }

    [Fact]
    public async Task Stop_HandlerRuns_WaitsForItAndLeavesTheRest()
    {
        await using QueuedReceiver app = new();
        app.Close("a");
        await app.StartAsync();
        await app.Store(Deliveries.Texts("a", "b"));
        await Patiently.Until(() => app.Begun.Contains("a"));

        Task stop = app.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        app.Open("a");
        await Patiently.Wait(stop);

        Assert.Equal(["a"], app.Handled);
        Assert.Equal(1, await app.CountAsync());
        await app.StartAsync();
        await app.UntilHandled("b");
    }

    [Fact]
    public async Task Stop_HandlerDoesNotEndInTime_IsCanceledAndRunsAgain()
    {
        await using QueuedReceiver app = new();
        app.Close("a");
        await app.StartAsync();
        await app.Store(Deliveries.Texts("a"));
        await Patiently.Until(() => app.Begun.Contains("a"));

        await Patiently.Wait(app.StopAsync(new CancellationToken(canceled: true)));

        Assert.Equal(1, await app.CountAsync());
        app.Open("a");
        await app.StartAsync();
        await app.PassUntil(Step, () => app.Handled.Contains("a"));
        Assert.Equal(["a", "a"], app.Begun);
    }

    [Fact]
    public async Task Stop_DeliveriesStillArrive_AreStored()
    {
        await using QueuedReceiver app = new();
        await app.StartAsync();
        await app.StopAsync(CancellationToken.None);

        await app.Store(Deliveries.Texts("a"));

        Assert.Equal(1, await app.CountAsync());
    }

    [Fact]
    public async Task Start_RunsNoWorker_OnlyStores()
    {
        await using QueuedReceiver app = new(options => options.RunWorker = false);
        await app.StartAsync();

        await app.Store(Deliveries.Texts("a"));

        Assert.Equal((0, 1), (app.Begun.Count, await app.CountAsync()));
    }

    [Fact]
    public async Task Resolve_NoDatabase_SaysWhatToDo()
    {
        await using Receiver receiver = new(builder => builder.UseDeliveryQueue());

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => receiver.Services.GetRequiredService<IDeliveryQueue>());

        Assert.Contains("UsePostgreSql", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Finds everybody at once but the first, who is found when the test says so.</summary>
    private sealed class SlowIdentities : ICustomerIdentities
    {
        private int _asked;

        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                await First.Task.WaitAsync(cancellationToken);
            }

            return new CustomerKey($"customer-{identity.WaId}");
        }

        public ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default) => default;

        public ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default) => new(key);

        public ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default) => default;
    }

    private sealed class BrokenQueue : IDeliveryQueue
    {
        public ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();

        public ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
            DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default) => throw new TimeoutException();

        public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
            IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();

        public ValueTask FinishAsync(
            ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();

        public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();

        public ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default) =>
            throw new TimeoutException();
    }
}
