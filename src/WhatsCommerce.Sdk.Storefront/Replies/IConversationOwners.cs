namespace WhatsCommerce.Storefronts;

/// <summary>Decides who answers a customer. By default it is always the storefront.</summary>
/// <remarks>
/// Asked for each message before anybody answers. Carts are still offered and orders told of while a person owns the conversation: the
/// customer asked for them.
/// </remarks>
public interface IConversationOwners
{
    /// <summary>Returns who answers a customer now.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The owner of the conversation.</returns>
    Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);
}
