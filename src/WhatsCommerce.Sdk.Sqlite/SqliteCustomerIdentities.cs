using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>An <see cref="ICustomerIdentities"/> in a SQLite file: survives restarts and crashes, without a server.</summary>
/// <remarks>
/// <para>Registered by <c>UseSqlite</c>. Phone numbers and ids are stored as hashes. They are kept until <see cref="DeleteAsync"/>.</para>
/// <para>Merges are part of the transaction that finds them, and <see cref="ICustomersMergedHandler"/>s are called after the
/// commit.</para>
/// </remarks>
public sealed class SqliteCustomerIdentities : ICustomerIdentities, IDisposable
{
    private readonly StoredCustomers _customers;
    private readonly SqliteFile _file;
    private readonly bool _ownsFile;

    /// <summary>Initializes the identities over a file.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>.</param>
    /// <param name="handlers">The handlers of merges, called in this order.</param>
    /// <param name="options">Names; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public SqliteCustomerIdentities(
        string connectionString,
        IEnumerable<ICustomersMergedHandler>? handlers = null,
        SqliteOptions? options = null,
        TimeProvider? timeProvider = null)
        : this(new SqliteFile(connectionString, options), handlers, timeProvider, ownsFile: true) { }

    internal SqliteCustomerIdentities(
        SqliteFile file, IEnumerable<ICustomersMergedHandler>? handlers, TimeProvider? timeProvider, bool ownsFile = false)
    {
        _file = file;
        _ownsFile = ownsFile;

        // A query of the file takes microseconds, and another process may have merged customers: nothing is cached.
        _customers = new(
            new CustomerTable(file, new(file.Tables)), cacheDuration: TimeSpan.Zero, handlers, timeProvider ?? TimeProvider.System);
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

    /// <summary>Closes the file if these identities opened it.</summary>
    public void Dispose()
    {
        if (_ownsFile)
        {
            _file.Dispose();
        }
    }
}
