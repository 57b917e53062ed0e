using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>The same event from two deliveries at the same moment, in one process and in two that share a store.</summary>
public class SimultaneousTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _runs;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProcessAsync_TwiceInOneProcess_TheSecondFollowsTheFirstAndRunsNothing(bool withoutCustomer)
    {
        await using Receiver receiver = new(Slow, time: _time);
        byte[] body = withoutCustomer ? Deliveries.OfAccount("1", "rain") : Deliveries.Orders("1");

        Task<WebhookResponse> first = receiver.Deliver(body);
        Task<WebhookResponse> second = receiver.Deliver(body);
        bool[] early = [first.IsCompleted, second.IsCompleted];
        _release.SetResult(true);
        WebhookResponse[] answers = await Patiently.Wait(Task.WhenAll(first, second));

        Assert.Equal([false, false], early);
        Assert.Equal([WebhookOutcome.Handled, WebhookOutcome.Handled], answers.Select(answer => answer.Outcome));
        Assert.Equal(1, _runs);
        Assert.Empty(_time.Skipped);
    }

    [Fact]
    public async Task ProcessAsync_TheFirstFails_TheSecondRunsItAgain()
    {
        await using Receiver receiver = new(Slow, time: _time);

        Task<WebhookResponse> first = receiver.Deliver(Deliveries.Orders("1"));
        Task<WebhookResponse> second = receiver.Deliver(Deliveries.Orders("1"));
        _release.SetResult(false);
        WebhookResponse[] answers = await Patiently.Wait(Task.WhenAll(first, second));

        Assert.Equal([500, 200], answers.Select(answer => answer.StatusCode));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task ProcessAsync_RunsElsewhere_WaitsForTheOutcomeAndIs200()
    {
        MemoryWebhookStore shared = new(null, _time);
        await using Receiver one = new(Slow, time: _time, store: shared);
        await using Receiver other = new(Slow, time: _time, store: shared);

        Task<WebhookResponse> first = one.Deliver(Deliveries.Orders("1"));
        await Patiently.Wait(_begun.Task);
        Task<WebhookResponse> second = other.Deliver(Deliveries.Orders("1"));
        _time.Advance(TimeSpan.FromSeconds(2));
        bool early = second.IsCompleted;
        _release.SetResult(true);
        await Patiently.Wait(first);
        await Patiently.Until(() => _time.IsAwaited(wait => wait <= TimeSpan.FromMilliseconds(500)));
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await Patiently.Wait(second);

        Assert.Equal((false, WebhookOutcome.Handled, 1), (early, (await second).Outcome, _runs));
    }

    [Fact]
    public async Task ProcessAsync_RunsElsewhereForTooLong_Is503AfterWaitsThatGrow()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromMilliseconds(500) };
        HookedStore store = new(time) { OnTryBegin = key => new(WebhookClaim.InProgress(key)) };
        await using Receiver receiver = new(Slow, time: time, store: store);

        WebhookResponse answer = await Patiently.Wait(receiver.Deliver(Deliveries.Orders("1")));

        Assert.Equal((WebhookOutcome.InProgress, 503, 0), (answer.Outcome, answer.StatusCode, _runs));
        Assert.Equal([20, 40, 80, 160, 320, 500], time.Skipped.Take(6).Select(wait => wait.TotalMilliseconds));
        Assert.Equal(TimeSpan.FromSeconds(5), time.Elapsed);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Id == 115);
    }

    [Fact]
    public async Task ProcessAsync_RunsElsewhereAndNoWaitWanted_Is503AtOnce()
    {
        HookedStore store = new(_time) { OnTryBegin = key => new(WebhookClaim.InProgress(key)) };
        await using Receiver receiver = new(Slow, options => options.WaitForOtherDelivery = TimeSpan.Zero, _time, store);

        Assert.Equal(503, (await receiver.Deliver(Deliveries.Orders("1"))).StatusCode);
    }

    [Fact]
    public async Task ProcessAsync_TheOtherProcessDies_RunsWhenItsLeaseEnds()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromMilliseconds(500) };
        MemoryWebhookStore shared = new(null, time);
        await shared.TryBeginAsync(
            new("/messages/message/106540352242922/1", "slow"), TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        _release.SetResult(true);
        await using Receiver receiver = new(Slow, time: time, store: shared);

        WebhookResponse answer = await Patiently.Wait(receiver.Deliver(Deliveries.Orders("1")));

        Assert.Equal((200, 1), (answer.StatusCode, _runs));
    }

    [Fact]
    public async Task ProcessAsync_OneFailsWhileOneRunsElsewhere_Is500()
    {
        HookedStore store = new(_time);
        store.OnTryBegin = key => key.Handler == "slow"
            ? new(WebhookClaim.InProgress(key))
            : store.Inner.TryBeginAsync(key, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("slow", (_, _) => Task.CompletedTask)
                .Handle<OrderEvent>("faulty", (_, _) => throw new InvalidTimeZoneException()),
            options => options.WaitForOtherDelivery = TimeSpan.Zero,
            _time,
            store);

        Assert.Equal(WebhookOutcome.HandlerFailed, (await receiver.Deliver(Deliveries.Orders("1"))).Outcome);
    }

    private void Slow(WhatsCommerceWebhooksBuilder webhooks) => webhooks.Handle<WebhookEvent>("slow", async (_, _) =>
    {
        _begun.TrySetResult();
        if (Interlocked.Increment(ref _runs) == 1 && !await _release.Task)
        {
            throw new InvalidTimeZoneException();
        }
    });
}
