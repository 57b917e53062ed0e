namespace WhatsCommerce.Storefronts;

/// <summary>Imports the catalog of a shop automatically at the first start, and polls it from then on.</summary>
internal sealed class CatalogWork(CatalogFollower follower, ShopServices shop) : IShopWork
{
    private int _failures;

    public bool IsLong => true;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        if (!shop.Options.Catalog.RunInBackground)
        {
            return Timeout.InfiniteTimeSpan;
        }

        TimeSpan wait;
        try
        {
            wait = await follower.LookAsync(
                change => StorefrontLog.CatalogChanged(shop.Logger, change.Product.RetailerId, change.Changes), cancellationToken)
                .ConfigureAwait(false);
            _failures = 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Meta, the store and the app's SKU map may throw any exception; the next poll may succeed.
            wait = CatalogFollower.WaitAfter(exception, ++_failures);
            StorefrontLog.CatalogLookFailed(shop.Logger, exception, wait);
        }

        return wait;
    }
}
