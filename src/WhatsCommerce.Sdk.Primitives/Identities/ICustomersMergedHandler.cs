namespace WhatsCommerce;

/// <summary>Is told when two customers turn out to be one, so that carts, conversations and the like can be put together.</summary>
/// <remarks>
/// <para>Told before any handler sees the event that revealed it, and before any later event of that customer. At least once: after a crash
/// or a failure it is told again with the next event of the customer, so move what is stored under
/// <see cref="CustomersMerged.Merged"/> in a way that may run twice.</para>
/// <para>What throws fails the event that is to be handled: it is answered 500 and comes again.</para>
/// <para>Another instance may go on using the merged key for as long as it caches identities (a minute with PostgreSQL). Whoever reads by
/// key later asks <see cref="ICustomerIdentities.GetCurrentAsync"/> for the one that counts.</para>
/// </remarks>
public interface ICustomersMergedHandler
{
    /// <summary>Puts together what is stored under both keys.</summary>
    /// <param name="merged">The keys.</param>
    /// <param name="cancellationToken">Cancelled when the app stops.</param>
    /// <returns>The work.</returns>
    Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken);
}
