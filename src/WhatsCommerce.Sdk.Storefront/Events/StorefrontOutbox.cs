namespace WhatsCommerce.Storefronts;

/// <summary>Dead letters: events whose handler failed too often. Reached as <see cref="Storefront.Outbox"/>.</summary>
public class StorefrontOutbox
{
    private readonly ShopServices _shop = null!;

    internal StorefrontOutbox(ShopServices shop) => _shop = shop;

    /// <summary>For test doubles that override the methods.</summary>
    protected StorefrontOutbox() { }

    /// <summary>Lists events whose handler failed too often, the oldest first.</summary>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The dead letters.</returns>
    public virtual Task<IReadOnlyList<OutboxRow>> ListDeadLettersAsync(int limit = 100, CancellationToken cancellationToken = default) =>
        _shop.Store.ListOutboxAsync(_shop.ShopId, OutboxState.Dead, limit, cancellationToken);

    /// <summary>Runs the handler of a dead letter again, after the cause was fixed.</summary>
    /// <param name="letter">The dead letter, as it was listed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it will run; <see langword="false"/> if it was already replayed.</returns>
    public virtual async Task<bool> ReplayAsync(OutboxRow letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        OutboxRow waiting = letter with { State = OutboxState.Waiting, Attempts = 0, DueAt = _shop.Now };
        bool isWaiting = letter.State == OutboxState.Dead
            && await _shop.Store.UpdateOutboxAsync(waiting, cancellationToken).ConfigureAwait(false);
        if (isWaiting)
        {
            _shop.Signal.Set();
        }

        return isWaiting;
    }
}
