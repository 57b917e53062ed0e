namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their reminders become one customer's.</summary>
internal sealed class RecoveryMerging(Shops shops) : ICustomersMergedHandler
{
    public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken) => shops.Default.Get<IRecoveryStore>()
        .MergeCustomersAsync(shops.Default.Get<ShopServices>().ShopId, merged, cancellationToken);
}
