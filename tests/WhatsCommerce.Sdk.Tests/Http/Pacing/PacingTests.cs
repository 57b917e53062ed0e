using WhatsCommerce.Http;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>How fast messages leave: by number, by pair, in order, and without remembering everybody for ever.</summary>
public class PacingTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");
    private static readonly TimeSpan SixSeconds = TimeSpan.FromSeconds(6);

    private readonly FakeTimeProvider _time = new();
    private readonly Lock _gate = new();

    [Fact]
    public void Enter_EmptyQueue_PassesAtOnceUpToTheBurst()
    {
        PacedQueue queue = new(_gate, _time);

        for (int i = 0; i < 45; i++)
        {
            Assert.Null(queue.Enter(SixSeconds, 45));
        }

        Assert.NotNull(queue.Enter(SixSeconds, 45));
    }

    [Fact]
    public void Enter_BurstUsedUp_PassesOneInEachIntervalInOrder()
    {
        PacedQueue queue = new(_gate, _time);
        Assert.Null(queue.Enter(SixSeconds, 1));
        PacedQueue.Waiter[] waiters = [.. Enumerable.Range(0, 3).Select(_ => queue.Enter(SixSeconds, 1)!)];

        for (int passed = 0; passed < waiters.Length; passed++)
        {
            _time.Advance(SixSeconds - TimeSpan.FromMilliseconds(1));
            Assert.Equal(passed, waiters.Count(waiter => waiter.Turn.Task.IsCompletedSuccessfully));
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(waiters[passed].Turn.Task.IsCompletedSuccessfully);
        }

        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public void Enter_AnyStretchOfASecondOfALongQueue_HasNoMoreThanTheRate()
    {
        const int Rate = 80;
        PacedQueue queue = new(_gate, _time);
        TimeSpan interval = TimeSpan.FromSeconds(1) / Rate;
        List<TimeSpan> passed = [];
        List<PacedQueue.Waiter> waiting = [];
        for (int i = 0; i < 400; i++)
        {
            if (queue.Enter(interval, 1) is { } waiter)
            {
                waiting.Add(waiter);
            }
            else
            {
                passed.Add(_time.Elapsed);
            }
        }

        while (waiting.Count > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            foreach (PacedQueue.Waiter waiter in waiting.Where(waiter => waiter.Turn.Task.IsCompleted).ToList())
            {
                passed.Add(_time.Elapsed);
                waiting.Remove(waiter);
            }
        }

        // The timer counts in milliseconds: a turn may come up to one late, never early, and the pace holds all the same.
        Assert.All(
            Enumerable.Range(0, passed.Count - Rate), i => Assert.True(passed[i + Rate] - passed[i] >= TimeSpan.FromMilliseconds(999)));
        Assert.InRange(passed[^1], interval * 399, interval * 399 + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public void Enter_SilenceAfterABurst_PaysItBack()
    {
        PacedQueue queue = new(_gate, _time);
        for (int i = 0; i < 45; i++)
        {
            queue.Enter(SixSeconds, 45);
        }

        _time.Advance(SixSeconds * 10);

        Assert.Equal(10, Enumerable.Range(0, 20).Count(_ => queue.Enter(SixSeconds, 45) is null));
    }

    [Fact]
    public void Leave_OneOfTheQueue_LetsTheOthersMoveUp()
    {
        PacedQueue queue = new(_gate, _time);
        queue.Enter(SixSeconds, 1);
        PacedQueue.Waiter first = queue.Enter(SixSeconds, 1)!;
        PacedQueue.Waiter second = queue.Enter(SixSeconds, 1)!;

        first.Leave();
        _time.Advance(SixSeconds);

        Assert.True(first.Turn.Task.IsCanceled);
        Assert.True(second.Turn.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WaitAsync_CustomerWhoMustWait_DoesNotHoldUpTheOthers()
    {
        MessagePacer pacer = new(_time);
        PacingOptions options = new() { MessagesPerSecond = 1, PairInterval = SixSeconds, PairBurst = 1 };
        Assert.True(Wait(pacer, options, "+16505550001").IsCompleted);
        Task<TimeSpan> again = Wait(pacer, options, "+16505550001");
        Task<TimeSpan> other = Wait(pacer, options, "+16505550002");

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(1), await other);
        Assert.False(again.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(SixSeconds, await again);
    }

    [Fact]
    public void WaitAsync_SameCustomerWithAndWithoutPlus_IsOnePair()
    {
        MessagePacer pacer = new(_time);
        PacingOptions options = new() { PairInterval = SixSeconds, PairBurst = 1 };

        Assert.True(Wait(pacer, options, "+16505550001").IsCompleted);
        Assert.False(Wait(pacer, options, "16505550001").IsCompleted);
        Assert.True(Wait(pacer, options, "+16505550001", from: "2").IsCompleted);
    }

    [Fact]
    public void WaitAsync_Groups_HaveNoPair()
    {
        MessagePacer pacer = new(_time);
        PacingOptions options = new() { PairInterval = SixSeconds, PairBurst = 1 };

        Assert.True(Wait(pacer, options, Recipient.Group("g1")).IsCompleted);
        Assert.True(Wait(pacer, options, Recipient.Group("g1")).IsCompleted);
    }

    [Fact]
    public async Task WaitAsync_Cancelled_GivesTheTurnUpAlsoThatOfThePair()
    {
        MessagePacer pacer = new(_time);
        PacingOptions options = new() { MessagesPerSecond = 1, PairInterval = SixSeconds, PairBurst = 2 };
        using CancellationTokenSource cancellation = new();
        await Wait(pacer, options, "+16505550001");
        Task<TimeSpan> waiting = Wait(pacer, options, "+16505550001", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Wait(pacer, options, "+16505550001").IsCompleted);
    }

    [Fact]
    public async Task WaitAsync_ManyCustomersOverTime_AreForgotten()
    {
        MessagePacer pacer = new(_time);
        PacingOptions options = new() { PairInterval = SixSeconds };

        for (int i = 0; i < 100_000; i++)
        {
            await Wait(pacer, options, FormattableString.Invariant($"+1650{i:0000000}"));
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(pacer.Count, 60, 1100);
    }

    [Fact]
    public async Task SendAsync_PacedByTheOptions_WaitsItsTurn()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client =
            new(Meta, options => (options.Pacing.MessagesPerSecond, options.Timeout) = (1, TimeSpan.FromHours(1)), meta, _time);

        Task<MessageReceipt>[] sends = [.. Enumerable.Range(0, 60).Select(_ => client.SendHelloAsync())];
        Assert.Single(meta.Requests);
        _time.Advance(TimeSpan.FromSeconds(59));

        await Task.WhenAll(sends);
        Assert.Equal(60, meta.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_WaitForATurn_DoesNotCountAsTimeOfTheCall()
    {
        FakeTimeProvider skipping = new() { Skips = due => due < TimeSpan.FromMinutes(30) };
        using StubMeta meta = new(StubMeta.Ok(), StubMeta.Error(4, 400, ("Retry-After", "2")), StubMeta.Ok());
        using TestClient client = new(
            Meta,
            options =>
            {
                options.Timeout = TimeSpan.FromMinutes(30);
                options.Retry.TotalTime = TimeSpan.FromSeconds(5);
                options.Pacing.PairInterval = TimeSpan.FromMinutes(1);
                options.Pacing.PairBurst = 1;
            },
            meta,
            skipping);

        await client.SendHelloAsync();
        await client.SendHelloAsync();

        Assert.Equal(3, meta.Requests.Count);
        Assert.True(skipping.Elapsed >= TimeSpan.FromMinutes(2), "Each attempt waits for its turn.");
    }

    [Fact]
    public async Task SendAsync_NotPaced_RemembersNothing()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await client.SendHelloAsync();

        Assert.Equal(0, client.Transport.Services.Pacer.Count);
    }

    private static Task<TimeSpan> Wait(
        MessagePacer pacer, PacingOptions options, Recipient to, string from = "1", CancellationToken? cancellationToken = null) =>
        pacer.WaitAsync(options, from, to, cancellationToken ?? TestContext.Current.CancellationToken).AsTask();
}
