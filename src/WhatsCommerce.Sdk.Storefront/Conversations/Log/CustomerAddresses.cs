namespace WhatsCommerce.Storefronts;

/// <summary>Finds the customer key for the recipient of a message.</summary>
internal sealed class CustomerAddresses(
    ShopServices shop, IConversationStore store, ICustomerIdentities? identities, Func<string?> customerScope)
{
    /// <summary>
    /// The customer of the conversation with this address, or otherwise the key that this person's next webhook will have. Absent when the
    /// business account is not configured, so that the key cannot be determined.
    /// </summary>
    public async Task<CustomerKey> FindAsync(Recipient to, CancellationToken cancellationToken)
    {
        if (await store.FindByRecipientAsync(shop.ShopId, to, cancellationToken).ConfigureAwait(false) is CustomerConversation known)
        {
            return known.Customer;
        }

        if (identities is null || customerScope() is not { Length: > 0 } scope)
        {
            return default;
        }

        CustomerIdentity identity = to.Kind == RecipientKind.User
            ? new CustomerIdentity { Scope = scope, UserId = to.Value }
            : new CustomerIdentity { Scope = scope, WaId = to.Value };
        return await identities.ResolveAsync(identity, cancellationToken).ConfigureAwait(false);
    }
}
