namespace WhatsCommerce.Storefronts;

/// <summary>Reads back what is due, so that no payment stays unknown when a webhook is lost, and ends carts that nobody pays.</summary>
internal sealed class Sweep(ShopServices shop, Attempts attempts, Refunds refunds, CartClosing closing)
{
    /// <summary>Works on what is due now.</summary>
    /// <returns>How many things were.</returns>
    public async Task<int> RunOnceAsync(int limit, CancellationToken cancellationToken)
    {
        IReadOnlyList<AttemptId> payments = await shop.Store.ListDueAttemptsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (AttemptId id in payments)
        {
            await attempts.SettleAsync(id, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<RefundId> returns = await shop.Store.ListDueRefundsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (RefundId id in returns)
        {
            await refunds.SettleAsync(id, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<CartId> carts = await shop.Store.ListDueCartsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (CartId id in carts)
        {
            await closing.CloseAsync(id, CartState.Expired, successor: null, cancellationToken).ConfigureAwait(false);
        }

        return payments.Count + returns.Count + carts.Count;
    }
}
