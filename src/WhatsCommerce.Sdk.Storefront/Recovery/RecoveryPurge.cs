namespace WhatsCommerce.Storefronts;

/// <summary>Deletes reminders after their retention period.</summary>
internal sealed class RecoveryPurge(ShopServices shop, IRecoveryStore store) : IShopWork
{
    private const int MostSequences = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public string? SharedName => "reminders_purge";

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        RecoverySettings settings = await store.FindSettingsAsync(shop.ShopId, cancellationToken).ConfigureAwait(false)
            ?? new RecoverySettings();
        int removed = await store.PurgeAsync(shop.ShopId, shop.Now - settings.Retention, MostSequences, cancellationToken)
            .ConfigureAwait(false);
        return removed == MostSequences ? TimeSpan.Zero : Pause;
    }
}
