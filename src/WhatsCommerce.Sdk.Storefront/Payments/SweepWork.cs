namespace WhatsCommerce.Storefronts;

/// <summary>Runs the sweep of a shop periodically.</summary>
internal sealed class SweepWork(ShopServices shop, Sweep sweep) : IShopWork
{
    private const int Limit = 100;

    public string? SharedName => "payments";

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken) =>
        await sweep.RunOnceAsync(Limit, cancellationToken).ConfigureAwait(false) == Limit ? TimeSpan.Zero : shop.Options.PollInterval;
}
