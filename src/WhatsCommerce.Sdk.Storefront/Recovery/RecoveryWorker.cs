using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Looks for reminders that are due as long as the app runs.</summary>
internal sealed class RecoveryWorker(ShopServices shop, RecoveryProcessor processor) : BackgroundService
{
    private const int Limit = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                bool hasMore = false;
                try
                {
                    hasMore = await processor.RunOnceAsync(Limit, stoppingToken).ConfigureAwait(false) == Limit;
                }
#pragma warning disable CA1031 // The store may be away for a while.
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    StorefrontLog.WorkerFailed(shop.Logger, exception, shop.Options.PollInterval);
                }

                if (!hasMore)
                {
                    await Task.Delay(shop.Options.PollInterval, shop.Time, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
