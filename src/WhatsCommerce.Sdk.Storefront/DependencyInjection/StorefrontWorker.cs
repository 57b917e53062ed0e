using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Runs the recurring work of all shops while the app runs: registered shops, and shops that the directory lists.
/// </summary>
/// <param name="shops">The shops.</param>
/// <param name="turns">Divides work among instances by leases; null when there is only one instance.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs what fails.</param>
internal sealed class StorefrontWorker(Shops shops, WorkTurns? turns, TimeProvider time, ILogger logger) : BackgroundService
{
    private const int MostAtOnce = 32;
    private const int MostLongAtOnce = 4;

    private readonly ShopSchedule _schedule = new(time);
    private readonly Dictionary<ShopScope, IReadOnlyList<ShopTask>> _tasks = [];

    /// <summary>Starts the worker; a registered shop that cannot be created is an error at startup.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Adjust();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (shops.DirectoryInterval is TimeSpan interval)
        {
            _schedule.Add(new ShopTask(new Listing(this, shops, interval), shop: null));
        }

        try
        {
            await Task.WhenAll(
            [
                _schedule.RunAsync(stoppingToken),
                .. Enumerable.Range(0, MostAtOnce).Select(_ => WorkAsync(_schedule.Short, stoppingToken)),
                .. Enumerable.Range(0, MostLongAtOnce).Select(_ => WorkAsync(_schedule.Long, stoppingToken)),
            ]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    /// <summary>Starts work for new shops and stops it for shops that are gone. Never called concurrently.</summary>
    private void Adjust()
    {
        HashSet<ShopScope> active = [.. shops.Active];
        foreach (ShopScope gone in _tasks.Keys.Where(shop => !active.Contains(shop)).ToArray())
        {
            foreach (ShopTask task in _tasks[gone])
            {
                _schedule.End(task);
            }

            _tasks.Remove(gone);
        }

        foreach (ShopScope shop in active.Where(shop => !_tasks.ContainsKey(shop)))
        {
            ShopTask[] tasks = [.. WorksOf(shop).Select(work => new ShopTask(Shared(work, shop), shop))];
            _tasks[shop] = tasks;
            Array.ForEach(tasks, _schedule.Add);
        }
    }

    private IReadOnlyList<IShopWork> WorksOf(ShopScope shop)
    {
        try
        {
            return shop.Own<IShopWork>();
        }
        catch (Exception exception) when (shop.Listing is not null)
        {
            // One faulty shop of the directory must not stop the others.
            StorefrontLog.ShopNotMade(logger, exception, shop.Id);
            return [];
        }
    }

    private IShopWork Shared(IShopWork work, ShopScope shop) => turns is not null && work.SharedName is string name
        ? new SharedWork(work, name, shop.Get<ShopServices>(), turns)
        : work;

    private async Task WorkAsync(ChannelReader<ShopTask> due, CancellationToken stoppingToken)
    {
        await foreach (ShopTask task in due.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            TimeSpan wait;
            try
            {
                wait = await task.Work.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The store may be unavailable for a while, so this is retried.
                wait = task.Shop?.Get<ShopServices>().Options.PollInterval ?? shops.DirectoryInterval!.Value;
                StorefrontLog.WorkerFailed(task.Shop?.Get<ShopServices>().Logger ?? logger, exception, wait);
            }

            _schedule.Return(task, wait);
        }
    }

    /// <summary>Lists the shops of the directory periodically.</summary>
    private sealed class Listing(StorefrontWorker worker, Shops shops, TimeSpan interval) : IShopWork
    {
        public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
        {
            await shops.RefreshAsync(cancellationToken).ConfigureAwait(false);
            worker.Adjust();
            return interval;
        }
    }
}
