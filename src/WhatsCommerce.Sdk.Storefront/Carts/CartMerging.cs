namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their carts, orders and events become one customer's.</summary>
internal sealed class CartMerging(Shops shops) : ICustomersMergedHandler
{
    public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
    {
        ShopServices shop = shops.Default.Get<ShopServices>();
        return shop.Store.MergeCustomersAsync(shop.ShopId, merged, cancellationToken);
    }
}
