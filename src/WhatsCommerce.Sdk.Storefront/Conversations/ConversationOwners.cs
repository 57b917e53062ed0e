namespace WhatsCommerce.Storefronts;

/// <summary>Determines who answers a customer, from the stored conversations.</summary>
internal sealed class ConversationOwners(ShopServices shop, IConversationStore store) : IConversationOwners
{
    public async Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
        await store.FindAsync(shopId, customer, cancellationToken).ConfigureAwait(false) is CustomerConversation conversation
            ? conversation.GetOwner(shop.Now)
            : ConversationOwner.Bot;
}
