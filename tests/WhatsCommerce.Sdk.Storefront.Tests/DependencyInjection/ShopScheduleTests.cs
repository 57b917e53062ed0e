using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

public sealed class ShopScheduleTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ShopSchedule _schedule;

    public ShopScheduleTests() => _schedule = new ShopSchedule(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ThousandsOfShopsThatWait_SetOneTimer()
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        ShopTask[] tasks = [.. Enumerable.Range(0, 5_000).Select(_ => new ShopTask(new Idle(), shop: null))];
        Array.ForEach(tasks, _schedule.Add);
        Task running = _schedule.RunAsync(end.Token);
        for (int i = 0; i < tasks.Length; i++)
        {
            _schedule.Return(await _schedule.Short.ReadAsync(Stop), TimeSpan.FromSeconds(5));
        }

        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(5)) && _time.Timers == 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Patiently.Until(() => _schedule.Short.Count == tasks.Length);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Signal_OfAWorkThatWaits_MakesItDueAtOnce()
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Idle work = new() { Signal = new OutboxSignal() };
        _schedule.Add(new ShopTask(work, shop: null));
        Task running = _schedule.RunAsync(end.Token);
        _schedule.Return(await _schedule.Short.ReadAsync(Stop), TimeSpan.FromHours(1));

        work.Signal.Set();
        ShopTask again = await _schedule.Short.ReadAsync(Stop);
        work.Signal.Set();
        _schedule.Return(again, TimeSpan.FromHours(1));

        // It was told while it ran, and what it saw then may have been old.
        Assert.Same(again, await _schedule.Short.ReadAsync(Stop));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task End_OfAWorkThatIsDue_RunsItNeverAgain()
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        ShopTask gone = new(new Idle(), shop: null);
        ShopTask other = new(new Idle { IsLong = true }, shop: null);
        _schedule.Add(gone);
        _schedule.End(gone);
        _schedule.Add(other);
        Task running = _schedule.RunAsync(end.Token);

        Assert.Same(other, await _schedule.Long.ReadAsync(Stop));
        Assert.Equal(0, _schedule.Short.Count);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private sealed class Idle : IShopWork
    {
        public OutboxSignal? Signal { get; init; }

        public bool IsLong { get; init; }

        public Task<TimeSpan> RunAsync(CancellationToken cancellationToken) => Task.FromResult(TimeSpan.FromSeconds(5));
    }
}
