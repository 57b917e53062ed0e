namespace WhatsCommerce.Storefronts;

/// <summary>Hands idle conversations back to the storefront, and deletes texts after their retention period.</summary>
internal sealed class ConversationSweep(ConversationLog log, ConversationOwnership ownership) : IShopWork
{
    private const int MostConversations = 100;
    private const int MostTexts = 1_000;

    public string? SharedName => "conversations";

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CustomerKey> due = await log.Store.ListDueAsync(log.ShopId, log.Shop.Now, MostConversations, cancellationToken)
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
        return due.Count == MostConversations || removed == MostTexts ? TimeSpan.Zero : log.Shop.Options.PollInterval;
    }
}
