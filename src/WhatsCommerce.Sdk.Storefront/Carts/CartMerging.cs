namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their carts, orders and events become one customer's.</summary>
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
