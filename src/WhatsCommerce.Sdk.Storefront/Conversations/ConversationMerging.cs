namespace WhatsCommerce.Storefronts;

/// <summary>Merges the conversations of two customer keys that turn out to be the same person.</summary>
internal sealed class ConversationMerging(Shops shops) : ICustomersMergedHandler
{
    public async Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
    {
        // The same person may be a customer of several shops.
        foreach (ShopScope shop in shops.Known.Where(static shop => shop.Blueprint.Has<StorefrontConversations>()))
        {
            await MergeAsync(shop.Get<ShopServices>(), shop.Get<IConversationStore>(), merged, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task MergeAsync(
        ShopServices shop, IConversationStore store, CustomersMerged merged, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            CustomerConversation? gone = await store.FindAsync(shop.ShopId, merged.Merged, cancellationToken).ConfigureAwait(false);
            CustomerConversation? kept = await store.FindAsync(shop.ShopId, merged.Survivor, cancellationToken).ConfigureAwait(false);
            CustomerConversation? both = gone is null ? null : Join(gone, kept, merged.Survivor, shop.Now);
            if (await store.MergeCustomersAsync(shop.ShopId, merged, both, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Two conversations that are one were changed concurrently {Rounds.Most} times in a row.");
    }

    private static CustomerConversation Join(
        CustomerConversation gone, CustomerConversation? kept, CustomerKey survivor, DateTimeOffset now)
    {
        if (kept is null)
        {
            return gone with { Customer = survivor, ChangedAt = now, Version = 0 };
        }

        CustomerConversation latest = gone.LastAt > kept.LastAt ? gone : kept;

        // If a person owns one of the conversations, that person owns the merged one, so that a merge never returns a customer to the bot.
        CustomerConversation owned = kept.Owner != ConversationOwner.Bot ? kept : gone;
        return latest with
        {
            Customer = survivor,
            Owner = owned.Owner,
            Assignee = owned.Assignee,
            OwnedSince = owned.OwnedSince,
            ReturnsAt = owned.ReturnsAt,
            IsTakenFromOther = owned.IsTakenFromOther,
            Name = latest.Name ?? kept.Name ?? gone.Name,
            WindowEndsAt = kept.WindowEndsAt > gone.WindowEndsAt || gone.WindowEndsAt is null ? kept.WindowEndsAt : gone.WindowEndsAt,
            Unread = kept.Unread + gone.Unread,
            ChangedAt = now,
            Version = kept.Version,
        };
    }
}
