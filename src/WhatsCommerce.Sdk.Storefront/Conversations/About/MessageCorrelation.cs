namespace WhatsCommerce.Storefronts;

/// <summary>Finds the product that a customer's message is about, from the stored conversation.</summary>
internal sealed class MessageCorrelation(ShopServices shop, IConversationStore store)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The product that was determined when the message was logged, or otherwise the one that the conversation determines now.
    /// </summary>
    public async Task<AboutProduct?> OfStoredAsync(
        CustomerKey customer, InboundMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ConversationEntry? stored = message.Id.HasValue
            ? await store.FindEntryAsync(shop.ShopId, message.Id.ToString(), cancellationToken).ConfigureAwait(false)
            : null;
        return stored is null ? await FindAsync(customer, message, at, cancellationToken).ConfigureAwait(false) : stored.About;
    }

    public async Task<AboutProduct?> FindAsync(
        CustomerKey customer, InboundMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ConversationEntry? quoted = message.RepliesTo.HasValue
            ? await store.FindEntryAsync(shop.ShopId, message.RepliesTo.ToString(), cancellationToken).ConfigureAwait(false)
            : null;
        IReadOnlyList<ConversationEntry> recent = await store.ListEntriesAsync(
            shop.ShopId, customer, new ConversationEntryQuery { Limit = Correlator.MostEntries }, cancellationToken).ConfigureAwait(false);

        // A message that was delivered late is evaluated by the entries before it, with a tolerance for clock skew.
        return Correlator.Decide(
            message,
            at,
            quoted?.Customer == customer ? quoted : null,
            [.. recent.Where(entry => entry.Id != message.Id.Value && entry.At <= at + ClockSkew).OrderByDescending(entry => entry.At)]);
    }
}
