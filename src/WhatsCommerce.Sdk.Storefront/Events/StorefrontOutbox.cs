namespace WhatsCommerce.Storefronts;

/// <summary>
/// Lists and replays dead letters: events whose handler failed on every attempt (<see cref="StorefrontOptions.MaxAttempts"/>). Available as
/// <see cref="Storefront.Outbox"/>.
/// </summary>
public class StorefrontOutbox
{
    private readonly ShopServices _shop = null!;

    internal StorefrontOutbox(ShopServices shop) => _shop = shop;

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontOutbox() { }

    /// <summary>Lists the dead letters, oldest first.</summary>
    /// <param name="limit">The maximum number of dead letters.</param>
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
