using System.Data.Common;
using System.Net.Sockets;

namespace WhatsCommerce;

/// <summary>
/// Represents the database with all durable data of an app: handled webhooks, sends, dead letters, customers and the shop. Registered by
/// <c>UseSqlite</c> and <c>UsePostgreSql</c>.
/// </summary>
/// <remarks>
/// Related changes are written in one transaction: a cart, the completion of the webhook that contained it, and the event that reports it.
/// The tables belong to <see cref="Components"/>, each with its own version.
/// </remarks>
public abstract class WhatsCommerceDatabase
{
    /// <summary>The result of <see cref="WriteAsync"/> when everything was written.</summary>
    public const int Written = -1;

    private readonly DatabaseMigrations _migrations;

    /// <summary>Initializes the database.</summary>
    /// <param name="dataSource">Opens connections to the database.</param>
    /// <param name="dialect">The SQL dialect.</param>
    /// <param name="components">The components, to which the tables belong.</param>
    /// <exception cref="ArgumentException">Two components have the same name.</exception>
    protected WhatsCommerceDatabase(DbDataSource dataSource, DatabaseDialect dialect, IEnumerable<DatabaseComponent> components)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(components);
        DataSource = dataSource;
        Dialect = dialect;
        Components = [.. components];
        if (Components.GroupBy(component => component.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two components are named \"{twice.Key}\".", nameof(components));
        }

        _migrations = new DatabaseMigrations(this);
    }

    /// <summary>
    /// Gets the data source of the database, for the app's own queries and joins. SQLite has a single writer: keep your transactions short.
    /// </summary>
    public DbDataSource DataSource { get; }

    /// <summary>Gets the SQL dialect.</summary>
    public DatabaseDialect Dialect { get; }

    /// <summary>Gets the components, to which the tables belong.</summary>
    public IReadOnlyList<DatabaseComponent> Components { get; }

    /// <summary>
    /// Gets a value indicating whether tables are created and migrated when the app starts; <see langword="null"/> for in Development only.
    /// </summary>
    public virtual bool? MigratesAtStart => null;

    /// <summary>Gets the name of a table, ready for use in SQL.</summary>
    /// <param name="name">The name within this project, such as <c>shop_carts</c>.</param>
    /// <returns>The quoted name, with schema or prefix.</returns>
    public abstract string Table(string name);

    /// <summary>Gets the name of an index of a table, ready for use in SQL.</summary>
    /// <param name="name">The name within this project.</param>
    /// <returns>The quoted name, with a prefix where all tables have one.</returns>
    public abstract string Index(string name);

    /// <summary>Executes statements in one transaction and, if the database is reached over a network, in one round trip.</summary>
    /// <param name="statements">The statements, in their order.</param>
    /// <param name="cancellationToken">Cancels the call; the statements may have been carried out all the same.</param>
    /// <returns>
    /// <see cref="Written"/>; or the index of the first statement that changed no row although it <see
    /// cref="DatabaseStatement.MustChange"/>, or that violated a key. Then nothing was written.
    /// </returns>
    public abstract ValueTask<int> WriteAsync(IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken = default);

    /// <summary>Executes a statement that returns rows, in its own transaction.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rows.</returns>
    public abstract ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a statement that notifies listeners (<see cref="ListenAsync"/>) when its transaction commits. Commits with notifications are
    /// serialized: let many rows share one.
    /// </summary>
    /// <param name="channel">The name of the channel within this project.</param>
    /// <returns>The statement; <see langword="null"/> if the database does not support notifications.</returns>
    public virtual DatabaseStatement? Notification(string channel) => null;

    /// <summary>Calls back whenever a <see cref="Notification"/> of the channel is committed, and once when listening begins.</summary>
    /// <param name="channel">The name of the channel within this project.</param>
    /// <param name="notified">The callback. It must not throw.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends with cancellation, or with the exception of a lost connection.</returns>
    public virtual Task ListenAsync(string channel, Action notified, CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>
    /// Creates and migrates the tables of all components, each script once. Several instances may call it concurrently: they wait for each
    /// other. When the tables are up to date, it changes nothing and requires only read permission.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="InvalidOperationException">A later version of the app has migrated the tables.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken = default) => MigrateAsync(Components, cancellationToken);

    /// <summary>
    /// Gets the script that <see cref="MigrateAsync(CancellationToken)"/> runs, for an administrator with permissions that the app lacks.
    /// In PostgreSQL the script skips migrations that were applied before; in SQLite, whose scripts have no conditions, it is only for
    /// reading.
    /// </summary>
    /// <returns>The script.</returns>
    public virtual string GetScript() => _migrations.Script(Components);

    /// <summary>Ensures, before components are used, that their tables have the version that this app requires.</summary>
    /// <param name="components">The components.</param>
    /// <param name="isDevelopment">Whether the app runs in Development.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="InvalidOperationException">
    /// Tables are missing or outdated, and must not be changed at startup; or a later version of the app has changed them; or the database
    /// cannot be reached, or rejects the connection. The message says which it is and what to do.
    /// </exception>
    public Task PrepareAsync(
        IReadOnlyList<DatabaseComponent> components, bool isDevelopment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(components);
        return PrepareOrTellAsync(
            MigratesAtStart ?? isDevelopment
                ? MigrateAsync(components, cancellationToken)
                : CheckAsync(components, cancellationToken));
    }

    /// <summary>Creates and migrates the tables that do not belong to a component: those of webhooks, sends and customers.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    protected virtual Task MigrateOwnAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Throws when tables that do not belong to a component are missing or outdated.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="InvalidOperationException">Tables are missing or outdated; the message says what to do.</exception>
    protected virtual Task CheckOwnAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gets the script that creates the container of the tables, such as a schema, if it is missing.</summary>
    protected internal virtual string Beginning => "";

    /// <summary>Gets a query that returns a row when a table exists.</summary>
    /// <param name="name">The name within this project.</param>
    /// <returns>The query.</returns>
    protected internal abstract string TableExists(string name);

    /// <summary>Creates a script that is skipped when a condition, a query that returns a row, is met.</summary>
    /// <param name="condition">The query.</param>
    /// <param name="script">The statements.</param>
    /// <returns>The script.</returns>
    protected internal abstract string Unless(string condition, string script);

    /// <summary>Runs work in a transaction that holds the lock of migrations.</summary>
    /// <param name="work">The work; it must use the connection, whose commands belong to the transaction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the operation.</returns>
    protected internal abstract Task MigrateLockedAsync(
        Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken);

    private async Task PrepareOrTellAsync(Task prepared)
    {
        try
        {
            await prepared.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or SocketException or TimeoutException)
        {
            throw new InvalidOperationException(
                $"The tables of the database ({ConnectionPlace.Of(DataSource.ConnectionString)}) could not be checked: "
                + $"{exception.Message.TrimEnd('.')}. Check the connection string, and that the database is running and accepts this user.",
                exception);
        }
    }

    private async Task CheckAsync(IReadOnlyList<DatabaseComponent> components, CancellationToken cancellationToken)
    {
        await _migrations.CheckAsync(components, cancellationToken).ConfigureAwait(false);
        await CheckOwnAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task MigrateAsync(IReadOnlyList<DatabaseComponent> components, CancellationToken cancellationToken)
    {
        await MigrateOwnAsync(cancellationToken).ConfigureAwait(false);
        await _migrations.ApplyAsync(components, cancellationToken).ConfigureAwait(false);
    }
}
