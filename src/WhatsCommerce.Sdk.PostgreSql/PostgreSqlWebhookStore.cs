using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>Remembers in PostgreSQL which handler is done with which event: across crashes, and for all instances that share the database.</summary>
/// <remarks>
/// <para>Registered by <c>UsePostgreSql</c>. Call <see cref="CreateTablesAsync"/> before the app takes deliveries. A claim takes one round
/// trip, as does everything else. Leases go by the database's clock.</para>
/// <para>Nothing is lost in a crash as long as PostgreSQL keeps what it committed: leave <c>fsync</c> and <c>synchronous_commit</c> on. After
/// a failover to a replica that lacked the last commits, the events of these run again.</para>
/// <para>The claims of handlers that run for long are renewed on a connection that is kept for it, outside of the pool, in calls that need
/// no thread of the thread pool: one connection more for each instance.</para>
/// <para>A lost connection surfaces as <see cref="NpgsqlException"/>; nothing is repeated here, since the delivery comes again.</para>
/// </remarks>
public sealed class PostgreSqlWebhookStore : IWebhookStore, ISynchronousRenewal, IDisposable, IAsyncDisposable
{
    private const int ReadableLength = 300;
    private const int ErrorLength = 1000;
    private const int PurgeBatch = 1000;

    private readonly Tables _tables;
    private readonly EventStatements _statements;
    private readonly Database _database;
    private readonly Purger _purger;
    private readonly RenewalConnection _renewal;
    private readonly TimeSpan _retention;

    /// <summary>Makes a store.</summary>
    /// <param name="dataSource">The database. It is not disposed with the store. Set <c>Max Auto Prepare</c> in its connection string to have statements prepared.</param>
    /// <param name="options">Names and times; the usual ones unless given.</param>
    /// <param name="timeProvider">Tells when a purge is due; the system's clock unless given. Leases go by the database's.</param>
    /// <param name="logger">Told of purges.</param>
    /// <exception cref="OptionsValidationException">An option is wrong; the message says which and how.</exception>
    public PostgreSqlWebhookStore(
        NpgsqlDataSource dataSource,
        PostgreSqlWebhookOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        _tables = new(options);
        _statements = new(_tables);
        _database = new(dataSource, _tables, nameof(PostgreSqlWebhookStore));
        _renewal = new(dataSource, _statements);
        _retention = options.Retention;
        _purger = new("handled webhook events", PurgeAsync, options.PurgeInterval, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>
    /// The statements by which <see cref="CreateTablesAsync"/> makes everything that is not there yet, for when the app's own role may not. Run
    /// it again after an update of this package.
    /// </summary>
    public string CreateTablesScript => _database.CreateTablesScript;

    /// <summary>
    /// Makes the schema and the tables, of dead letters and sends as well, or brings them up to this version. Does nothing when they are as they should
    /// be; then it needs no rights beyond reading. Several instances may call it at once. All or nothing.
    /// </summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    public Task CreateTablesAsync(CancellationToken cancellationToken = default) => _database.CreateTablesAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ThrowUnlessPositive(lease);
        Guid token = Guid.NewGuid();
        List<(int Attempt, string? State)> rows = await _database.QueryAsync(
            _statements.TryBegin,
            [
                Parameter.Of(StoredText.Hash(key)),
                Parameter.Of(token),
                Parameter.Of(StoredText.ForReaders(key.Event, ReadableLength)),
                Parameter.Of(StoredText.ForReaders(key.Handler, ReadableLength)),
                Parameter.Of(lease),
            ],
            static row => (row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1)),
            cancellationToken).ConfigureAwait(false);

        _purger.PurgeWhenDue();
        return rows switch
        {
            [(int attempt, null)] => WebhookClaim.Claimed(key, token, attempt),
            [(_, "completed" or "dead")] => WebhookClaim.Done(key),
            _ => WebhookClaim.InProgress(key),
        };
    }

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else took the key.</remarks>
    public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Complete, claim, [], cancellationToken);

    /// <summary>
    /// Completes the claim of a handler in its own transaction: what the handler did there and that it is done become true at the same
    /// moment, or both do not. Commit afterwards.
    /// </summary>
    /// <remarks>
    /// From the call until the end of the transaction others wait for the row, so that nobody takes the event even when the lease ends in
    /// between. Call it last, or first if the transaction is to see at once that it comes too late.
    /// </remarks>
    /// <param name="context">The handler's context.</param>
    /// <param name="transaction">A transaction in the database that holds the tables. From EF Core: <c>Database.CurrentTransaction.GetDbTransaction()</c>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The work.</returns>
    /// <exception cref="WebhookClaimLostException">Another run took the event: let it pass, so that the transaction is rolled back.</exception>
    /// <exception cref="ArgumentException">The transaction is over.</exception>
    public async Task CompleteAsync(WebhookContext context, DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(transaction);

        // Whatever goes wrong from here on, the run must not be completed behind the transaction's back.
        context.TakeOverCompletion();
        DbConnection connection = transaction.Connection
            ?? throw new ArgumentException("The transaction was committed or rolled back already: complete the event before that.", nameof(transaction));
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
#pragma warning disable CA2100 // The statement is ours; the names of schema and tables in it were checked.
            command.CommandText = _statements.Complete;
#pragma warning restore CA2100
            AddParameter(command, StoredText.Hash(context.Key));
            AddParameter(command, context.Claim.Token);
            if (await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new WebhookClaimLostException(context.Claim);
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The error is cut off after 1,000 characters.</remarks>
    public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return ChangeAsync(_statements.Abandon, claim, [Parameter.Of(StoredText.ForReaders(error, ErrorLength))], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.MarkDead, claim, [], cancellationToken);

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else took the key.</remarks>
    public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ThrowUnlessPositive(lease);
        return ChangeAsync(_statements.Renew, claim, [Parameter.Of(lease)], cancellationToken);
    }

    /// <inheritdoc/>
    bool? ISynchronousRenewal.Renew(WebhookClaim claim, TimeSpan lease)
    {
        ThrowUnlessPositive(lease);
        return _renewal.Renew(claim, lease);
    }

    /// <inheritdoc/>
    public async ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) =>
        await _database.ExecuteAsync(_statements.Revive, [Parameter.Of(StoredText.Hash(key))], cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await _database.QueryAsync(_statements.Check, [], static _ => true, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Removes what is older than <see cref="PostgreSqlWebhookOptions.Retention"/>, a thousand rows at a time. The store does so by itself
    /// every <see cref="PostgreSqlWebhookOptions.PurgeInterval"/> while it is in use.
    /// </summary>
    /// <param name="cancellationToken">Gives the call up; what was removed stays removed.</param>
    /// <returns>How many rows were removed.</returns>
    public Task<long> PurgeAsync(CancellationToken cancellationToken = default) =>
        _database.PurgeAsync(_statements.Purge, _retention, PurgeBatch, cancellationToken);

    /// <summary>Ends a purge that is running, without waiting for its end, and closes the connection of renewals.</summary>
    public void Dispose()
    {
        _purger.Dispose();
        _renewal.Dispose();
    }

    /// <summary>Ends a purge that is running, and closes the connection of renewals.</summary>
    /// <returns>The work.</returns>
    public ValueTask DisposeAsync()
    {
        _renewal.Dispose();
        return _purger.DisposeAsync();
    }

    private async ValueTask<bool> ChangeAsync(string sql, WebhookClaim claim, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        if (claim.State != WebhookClaimState.Claimed)
        {
            throw new ArgumentException($"The claim was not granted ({claim.State}): there is nothing to settle.", nameof(claim));
        }

        return await _database.ExecuteAsync(
            sql, [Parameter.Of(StoredText.Hash(claim.Key)), Parameter.Of(claim.Token), .. more], cancellationToken).ConfigureAwait(false) > 0;
    }

    private static void AddParameter(DbCommand command, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static void ThrowUnlessPositive(TimeSpan lease)
    {
        if (lease <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(lease), lease, "A lease must last some time.");
        }
    }
}
