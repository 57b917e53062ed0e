namespace WhatsCommerce.Storefronts;

/// <summary>Deletes expired turns, and budgets of customers without use for an hour.</summary>
internal sealed class AssistantPurge(ShopServices shop, AssistantOptions options, IAssistantTurns turns) : IShopWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    // Twice the hour of a budget, so that an instance whose clock is behind still finds its counts.
    private static readonly TimeSpan BudgetTime = TimeSpan.FromHours(2);

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turns.PurgeAsync(shop.ShopId, shop.Now - options.HistoryLifetime, shop.Now - BudgetTime, cancellationToken)
            .ConfigureAwait(false);
        return Pause;
    }
}
