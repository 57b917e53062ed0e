namespace WhatsCommerce;

/// <summary>Resolves the phone numbers and user ids of a customer to one key.</summary>
/// <remarks>
/// <para>The processing of webhooks calls it before a handler runs, and exposes the key as <c>WebhookContext.CustomerKey</c>. The default
/// is <see cref="MemoryCustomerIdentities"/>, unless another is registered; several instances need a shared one.</para>
/// <para>Ids belong to one customer when they occur together in one webhook, or when a <c>system</c> message says that one replaced the
/// other. The forms of a phone number that <see cref="PhoneNumber.IsSameLineAs"/> treats as one line are one id. A blank id joins
/// nothing.</para>
/// <para>A phone number is the weakest of the ids, since operators reassign it after some months. A number that comes with a user id that
/// it did not have before moves to that customer, and its former owner keeps the other ids; nobody is merged. Two keys are merged only
/// where nothing contradicts it: one of them was known by phone number only, both have the same parent user id, or a webhook reported the
/// change.</para>
/// <para>An exception means that the identity is unknown; the delivery is answered 500 and Meta delivers it again.</para>
/// <para>Later versions may add members, each with a default implementation, so that existing stores keep working.</para>
/// </remarks>
public interface ICustomerIdentities
{
    /// <summary>Returns the key of a customer, and stores what the identity says.</summary>
    /// <param name="identity">All ids in a webhook.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The key, created if necessary; <see langword="default"/> when the identity is empty.</returns>
    /// <remarks>The task completes when every <see cref="ICustomersMergedHandler"/> has handled the merges of this customer.</remarks>
    ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>Finds a customer without storing anything: for a message that is to be sent, or a search by a person.</summary>
    /// <param name="identity">
    /// One or more ids. If they belong to several customers, the user id takes precedence, and the phone number comes last.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The key; <see langword="default"/> when none of the ids is known.</returns>
    ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>Follows merges: returns the key that replaced a stored key.</summary>
    /// <param name="key">A stored key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current key; <paramref name="key"/> itself unless it was merged into another one.</returns>
    ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default);

    /// <summary>Deletes all ids of a customer who requests it. The next webhook creates a new customer for the same person.</summary>
    /// <param name="key">The key, or one that was merged into it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default);
}
