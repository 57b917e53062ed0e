using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>How long runs keep their claim, and how they learn that they lost it.</summary>
public class LeaseTests
{
    private static readonly TimeSpan Third = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new();
    private readonly HookedStore _store;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _calls = [];

    public LeaseTests() => _store = new(_time);

    [Fact]
    public async Task Lease_WhileAHandlerRuns_IsRenewedThreeTimesInItsLength()
    {
        await using Receiver receiver = Start();
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        for (int i = 0; i < 6; i++)
        {
            _time.Advance(Third);
        }

        _release.SetResult();
        WebhookResponse answer = await Patiently.Wait(delivery);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["renew", "renew", "renew", "renew", "renew", "renew", "complete"], _store.Calls);
    }

    [Fact]
    public async Task Lease_OfHandlersThatEndAtOnce_IsNotRenewedAndNeedsOneTimerForAll()
    {
        _release.SetResult();
        await using Receiver receiver = Start();

        for (int i = 0; i < 20; i++)
        {
            await receiver.Deliver(Deliveries.Orders(FormattableString.Invariant($"{i}")));
        }

        int timers = _time.Timers;
        _time.Advance(Third);

        Assert.Equal((1, 0), (timers, _time.Timers));
        Assert.DoesNotContain("renew", _store.Calls);
    }

    [Fact]
    public async Task Lease_TakenBySomebodyElse_CancelsTheHandlerAndItsFailureDoesNotCount()
    {
        await using Receiver receiver = Start();
        _store.OnRenew = _ => false;
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(Third);
        WebhookResponse answer = await Patiently.Wait(delivery);

        Assert.Equal((WebhookOutcome.InProgress, 503), (answer.Outcome, answer.StatusCode));
        Assert.Equal(["cancelled"], _calls);
        Assert.Equal(["renew"], _store.Calls);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Id == 116);
        Assert.DoesNotContain(receiver.Logs.OfSdk, entry => entry.Id == 111);
    }

    [Fact]
    public async Task Lease_TakenBySomebodyElse_ASuccessOfAHandlerThatGoesOnDoesNotCount()
    {
        MemoryWebhookStore shared = _store.Inner;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("slow", async (_, _) =>
            {
                // As when the process was frozen: the lease ends without a renewal, and another instance takes over.
                _store.OnRenew = _ => throw new TimeoutException();
                _time.Advance(3 * Third);
                WebhookClaim other =
                    await shared.TryBeginAsync(new("/messages/message/106540352242922/1", "slow"), Third, CancellationToken.None);
                _calls.Add(FormattableString.Invariant($"other {other.Attempt}"));
            }),
            time: _time,
            store: _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal(["other 2"], _calls);
        Assert.Equal("complete", _store.Calls[^1]);
    }

    [Fact]
    public async Task Lease_StoreDoesNotAnswerUntilItEnds_CancelsTheHandler()
    {
        await using Receiver receiver = Start();
        _store.OnRenew = _ => throw new TimeoutException("The connection broke.");
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(Third);
        _time.Advance(Third);
        bool early = delivery.IsCompleted || _calls.Count > 0;
        _time.Advance(Third);
        await Patiently.Wait(delivery);

        Assert.False(early);
        Assert.Equal(["cancelled"], _calls);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Id == 132);
    }

    [Fact]
    public async Task Lease_StoreAnswersAgainInTime_TheHandlerGoesOn()
    {
        await using Receiver receiver = Start();
        _store.OnRenew = _ => throw new TimeoutException("The connection broke.");
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(2 * Third);
        _store.OnRenew = null;
        _time.Advance(4 * Third);
        _release.SetResult();

        Assert.Equal(200, (await Patiently.Wait(delivery)).StatusCode);
    }

    [Fact]
    public async Task GiveUp_ByOneWhoseClaimIsLost_KeepsNoLetter()
    {
        _store.OnRenew = _ => false;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("faulty", (_, _) => throw new InvalidTimeZoneException()),
            options => options.MaxAttempts = 1,
            _time,
            _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(503, answer.StatusCode);
        Assert.Empty(receiver.Letters.All);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 500)]
    public async Task TakeOverCompletion_ByTheHandler_CountsWhatItCommitted(bool commits, int expected)
    {
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", async (_, context, cancellationToken) =>
            {
                context.TakeOverCompletion();
                if (commits)
                {
                    await _store.Inner.CompleteAsync(context.Claim, cancellationToken);
                }
            }),
            time: _time,
            store: _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("complete", _store.Calls);
        Assert.Equal(
            !commits, receiver.Logs.OfSdk.Any(entry => entry.Id == 111 && entry.Text.Contains("did not commit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TakeOverCompletion_HandlerThrowsAfterItsCommit_IsHandled()
    {
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", async (_, context, cancellationToken) =>
            {
                context.TakeOverCompletion();
                await _store.Inner.CompleteAsync(context.Claim, cancellationToken);
                throw new TimeoutException("The answer to the commit was lost.");
            }),
            time: _time,
            store: _store);

        Assert.Equal(200, (await receiver.Deliver(Deliveries.Orders("1"))).StatusCode);
    }

    [Fact]
    public async Task MarkCompleted_AfterTheCommit_TheStoreIsNotAskedAgain()
    {
        int begun = 0;
        _store.OnTryBegin = key =>
        {
            begun++;
            return _store.Inner.TryBeginAsync(key, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", async (_, context, cancellationToken) =>
            {
                await _store.Inner.CompleteAsync(context.Claim, cancellationToken);
                context.MarkCompleted();
            }),
            time: _time,
            store: _store);

        Assert.Equal(200, (await receiver.Deliver(Deliveries.Orders("1"))).StatusCode);
        Assert.Equal(1, begun);
        Assert.Empty(_store.Calls);
    }

    [Fact]
    public async Task TakeOverCompletion_RenewalAfterTheCommit_DoesNotCancelWhatFollows()
    {
        bool cancelled = true;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", async (_, context, cancellationToken) =>
            {
                context.TakeOverCompletion();
                await _store.Inner.CompleteAsync(context.Claim, cancellationToken);
                _time.Advance(Third);
                cancelled = cancellationToken.IsCancellationRequested;
            }),
            time: _time,
            store: _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal((200, false), (answer.StatusCode, cancelled));
        Assert.Equal(["renew"], _store.Calls);
    }

    [Theory]
    [InlineData(true, 200, "ran")]
    [InlineData(false, 503, "")]
    public async Task Lease_OverBeforeTheHandlerStarts_ItStartsOnlyIfTheClaimCanBeRenewed(bool isOurs, int expected, string ran)
    {
        // As with a starved thread pool: the store granted the claim long before anybody comes to read that.
        _store.OnTryBegin = async key =>
        {
            WebhookClaim claim = await _store.Inner.TryBeginAsync(key, 3 * Third, CancellationToken.None);
            _time.Advance(3 * Third);
            return claim;
        };
        _store.OnRenew = _ => isOurs;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) =>
            {
                _calls.Add("ran");
                return Task.CompletedTask;
            }),
            time: _time,
            store: _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal((expected, ran), (answer.StatusCode, string.Join(' ', _calls)));
        Assert.Equal(isOurs ? ["renew", "complete"] : ["renew", "abandon: The lease ended before the handler could start."], _store.Calls);
        Assert.Equal(!isOurs, receiver.Logs.OfSdk.Any(entry => entry.Id == 120));
    }

    [Fact]
    public async Task Lease_LostWhileABehaviorWaits_TheHandlerDoesNotStart()
    {
        await using Receiver receiver = new(
            webhooks => webhooks
                .AddBehavior(async (_, next, cancellationToken) =>
                {
                    _store.OnRenew = _ => false;
                    _time.Advance(Third);
                    await Patiently.Until(() => cancellationToken.IsCancellationRequested);
                    await next(CancellationToken.None);
                })
                .Handle<OrderEvent>("orders", (_, _) =>
                {
                    _calls.Add("ran");
                    return Task.CompletedTask;
                }),
            time: _time,
            store: _store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(503, answer.StatusCode);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task Completion_FailsOnce_IsTriedAgainBeforeTheEffectIsRepeated()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromSeconds(2) };
        HookedStore store = new(time);
        int failures = 3;
        store.OnComplete = claim =>
        {
            if (failures-- > 0)
            {
                throw new TimeoutException("The connection broke.");
            }

            store.OnComplete = null;
            return store.Inner.CompleteAsync(claim, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) =>
            {
                _calls.Add("ran");
                return Task.CompletedTask;
            }),
            time: time,
            store: store);

        WebhookResponse[] answers = [await receiver.Deliver(Deliveries.Orders("1")), await receiver.Deliver(Deliveries.Orders("1"))];

        Assert.Equal([200, 200], answers.Select(answer => answer.StatusCode));
        Assert.Equal(["ran"], _calls);
        Assert.Equal(3, receiver.Logs.OfSdk.Count(entry => entry.Id == 136));
    }

    [Fact]
    public async Task Completion_FailsForAsLongAsTheLease_Is500()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromSeconds(2) };
        HookedStore store = new(time) { OnComplete = _ => throw new TimeoutException("The connection broke.") };
        await using Receiver receiver =
            new(webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask), time: time, store: store);

        WebhookResponse answer = await Patiently.Wait(receiver.Deliver(Deliveries.Orders("1")));

        Assert.Equal(WebhookOutcome.StoreFailed, answer.Outcome);
        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Renewal_OfAStoreThatNeedsNoPool_RunsOnThreadsOfItsOwn()
    {
        SynchronousStore store = new();
        ServiceCollection services = new();
        services.AddSingleton<IWebhookStore>(store).AddSingleton<IDeadLetterStore>(new KeptLetters());
        services

            // On the real clock, since the threads are; the renewal may be late by four seconds.
            .AddWhatsCommerceWebhooks(options => (options.AppSecrets, options.Lease) = ([Receiver.Secret], TimeSpan.FromSeconds(6)))
            .Handle<OrderEvent>("slow", (_, _) => Patiently.Wait(store.Renewed.Task));
        await using ServiceProvider provider = services.BuildServiceProvider();
        byte[] body = Deliveries.Orders("1");

        WebhookResponse answer = await provider.GetRequiredService<WebhookProcessor>().ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal((false, true), (store.RenewedOnPool, store.RenewedInBackground));
    }

    [Fact]
    public async Task Renewal_ThatTheStoreCannotTellOfNow_IsAskedAgainAndNothingIsLost()
    {
        SynchronousStore store = new(_time) { Answers = null };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("slow", async (_, cancellationToken) =>
            {
                _begun.SetResult();
                await _release.Task.WaitAsync(cancellationToken);
            }),
            time: _time,
            store: store);
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(2 * Third);
        await Patiently.Wait(store.Renewed.Task);
        _release.SetResult();

        Assert.Equal(200, (await Patiently.Wait(delivery)).StatusCode);
    }

    [Fact]
    public async Task Renewal_StoreBlocksTheThreadThatAsksIt_TheHandlerIsToldAllTheSameWhenItsLeaseEnds()
    {
        SynchronousStore store = new(_time) { Blocks = _release.Task };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("slow", async (_, cancellationToken) =>
            {
                _begun.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }),
            time: _time,
            store: store);
        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(Third);
        await Patiently.Wait(store.Renewed.Task);
        _time.Advance(2 * Third);
        WebhookResponse answer = await Patiently.Wait(delivery);
        _release.SetResult();

        Assert.Equal(503, answer.StatusCode);
    }

    private Receiver Start() => new(
        webhooks => webhooks.Handle<OrderEvent>("slow", async (_, cancellationToken) =>
        {
            _begun.TrySetResult();
            try
            {
                await _release.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _calls.Add("cancelled");
                throw;
            }
        }),
        time: _time,
        store: _store);

    /// <summary>A store in memory that renews without the pool, and tells where it was asked to.</summary>
    private sealed class SynchronousStore(TimeProvider? time = null) : IWebhookStore, ISynchronousRenewal
    {
        private readonly MemoryWebhookStore _inner = new(null, time);

        public TaskCompletionSource Renewed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool? Answers { get; init; } = true;

        public Task Blocks { get; init; } = Task.CompletedTask;

        public bool RenewedOnPool { get; private set; }

        public bool RenewedInBackground { get; private set; }

        public bool? Renew(WebhookClaim claim, TimeSpan lease)
        {
            RenewedOnPool = Thread.CurrentThread.IsThreadPoolThread;
            RenewedInBackground = Thread.CurrentThread.IsBackground;
            Renewed.TrySetResult();
            Blocks.GetAwaiter().GetResult();
            return Answers;
        }

        public ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default) =>
            _inner.TryBeginAsync(key, lease, cancellationToken);

        public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
            _inner.CompleteAsync(claim, cancellationToken);

        public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
            _inner.AbandonAsync(claim, error, cancellationToken);

        public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
            _inner.MarkDeadAsync(claim, cancellationToken);

        public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It can do without the pool.");

        public ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) =>
            _inner.ReviveAsync(key, cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => default;
    }
}
