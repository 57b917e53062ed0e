namespace WhatsCommerce.Storefronts;

/// <summary>Merges the carts, orders and events of two customer keys that turn out to be the same person.</summary>
internal sealed class CartMerging(Shops shops) : ICustomersMergedHandler
{
    public async Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
    {
        // The same person may be a customer of several shops.
        foreach (ShopServices shop in shops.Known.Select(static shop => shop.Get<ShopServices>()))
        {
            await shop.Store.MergeCustomersAsync(shop.ShopId, merged, cancellationToken).ConfigureAwait(false);
        }
    }
}
