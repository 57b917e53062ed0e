namespace WhatsCommerce.Storefronts;

/// <summary>Handles the events of a shop.</summary>
internal sealed class OutboxWork(ShopServices shop, OutboxProcessor outbox) : IShopWork
{
    public OutboxSignal Signal => shop.Signal;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken) =>
        await outbox.RunOnceAsync(shop.Options.MaxConcurrency, cancellationToken).ConfigureAwait(false) > 0
            ? TimeSpan.Zero
            : shop.Options.PollInterval;
}
