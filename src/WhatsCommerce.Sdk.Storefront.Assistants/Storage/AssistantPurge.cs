namespace WhatsCommerce.Storefronts;

/// <summary>Removes turns that nobody is told any more, and budgets of customers who used nothing for an hour.</summary>
internal sealed class AssistantPurge(ShopServices shop, AssistantOptions options, IAssistantTurns turns) : IShopWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    // Twice the hour that budgets count: an instance whose clock is behind still finds what it wrote.
    private static readonly TimeSpan BudgetTime = TimeSpan.FromHours(2);

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turns.PurgeAsync(shop.ShopId, shop.Now - options.HistoryLifetime, shop.Now - BudgetTime, cancellationToken)
            .ConfigureAwait(false);
        return Pause;
    }
}
