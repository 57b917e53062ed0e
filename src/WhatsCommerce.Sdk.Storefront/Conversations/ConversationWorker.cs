using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Runs the sweep of conversations as long as the app runs.</summary>
internal sealed class ConversationWorker(ShopServices shop, ConversationSweep sweep) : BackgroundService
{
    private const int Limit = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(shop.Options.PollInterval, shop.Time);
        try
        {
            do
            {
                await RunAsync(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await sweep.RunOnceAsync(Limit, stoppingToken).ConfigureAwait(false))
            {
                // There may be more.
            }
        }
#pragma warning disable CA1031 // The store may be away for a while.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            StorefrontLog.WorkerFailed(shop.Logger, exception, shop.Options.PollInterval);
        }
    }
}
