namespace WhatsCommerce.Storefronts;

/// <summary>When two customers turn out to be one, their reminders become one customer's.</summary>
internal sealed class RecoveryMerging(Shops shops) : ICustomersMergedHandler
{
    public async Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
    {
        // The same person may be a customer of several shops.
        foreach (ShopScope shop in shops.Known.Where(static shop => shop.Blueprint.Has<RecoveryPeople>()))
        {
            await shop.Get<IRecoveryStore>().MergeCustomersAsync(shop.Id, merged, cancellationToken).ConfigureAwait(false);
        }
    }
}
