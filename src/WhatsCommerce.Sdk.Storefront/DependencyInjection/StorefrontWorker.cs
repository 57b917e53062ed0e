using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Does the work of the shops as long as the app runs.</summary>
internal sealed class StorefrontWorker(Shops shops) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ShopServices shop = shops.Default.Get<ShopServices>();
        return Task.WhenAll(shops.Default.Own<IShopWork>().Select(work => RepeatAsync(work, shop, stoppingToken)));
    }

    /// <summary>Works while there is work, waits when there is none, and never ends for a failure.</summary>
    private static async Task RepeatAsync(IShopWork work, ShopServices shop, CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                TimeSpan wait;
                bool failed = false;
                try
                {
                    wait = await work.RunAsync(stoppingToken).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // The store may be away for a while.
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    wait = shop.Options.PollInterval;
                    failed = true;
                    StorefrontLog.WorkerFailed(shop.Logger, exception, wait);
                }

                if (wait == Timeout.InfiniteTimeSpan)
                {
                    return;
                }

                if (wait > TimeSpan.Zero)
                {
                    await (work.Signal is OutboxSignal signal && !failed
                        ? signal.WaitAsync(wait, shop.Time, stoppingToken)
                        : Task.Delay(wait, shop.Time, stoppingToken)).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
