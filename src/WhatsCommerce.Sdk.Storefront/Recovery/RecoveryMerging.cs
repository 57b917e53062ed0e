namespace WhatsCommerce.Storefronts;

/// <summary>Merges the reminders of two customer keys that turn out to be the same person.</summary>
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
