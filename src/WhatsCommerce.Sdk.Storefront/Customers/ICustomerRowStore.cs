namespace WhatsCommerce.Storefronts;

/// <summary>What a store of the storefront's own can do with the rows of one customer, beside what every store can.</summary>
internal interface ICustomerRowStore
{
    /// <summary>Reads all rows of a customer.</summary>
    Task<CustomerRows> ReadAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);

    /// <summary>Removes events of a customer in whatever state, and those that mention an address.</summary>
    Task RemoveEventsAsync(
        string shopId, CustomerKey customer, IReadOnlyList<string> addresses, CancellationToken cancellationToken);
}
