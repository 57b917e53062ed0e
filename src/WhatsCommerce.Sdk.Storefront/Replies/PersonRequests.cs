namespace WhatsCommerce.Storefronts;

/// <summary>Asks for a person to answer a customer: by an event, and by giving the conversation to whoever takes it.</summary>
/// <remarks>Two steps, so that the customer can be told between them: once a person owns the conversation, nothing is repeated.</remarks>
internal sealed class PersonRequests(ShopServices shop, StorefrontConversations? conversations)
{
    /// <summary>Tells that a person is wanted; nothing happens when an earlier run told it.</summary>
    public async Task TellAsync(HumanRequested requested, CancellationToken cancellationToken) => await shop
        .CommitAsync(new StorefrontStep { ShopId = shop.ShopId }, [requested], cancellationToken).ConfigureAwait(false);

    /// <summary>Gives the conversation to whichever person takes it; nothing happens where no room of the shop knows people.</summary>
    public async Task HandOverAsync(CustomerKey customer, string? reason, CancellationToken cancellationToken)
    {
        if (conversations is not null)
        {
            await conversations.TakeOverAsync(customer, by: null, reason, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
