namespace WhatsCommerce.Storefronts;

/// <summary>
/// Provides the personal data that one part of the app stores about customers, so that <see cref="StorefrontCustomers"/> can export and
/// delete it. Register implementations for your own tables as singletons.
/// </summary>
public interface ICustomerRecords
{
    /// <summary>Gets the unique name of the records in an export, such as <c>carts</c>.</summary>
    string Name { get; }

    /// <summary>Finds the addresses of a customer in the records: phone numbers and user ids.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The addresses; empty if the records contain none.</returns>
    Task<IReadOnlyList<Recipient>> FindAddressesAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Recipient>>([]);

    /// <summary>Writes all records of a customer as one JSON value.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="writer">The writer for the value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken);

    /// <summary>Deletes the records of a customer, or anonymizes them. Must be idempotent.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="addresses">The addresses that were found in all records.</param>
    /// <param name="cancellationToken">Cancels the call; data that was already deleted stays deleted.</param>
    /// <returns>A task that represents the work.</returns>
    Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken);
}
