namespace WhatsCommerce.Storefronts;

/// <summary>Background work of a shop that one instance does at a time.</summary>
internal sealed class SharedWork(IShopWork work, string name, ShopServices shop, WorkTurns turns) : IShopWork
{
    public bool IsLong => work.IsLong;

    public Task<TimeSpan> RunAsync(CancellationToken cancellationToken) =>
        turns.RunAsync(new WorkKey(shop.ShopId, name), work.RunAsync, shop.Options.PollInterval, cancellationToken);
}
