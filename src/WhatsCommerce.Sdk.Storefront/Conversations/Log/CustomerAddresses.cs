using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Finds the customer behind an address that is written to.</summary>
internal sealed class CustomerAddresses(
    ShopServices shop, IConversationStore store, ICustomerIdentities? identities, Func<string?> customerScope)
{
    /// <summary>
    /// The customer of the conversation that has this address; else the one that the next webhook of this person will have. Absent when
    /// neither is known, because the business account is not configured.
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
