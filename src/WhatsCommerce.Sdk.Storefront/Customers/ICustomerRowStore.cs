namespace WhatsCommerce.Storefronts;

/// <summary>Operations on the rows of one customer that only the storefront's own stores support.</summary>
internal interface ICustomerRowStore
{
    /// <summary>Reads all rows of a customer.</summary>
    Task<CustomerRows> ReadAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);

    /// <summary>Deletes the events of a customer in any state, and events that contain an address.</summary>
    Task RemoveEventsAsync(
        string shopId, CustomerKey customer, IReadOnlyList<string> addresses, CancellationToken cancellationToken);
}
