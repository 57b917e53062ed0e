namespace WhatsCommerce.Storefronts;

/// <summary>
/// What one part of the app keeps of customers, so that <see cref="StorefrontCustomers"/> can forget and export all of it. Register one for
/// tables of your own, as singletons.
/// </summary>
public interface ICustomerRecords
{
    /// <summary>Gets the name under which the records stand in an export, such as <c>carts</c>; each name once.</summary>
    string Name { get; }

    /// <summary>Finds the addresses of a customer in the records: phone numbers and user ids.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The addresses; none unless the records have some.</returns>
    Task<IReadOnlyList<Recipient>> FindAddressesAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Recipient>>([]);

    /// <summary>Writes all records of a customer as one JSON value.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="writer">Takes the value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken);

    /// <summary>Removes the records of a customer, or what tells who it is. Repeatable.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="addresses">The addresses that any records had.</param>
    /// <param name="cancellationToken">Cancels the call; what was removed stays removed.</param>
    /// <returns>A task that represents the work.</returns>
    Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken);
}
