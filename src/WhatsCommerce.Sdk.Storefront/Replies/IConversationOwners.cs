namespace WhatsCommerce.Storefronts;

/// <summary>
/// Determines who answers a customer: the storefront, a person or another program. By default it is always the storefront.
/// </summary>
/// <remarks>
/// Called for each message before any responder. While a person owns the conversation, carts are still offered and order updates still
/// sent, because the customer asked for them.
/// </remarks>
public interface IConversationOwners
{
    /// <summary>Returns who currently answers a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The owner of the conversation.</returns>
    Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);
}
