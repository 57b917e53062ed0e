namespace WhatsCommerce.Storefronts;

/// <summary>Processes due reminders of a shop periodically.</summary>
internal sealed class RecoveryWork(ShopServices shop, RecoveryProcessor processor) : IShopWork
{
    private const int Limit = 100;

    public string? SharedName => "reminders";

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken) =>
        await processor.RunOnceAsync(Limit, cancellationToken).ConfigureAwait(false) == Limit ? TimeSpan.Zero : shop.Options.PollInterval;
}
