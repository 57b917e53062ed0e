namespace WhatsCommerce.Storefronts;

/// <summary>Finds the product that a customer's message is about, from the stored conversation.</summary>
internal sealed class MessageCorrelation(ShopServices shop, IConversationStore store)
{
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

        // A message that was delivered late is evaluated by the entries before it. Within a second, the order of arrival counts: Meta's
        // times are in whole seconds.
        IEnumerable<ConversationEntry> before = recent
            .Where(entry => entry.Id != message.Id.Value && entry.At <= at + ConversationLog.ClockSkew)
            .OrderByDescending(entry => entry.At.ToUnixTimeSeconds());
        return Correlator.Decide(message, at, quoted?.Customer == customer ? quoted : null, [.. before]);
    }
}
