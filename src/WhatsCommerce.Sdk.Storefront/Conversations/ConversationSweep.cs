namespace WhatsCommerce.Storefronts;

/// <summary>Gives conversations back whose person has gone, and removes words whose time is over.</summary>
internal sealed class ConversationSweep(ConversationLog log, ConversationOwnership ownership)
{
    private const int MostTexts = 1_000;

    /// <summary>Works on what is due now.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunOnceAsync(int limit, CancellationToken cancellationToken)
    {
        IReadOnlyList<CustomerKey> due = await log.Store.ListDueAsync(log.ShopId, log.Shop.Now, limit, cancellationToken)
            .ConfigureAwait(false);
        foreach (CustomerKey customer in due)
        {
            await log.ChangeAsync(
                customer,
                stored => Task.FromResult(stored is { Owner: ConversationOwner.Human } && stored.ReturnsAt <= log.Shop.Now
                    ? ownership.Given(stored, by: null, GiveBackCause.Idle, ConversationOwner.Bot)
                    : null),
                webhook: null,
                cancellationToken).ConfigureAwait(false);
        }

        int removed = log.Options.TextRetention is TimeSpan retention
            ? await log.Store.RemoveTextsAsync(log.ShopId, log.Shop.Now - retention, MostTexts, cancellationToken).ConfigureAwait(false)
            : 0;
        return due.Count == limit || removed == MostTexts;
    }
}
