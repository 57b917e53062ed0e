namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their carts, orders and events become one customer's.</summary>
internal sealed class CartMerging(ShopServices shop) : ICustomersMergedHandler
{
    public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken) =>
        shop.Store.MergeCustomersAsync(shop.ShopId, merged, cancellationToken);
}
