namespace WhatsCommerce.Storefronts;

/// <summary>Requests a person to answer a customer: raises an event, and makes the conversation wait for a person.</summary>
/// <remarks>
/// These are two steps, so that the customer can be told in between: once a person owns the conversation, retries send nothing.
/// </remarks>
internal sealed class PersonRequests(ShopServices shop, StorefrontConversations? conversations)
{
    /// <summary>Raises the event, unless an earlier run raised it.</summary>
    public async Task TellAsync(HumanRequested requested, CancellationToken cancellationToken) => await shop
        .CommitAsync(new StorefrontStep { ShopId = shop.ShopId }, [requested], cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the conversation wait for a person; does nothing without the conversations module.</summary>
    public async Task HandOverAsync(CustomerKey customer, string? reason, CancellationToken cancellationToken)
    {
        if (conversations is not null)
        {
            await conversations.TakeOverAsync(customer, by: null, reason, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
