using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Imports the catalog unasked at the first start, and follows it as long as the app runs.</summary>
internal sealed class CatalogWorker(StorefrontCatalog catalog, ShopServices shop) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!shop.Options.Catalog.RunsInBackground)
        {
            return;
        }

        try
        {
            await foreach (CatalogProductChange change in catalog.FollowAsync(stoppingToken).ConfigureAwait(false))
            {
                StorefrontLog.CatalogChanged(shop.Logger, change.Product.RetailerId, change.Changes);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
