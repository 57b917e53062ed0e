using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>
/// A handler that does not end: what else waits is answered in time, leaves nothing behind, and runs when it comes again.
/// </summary>
public class HungHandlerTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<string> _journal = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    [Fact]
    public async Task ProcessAsync_CustomerBehindAHungHandler_Is503AfterTheWaitAndNotBefore()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));

        Task<WebhookResponse> behind = receiver.Deliver(Text("2", "49151"));
        _time.Advance(Wait - Moment);
        bool early = behind.IsCompleted;
        _time.Advance(Moment);
        WebhookResponse answer = await Patiently.Wait(behind);

        Assert.Equal((false, WebhookOutcome.InProgress), (early, answer.Outcome));
        Assert.Equal(["begin 1"], _journal);
        Assert.Contains(receiver.Logs.OfSdk, entry => (entry.Id, entry.Level) == (118, LogLevel.Warning));
        Open("1");
        Assert.Equal(200, (await Patiently.Wait(hung)).StatusCode);
    }

    [Fact]
    public async Task ProcessAsync_GaveUpWaiting_DoesNotRunLaterButWhenItComesAgain()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));
        Task<WebhookResponse> behind = receiver.Deliver(Text("2", "49151"));
        _time.Advance(Wait);
        await Patiently.Wait(behind);
        Task<WebhookResponse> third = receiver.Deliver(Text("3", "49151"));

        foreach (string id in new[] { "1", "2", "3" })
        {
            Open(id);
        }

        await Patiently.Wait(Task.WhenAll(hung, third));
        string[] before = [.. _journal];
        WebhookResponse again = await Patiently.Wait(receiver.Deliver(Text("2", "49151")));

        Assert.Equal(["begin 1", "end 1", "begin 3", "end 3"], before);
        Assert.Equal((200, "end 2"), (again.StatusCode, _journal.Last()));
    }

    [Fact]
    public async Task ProcessAsync_HungEventDeliveredAgain_Is503()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));

        Task<WebhookResponse> again = receiver.Deliver(Text("1", "49151"));
        _time.Advance(Wait);

        Assert.Equal(503, (await Patiently.Wait(again)).StatusCode);
        Open("1");
        await Patiently.Wait(hung);
        Assert.Equal(["begin 1", "end 1"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_DeliveryWithOneEventBehindAHungHandler_TheOthersRun()
    {
        await using Receiver receiver = Start();
        Open("b");
        Open("c");
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));

        Task<WebhookResponse> mixed = receiver.Deliver(
            Deliveries.TextsOf(("b", "49152", null), ("2", "49151", null), ("3", "49151", null), ("c", "49153", null)));
        await Patiently.Until(() => _journal.Contains("end b") && _journal.Contains("end c"));
        await AdvanceUntil(mixed);

        Assert.Equal(503, (await mixed).StatusCode);
        Assert.DoesNotContain("begin 2", _journal);
        Assert.DoesNotContain("begin 3", _journal);
        Open("1");
        await Patiently.Wait(hung);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task ProcessAsync_EventsBehindTheirOwnDelivery_WaitAsLongAsItGoesOn(int seconds)
    {
        await using Receiver receiver = Start(options => options.WaitForOtherDelivery = TimeSpan.FromSeconds(seconds));

        Task<WebhookResponse> delivery =
            receiver.Deliver(Deliveries.TextsOf(("1", "49151", null), ("2", "49151", null), ("3", "49151", null)));
        foreach (string id in new[] { "1", "2", "3" })
        {
            await Patiently.Until(() => _journal.Contains("begin " + id));
            _time.Advance(4 * Wait);
            Open(id);
        }

        Assert.Equal(200, (await Patiently.Wait(delivery)).StatusCode);
        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"], _journal);
    }

    [Fact]
    public async Task ProcessAsync_EveryPlaceTakenByHungHandlers_Is503AndWorksOnceOneEnds()
    {
        await using Receiver receiver = Start(options => options.MaxConcurrency = 2);
        Task<WebhookResponse>[] hung = [receiver.Deliver(Text("1", "49151")), receiver.Deliver(Text("2", "49152"))];

        Task<WebhookResponse> third = receiver.Deliver(Text("3", "49153"));
        _time.Advance(Wait - Moment);
        bool early = third.IsCompleted;
        _time.Advance(Moment);
        WebhookResponse refused = await Patiently.Wait(third);
        Open("1");
        Open("3");
        await Patiently.Wait(hung[0]);
        WebhookResponse taken = await Patiently.Wait(receiver.Deliver(Text("3", "49153")));

        Assert.Equal((false, 503, 200), (early, refused.StatusCode, taken.StatusCode));
        Assert.Contains(receiver.Logs.OfSdk, entry => (entry.Id, entry.Level) == (119, LogLevel.Warning));
        Open("2");
        await Patiently.Wait(hung[1]);
    }

    [Fact]
    public async Task ProcessAsync_PlaceComesInTime_IsTaken()
    {
        await using Receiver receiver = Start(options => options.MaxConcurrency = 1);
        Task<WebhookResponse> first = receiver.Deliver(Text("1", "49151"));
        Task<WebhookResponse> second = receiver.Deliver(Text("2", "49152"));

        _time.Advance(Wait - Moment);
        Open("1");
        Open("2");

        Assert.Equal([200, 200], (await Patiently.Wait(Task.WhenAll(first, second))).Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task ProcessAsync_StoppedWhileWaitingForAPlace_TakesNone()
    {
        using CancellationTokenSource stopping = new();
        await using Receiver receiver = Start(options => options.MaxConcurrency = 1);
        Task<WebhookResponse> first = receiver.Deliver(Text("1", "49151"));
        byte[] body = Text("2", "49152");
        Task<WebhookResponse> second = receiver.Processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: stopping.Token);

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Patiently.Wait(second));
        foreach (string id in new[] { "1", "2" })
        {
            Open(id);
        }

        await Patiently.Wait(first);
        Assert.Equal(200, (await Patiently.Wait(receiver.Deliver(body))).StatusCode);
    }

    [Fact]
    public async Task ProcessAsync_EventRunsElsewhere_ItsWaitTakesNoPlace()
    {
        HookedStore store = new(_time);
        store.OnTryBegin = key => key.Event.EndsWith("/1", StringComparison.Ordinal)
            ? new(WebhookClaim.InProgress(key))
            : store.Inner.TryBeginAsync(key, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await using Receiver receiver = Start(options => options.MaxConcurrency = 1, store);
        Open("2");

        Task<WebhookResponse> elsewhere = receiver.Deliver(Text("1", "49151"));
        WebhookResponse other = await Patiently.Wait(receiver.Deliver(Text("2", "49152")));

        Assert.Equal((200, false), (other.StatusCode, elsewhere.IsCompleted));
        await AdvanceUntil(elsewhere);
        Assert.Equal(503, (await elsewhere).StatusCode);
    }

    [Fact]
    public async Task ProcessAsync_SeveralHandlersRunElsewhere_WaitOnceForAll()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromMilliseconds(500) };
        HookedStore store = new(time) { OnTryBegin = key => new(WebhookClaim.InProgress(key)) };
        await using Receiver receiver = new(
            webhooks =>
            {
                foreach (string name in new[] { "one", "two", "three" })
                {
                    webhooks.Handle<TextEvent>(name, (_, _) => Task.CompletedTask);
                }
            },
            time: time,
            store: store);

        WebhookResponse answer = await Patiently.Wait(receiver.Deliver(Text("1", "49151")));

        Assert.Equal((503, Wait), (answer.StatusCode, time.Elapsed));
    }

    [Fact]
    public async Task ProcessAsync_EventOfTheCustomerThatNoHandlerTakes_IsNotHeldUp()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", Deliveries.CustomerPhone));

        WebhookResponse status = await Patiently.Wait(receiver.Deliver(Deliveries.Statuses("2")));

        Assert.Equal(200, status.StatusCode);
        Open("1");
        await Patiently.Wait(hung);
    }

    [Fact]
    public async Task ProcessAsync_ManyLargeRedeliveries_WaitInBoundedMemoryAndLeaveNothing()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));

        (Task<WebhookResponse>[] answers, WeakReference[] bodies) = DeliverLarge(receiver, 100);
        int refusedAtOnce = answers.Count(answer => answer.IsCompleted);
        _time.Advance(Wait);
        WebhookResponse[] all = await Patiently.Wait(Task.WhenAll(answers));
        answers = [];

        Assert.InRange(refusedAtOnce, 85, 95);
        Assert.All(all, answer => Assert.Equal(503, answer.StatusCode));
        await Patiently.Until(() =>
        {
            GC.Collect();
            return bodies.All(body => !body.IsAlive);
        });
        Open("1");
        Assert.Equal(200, (await Patiently.Wait(hung)).StatusCode);
    }

    [Fact]
    public async Task LongRuns_HandlerRunsForSomeLeases_NamesItUntilItEnds()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> hung = receiver.Deliver(Text(Deliveries.LongId, "49151"));

        _time.Advance(TimeSpan.FromSeconds(89));
        bool early = receiver.Processor.LongRuns.Count > 0;
        _time.Advance(TimeSpan.FromSeconds(60));
        LongRun run = Assert.Single(receiver.Processor.LongRuns);
        Open(Deliveries.LongId);
        await Patiently.Wait(hung);

        Assert.False(early);
        Assert.Equal(("", "texts", 1, TimeSpan.FromSeconds(149)), (run.EndpointName, run.HandlerName, run.Attempt, run.Elapsed));
        Assert.Empty(receiver.Processor.LongRuns);
        RecordedLogs.Entry entry = Assert.Single(receiver.Logs.OfSdk, entry => entry.Id == 135);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Contains("Webhook handler texts", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("49151", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Deliveries.LongId[..20], entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplayAsync_CustomerBehindAHungHandler_IsInProgressAndTheEventStaysGivenUp()
    {
        await using Receiver receiver = Start(options => options.MaxAttempts = 1);
        byte[] poison = Text("poison", "49151");
        await receiver.Deliver(poison);
        Task<WebhookResponse> hung = receiver.Deliver(Text("1", "49151"));

        Task<ReplayResult> replay = receiver.Services.GetRequiredService<DeadLetterQueue>()
            .ReplayAsync(Assert.Single(receiver.Letters.All), TestContext.Current.CancellationToken);
        await AdvanceUntil(replay);
        Open("1");
        await Patiently.Wait(hung);
        WebhookResponse redelivery = await Patiently.Wait(receiver.Deliver(poison));

        Assert.Equal((ReplayOutcome.InProgress, 200), ((await replay).Outcome, redelivery.StatusCode));
        Assert.Single(receiver.Letters.All);
        Assert.Equal(["begin poison", "begin 1", "end 1"], _journal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Task<WebhookResponse>[] Answers, WeakReference[] Bodies) DeliverLarge(Receiver receiver, int count)
    {
        Task<WebhookResponse>[] answers = new Task<WebhookResponse>[count];
        WeakReference[] bodies = new WeakReference[count];
        for (int i = 0; i < count; i++)
        {
            byte[] body = Encoding.ASCII.GetBytes(
                Encoding.ASCII.GetString(Text("1", "49151")).Replace("Hello", new string('x', 3_000_000), StringComparison.Ordinal));
            bodies[i] = new(body);
            answers[i] = receiver.Deliver(body);
        }

        return (answers, bodies);
    }

    private static byte[] Text(string id, string phone) => Deliveries.TextsOf((id, phone, null));

    private Receiver Start(Action<WebhookOptions>? configure = null, IWebhookStore? store = null) => new(
        webhooks => webhooks.Handle<TextEvent>("texts", async (text, cancellationToken) =>
        {
            string id = text.Id.Value!;
            _journal.Enqueue("begin " + id);
            if (id == "poison")
            {
                throw new InvalidTimeZoneException();
            }

            await GateOf(id).Task.WaitAsync(cancellationToken);
            _journal.Enqueue("end " + id);
        }),
        configure,
        _time,
        store);

    // Code that waits sets its next timer on threads of the pool, at a moment that nobody knows.
    private Task AdvanceUntil(Task ended) => Patiently.Until(() =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(100));
        return ended.IsCompleted;
    });

    private void Open(string id) => GateOf(id).TrySetResult();

    private TaskCompletionSource GateOf(string id) => _gates.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
