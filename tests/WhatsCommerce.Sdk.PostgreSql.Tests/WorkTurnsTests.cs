using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>How instances of a shop divide its works, on a real PostgreSQL.</summary>
public sealed class WorkTurnsTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly WorkKey Sweep = new("shop", "payments");

    private readonly Guid _one = Guid.NewGuid();
    private readonly Guid _other = Guid.NewGuid();
    private readonly List<ServiceProvider> _apps = [];
    private TestDatabase _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider app in _apps)
        {
            await app.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Take_HeldByAnother_SaysHowLong()
    {
        IWorkTurnStore store = Open();
        Assert.Null((await store.TakeAsync([Sweep], _one, Lease, Cancel))[Sweep]);

        TimeSpan? wait = (await store.TakeAsync([Sweep], _other, Lease, Cancel))[Sweep];

        Assert.NotNull(wait);
        Assert.InRange(wait.Value, TimeSpan.FromMilliseconds(1), Lease);
    }

    [Fact]
    public async Task Take_Done_IsOpenToAllWhenItIsDue()
    {
        IWorkTurnStore store = Open();
        await store.TakeAsync([Sweep], _one, Lease, Cancel);
        await store.FinishAsync([(Sweep, TimeSpan.FromHours(1))], _one, Cancel);
        TimeSpan? wait = (await store.TakeAsync([Sweep], _one, Lease, Cancel))[Sweep];
        await PassTimeAsync(TimeSpan.FromHours(1));

        Assert.NotNull(wait);
        Assert.InRange(wait.Value, Lease, TimeSpan.FromHours(1));
        Assert.Null((await store.TakeAsync([Sweep], _other, Lease, Cancel))[Sweep]);
    }

    [Fact]
    public async Task Take_OwnerDied_IsTakenOverWhenTheLeaseHasEnded()
    {
        IWorkTurnStore store = Open();
        await store.TakeAsync([Sweep], _one, Lease, Cancel);
        await PassTimeAsync(Lease);

        Assert.Null((await Open().TakeAsync([Sweep], _other, Lease, Cancel))[Sweep]);
        Assert.Empty(await store.RenewAsync([Sweep], _one, Lease, Cancel));
        await store.FinishAsync([(Sweep, TimeSpan.Zero)], _one, Cancel);
        Assert.NotNull((await store.TakeAsync([Sweep], _one, Lease, Cancel))[Sweep]);
    }

    [Fact]
    public async Task Renew_Held_HoldsLonger()
    {
        IWorkTurnStore store = Open();
        await store.TakeAsync([Sweep], _one, Lease, Cancel);
        await PassTimeAsync(Lease - TimeSpan.FromSeconds(1));

        Assert.Equal([Sweep], await store.RenewAsync([Sweep], _one, Lease, Cancel));
        await PassTimeAsync(TimeSpan.FromSeconds(2));

        Assert.NotNull((await store.TakeAsync([Sweep], _other, Lease, Cancel))[Sweep]);
    }

    [Fact]
    public async Task Take_ThreeInstancesAtOnceInAnyOrder_GivesEachWorkToOne()
    {
        WorkKey[] works = [.. Enumerable.Range(0, 200).Select(i => new WorkKey(FormattableString.Invariant($"shop{i}"), "reminders"))];
        IWorkTurnStore[] stores = [Open(), Open(), Open()];

        IReadOnlyDictionary<WorkKey, TimeSpan?>[] turns = await Task.WhenAll(stores.Select((store, i) => Task.Run(
            () => store.TakeAsync(
                [.. i == 1 ? works.Reverse() : works.Skip(i * 50).Concat(works.Take(i * 50))], Guid.NewGuid(), Lease, Cancel),
            Cancel)));

        Assert.All(works, work => Assert.Single(turns, one => one[work] is null));
    }

    [Fact]
    public async Task Run_ThreeInstances_DoEachWorkOneAtATimeAndAsOftenAsItIsDue()
    {
        WorkKey[] works = [.. Enumerable.Range(0, 12).Select(i => new WorkKey(FormattableString.Invariant($"shop{i}"), "payments"))];
        ConcurrentDictionary<WorkKey, int> running = new();
        ConcurrentDictionary<WorkKey, int> done = new();
        ConcurrentBag<WorkKey> doubled = [];
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        Task[] instances =
        [
            .. Enumerable.Range(0, 3).SelectMany(_ =>
            {
                WorkTurns turns = new(Open(), TimeProvider.System, NullLogger.Instance, Lease);
                return works.Select(work => Task.Run(
                    async () =>
                    {
                        while (!stop.IsCancellationRequested)
                        {
                            TimeSpan wait = await turns.RunAsync(
                                work, token => RunAsync(work, token), TimeSpan.FromMilliseconds(20), CancellationToken.None);
                            await Task.Delay(wait, TimeProvider.System, CancellationToken.None);
                        }
                    },
                    CancellationToken.None));
            }),
        ];
        await Patiently.Until(() => works.All(work => done.GetValueOrDefault(work) >= 5));
        await stop.CancelAsync();
        await Patiently.Wait(Task.WhenAll(instances));

        Assert.Empty(doubled);

        async Task<TimeSpan> RunAsync(WorkKey work, CancellationToken cancellationToken)
        {
            if (running.AddOrUpdate(work, 1, static (_, count) => count + 1) > 1)
            {
                doubled.Add(work);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
            running.AddOrUpdate(work, 0, static (_, count) => count - 1);
            done.AddOrUpdate(work, 1, static (_, count) => count + 1);
            return TimeSpan.FromMilliseconds(5);
        }
    }

    [Fact]
    public async Task Run_TurnTakenAway_CancelsTheWork()
    {
        FakeTimeProvider time = new();
        WorkTurns turns = new(Open(), time, NullLogger.Instance, Lease);
        TaskCompletionSource began = new();
        Task<TimeSpan> work = turns.RunAsync(
            Sweep,
            async token =>
            {
                began.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, time, token);
                return TimeSpan.Zero;
            },
            TimeSpan.FromSeconds(5),
            Cancel);
        await Patiently.Wait(began.Task);
        await PassTimeAsync(Lease);
        await Open().TakeAsync([Sweep], _other, Lease, Cancel);
        await Patiently.Until(() => time.IsAwaited(wait => wait == Lease / 3));

        time.Advance(Lease / 3);

        Assert.Equal(TimeSpan.FromSeconds(5), await Patiently.Wait(work));
        Assert.NotNull((await Open().TakeAsync([Sweep], _one, Lease, Cancel))[Sweep]);
    }

    [Fact]
    public async Task Worker_ThreeInstances_DoASharedWorkOneAtATime()
    {
        CountedWork work = new();
        StorefrontWorker[] workers =
        [
            .. Enumerable.Range(0, 3).Select(_ =>
            {
                ServiceProvider app = _database.App(builder =>
                {
                    builder.Shop.Add<IShopWork>(_ => work);
                    builder.Services.Configure<StorefrontOptions>(options => options.PollInterval = TimeSpan.FromSeconds(1));
                });
                _apps.Add(app);
                return app.GetServices<IHostedService>().OfType<StorefrontWorker>().Single();
            }),
        ];

        foreach (StorefrontWorker worker in workers)
        {
            await worker.StartAsync(Cancel);
        }

        await Patiently.Until(() => work.Runs >= 20);
        foreach (StorefrontWorker worker in workers)
        {
            await worker.StopAsync(Cancel);
        }

        Assert.Equal(1, work.MostAtOnce);
    }

    private IWorkTurnStore Open()
    {
        ServiceProvider app = _database.App();
        _apps.Add(app);
        return StorefrontServices.CreateTurnStore(app)!;
    }

    private sealed class CountedWork : IShopWork
    {
        private readonly Lock _gate = new();
        private int _running;

        public string SharedName => "counted";

        public int Runs { get; private set; }

        public int MostAtOnce { get; private set; }

        public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_running);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
            lock (_gate)
            {
                Runs++;
                _running--;
            }

            return TimeSpan.FromMilliseconds(10);
        }
    }

    private Task PassTimeAsync(TimeSpan time) => _database.RunAsync(FormattableString.Invariant(
        $"update \"{_database.Options.Schema}\".shop_works set ready_at = ready_at - {(long)time.TotalMilliseconds}"));
}
