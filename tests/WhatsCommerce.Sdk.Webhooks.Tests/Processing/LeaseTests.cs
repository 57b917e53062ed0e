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
        Task<WebhookAnswer> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        for (int i = 0; i < 6; i++)
        {
            _time.Advance(Third);
        }

        _release.SetResult();
        WebhookAnswer answer = await Patiently.Wait(delivery);

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
        Task<WebhookAnswer> delivery = receiver.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);

        _time.Advance(Third);
        WebhookAnswer answer = await Patiently.Wait(delivery);

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
                WebhookClaim other = await shared.TryBeginAsync(new("/messages/message/106540352242922/1", "slow"), Third, CancellationToken.None);
                _calls.Add(FormattableString.Invariant($"other {other.Attempt}"));
            }),
            time: _time,
            store: _store);

        WebhookAnswer answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal(["other 2"], _calls);
        Assert.Equal("complete", _store.Calls[^1]);
    }

    [Fact]
    public async Task Lease_StoreDoesNotAnswerUntilItEnds_CancelsTheHandler()
    {
        await using Receiver receiver = Start();
        _store.OnRenew = _ => throw new TimeoutException("The connection broke.");
        Task<WebhookAnswer> delivery = receiver.Deliver(Deliveries.Orders("1"));
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
        Task<WebhookAnswer> delivery = receiver.Deliver(Deliveries.Orders("1"));
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

        WebhookAnswer answer = await receiver.Deliver(Deliveries.Orders("1"));

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

        WebhookAnswer answer = await receiver.Deliver(Deliveries.Orders("1"));

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

        WebhookAnswer answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal((200, false), (answer.StatusCode, cancelled));
        Assert.Equal(["renew"], _store.Calls);
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
}
