namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their reminders become one customer's.</summary>
internal sealed class RecoveryMerging(ShopServices shop, IRecoveryStore store) : ICustomersMergedHandler
{
    public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken) =>
        store.MergeCustomersAsync(shop.ShopId, merged, cancellationToken);
}
