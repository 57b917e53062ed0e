namespace WhatsCommerce;

/// <summary>Called when two customers turn out to be one, so that carts, conversations and the like can be merged.</summary>
/// <remarks>
/// <para>Called before any handler receives the event that revealed the merge, and before any later event of that customer. Called at least
/// once: after a crash or a failure it is called again with the next event of the customer, so move what is stored under
/// <see cref="CustomersMerged.Merged"/> idempotently.</para>
/// <para>An exception fails the event that is being handled: it is answered 500, and Meta delivers it again.</para>
/// <para>Another instance may continue to use the merged key for as long as it caches identities (a minute with PostgreSQL). Code that
/// reads by key later must get the current key from <see cref="ICustomerIdentities.GetCurrentAsync"/>.</para>
/// </remarks>
public interface ICustomersMergedHandler
{
    /// <summary>Merges what is stored under both keys.</summary>
    /// <param name="merged">The keys.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A task that represents the work.</returns>
    Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken);
}
