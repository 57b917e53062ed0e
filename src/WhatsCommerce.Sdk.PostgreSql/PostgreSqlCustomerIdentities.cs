using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>
/// An <see cref="ICustomerIdentities"/> in PostgreSQL: survives restarts, and is shared by all instances that use the database.
/// </summary>
/// <remarks>
/// <para>Registered by <c>UsePostgreSql</c>; <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> creates the tables. Phone numbers and
/// ids are stored as hashes. They are kept until <see cref="DeleteAsync"/>.</para>
/// <para>Resolving a known customer takes no round trip for <see cref="PostgreSqlOptions.CustomerCacheDuration"/>, and one after
/// that. Anything new is decided in a transaction, serialized for the same ids, so that two instances arrive at one key. Merges are part of
/// the transaction, and <see cref="ICustomersMergedHandler"/>s are called after the commit.</para>
/// </remarks>
public sealed class PostgreSqlCustomerIdentities : ICustomerIdentities
{
    private readonly StoredCustomers _customers;

    /// <summary>Initializes the identities over a database.</summary>
    /// <param name="dataSource">The database. It is not disposed with this object.</param>
    /// <param name="handlers">The handlers of merges, called in this order.</param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public PostgreSqlCustomerIdentities(
        NpgsqlDataSource dataSource,
        IEnumerable<ICustomersMergedHandler>? handlers = null,
        PostgreSqlOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        Tables tables = new(options);
        CustomerTable table = new(new(dataSource, tables, nameof(PostgreSqlWebhookStore)), new(tables));
        _customers = new(table, options.CustomerCacheDuration, handlers, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default) =>
        _customers.ResolveAsync(identity, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default) =>
        _customers.FindAsync(identity, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default) =>
        _customers.GetCurrentAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default) =>
        _customers.DeleteAsync(key, cancellationToken);
}
