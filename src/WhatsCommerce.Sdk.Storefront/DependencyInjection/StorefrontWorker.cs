using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Runs the outbox and the sweep as long as the app runs.</summary>
internal sealed class StorefrontWorker(ShopServices shop, OutboxProcessor outbox, Sweep? sweep) : BackgroundService
{
    private const int SweepLimit = 100;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(
            async () => await outbox.RunOnceAsync(shop.Options.MaxConcurrency, stoppingToken).ConfigureAwait(false) > 0,
            () => shop.Signal.WaitAsync(shop.Options.PollInterval, shop.Time, stoppingToken),
            stoppingToken),
        sweep is null
            ? Task.CompletedTask
            : RepeatAsync(
                async () => await sweep.RunOnceAsync(SweepLimit, stoppingToken).ConfigureAwait(false) == SweepLimit,
                () => Task.Delay(shop.Options.PollInterval, shop.Time, stoppingToken),
                stoppingToken));

    /// <summary>Works while there is work, waits when there is none, and never ends for a failure.</summary>
    private async Task RepeatAsync(Func<Task<bool>> work, Func<Task> wait, CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                bool hasMore = false;
                try
                {
                    hasMore = await work().ConfigureAwait(false);
                }
#pragma warning disable CA1031 // The store may be away for a while.
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    StorefrontLog.WorkerFailed(shop.Logger, exception, shop.Options.PollInterval);
                    await Task.Delay(shop.Options.PollInterval, shop.Time, stoppingToken).ConfigureAwait(false);
                }

                if (!hasMore)
                {
                    await wait().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
