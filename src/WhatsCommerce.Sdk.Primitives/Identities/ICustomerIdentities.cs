namespace WhatsCommerce;

/// <summary>Knows which numbers and user ids are one customer's, and gives each customer one key.</summary>
/// <remarks>
/// <para>The processing of webhooks asks it before a handler runs and shows the key as <c>WebhookContext.CustomerKey</c>.
/// <see cref="MemoryCustomerIdentities"/> is used unless another is registered; several instances need one that they share.</para>
/// <para>What makes ids one customer's: they come together in one webhook, or a <c>system</c> message says that one took the place of the
/// other. The forms of a number that <see cref="PhoneNumber.IsSameLineAs"/> takes for one line are one. A blank id joins nothing.</para>
/// <para>A phone number is the weakest of the ids, since operators give it to somebody else after some months. A number that comes with a
/// user id which it did not have before moves to that customer, and its former owner keeps the rest; nobody is merged. Two keys are
/// merged only where nothing contradicts: one of them was known by number alone, both have the same parent user id, or a change was told.</para>
/// <para>An exception means that nothing is known; the delivery is answered 500 and comes again.</para>
/// </remarks>
public interface ICustomerIdentities
{
    /// <summary>Gives the key of a customer, and remembers what the identity tells.</summary>
    /// <param name="identity">All that a webhook tells.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The key, new if need be; <see langword="default"/> where the identity is empty.</returns>
    /// <remarks>Returns when every <see cref="ICustomersMergedHandler"/> is done with the merges of this customer.</remarks>
    ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>Looks a customer up and remembers nothing: for a message that is to be sent, or a person who asks.</summary>
    /// <param name="identity">One or more ids. Where they belong to several customers, the user id counts most, the number least.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The key; <see langword="default"/> when none of the ids is known.</returns>
    ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>Follows the merges: which key took the place of one that was stored.</summary>
    /// <param name="key">A key from earlier.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The key itself unless it was merged into another one.</returns>
    ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default);

    /// <summary>Forgets all ids of a customer who asks for it. The next webhook makes a new customer of the same person.</summary>
    /// <param name="key">The key, or one that was merged into it.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask ForgetAsync(CustomerKey key, CancellationToken cancellationToken = default);
}
