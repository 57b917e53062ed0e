namespace WhatsCommerce.Storefronts;

/// <summary>Reads due attempts and refunds back from providers, so that lost webhooks do not matter, and expires unpaid carts.</summary>
internal sealed class Sweep(ShopServices shop, Attempts attempts, Refunds refunds, CartClosing closing)
{
    /// <summary>Processes everything that is due.</summary>
    /// <returns>The number of items that were due.</returns>
    public async Task<int> RunOnceAsync(int limit, CancellationToken cancellationToken)
    {
        IReadOnlyList<AttemptId> payments = await shop.Store.ListDueAttemptsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (AttemptId id in payments)
        {
            await TryAsync(() => attempts.SettleAsync(id, cancellationToken), id.Value, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<RefundId> returns = await shop.Store.ListDueRefundsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (RefundId id in returns)
        {
            await TryAsync(() => refunds.SettleAsync(id, cancellationToken), id.Value, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<CartId> carts = await shop.Store.ListDueCartsAsync(shop.ShopId, shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (CartId id in carts)
        {
            await TryAsync(() => ExpireAsync(id, cancellationToken), id.Value, cancellationToken).ConfigureAwait(false);
        }

        return payments.Count + returns.Count + carts.Count;
    }

    /// <summary>An item that fails does not block the others; it is due again in the next run.</summary>
    private async Task TryAsync(Func<Task> work, string? what, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Providers and services of the app may throw any exception.
            StorefrontLog.SweepFailed(shop.Logger, exception, what);
        }
    }

    private async Task ExpireAsync(CartId id, CancellationToken cancellationToken)
    {
        ChangeResult closed = await closing.CloseAsync(id, CartState.Expired, successor: null, cancellationToken).ConfigureAwait(false);
        if (closed is { Outcome: ChangeOutcome.Pending or ChangeOutcome.Unknown }
            && await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false) is { IsLive: true } cart)
        {
            // A payment is pending, so the cart is checked again later and does not block the others.
            StorefrontStep step = new() { ShopId = shop.ShopId, Carts = [cart with { ExpiresAt = shop.Now + TimeSpan.FromHours(1) }] };
            await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false);
        }
    }
}
