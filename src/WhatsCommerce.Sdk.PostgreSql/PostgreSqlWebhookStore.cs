using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>An <see cref="IWebhookStore"/> in PostgreSQL: survives crashes, and is shared by all instances that use the database.</summary>
/// <remarks>
/// <para>Registered by <c>UsePostgreSql</c>. Call <see cref="CreateTablesAsync"/> before the app handles deliveries. Every operation takes
/// one round trip; claims that begin or complete at the same time share it, with its commit, and one that another run has begun takes a
/// second one. Leases are measured by the database's clock.</para>
/// <para>Nothing is lost in a crash as long as PostgreSQL keeps what it committed: leave <c>fsync</c> and <c>synchronous_commit</c> on.
/// After a failover to a replica that lacked the last commits, the events of these commits run again.</para>
/// <para>The claims of handlers that run for long are renewed on a dedicated connection outside of the connection pool, in calls that need
/// no thread of the thread pool: one more connection for each instance.</para>
/// <para>A lost connection throws <see cref="NpgsqlException"/>; there is no retry here, since Meta delivers the event again.</para>
/// </remarks>
public sealed class PostgreSqlWebhookStore : IWebhookStore, IDatabaseWebhookStore, ISynchronousRenewal, IDisposable, IAsyncDisposable
{
    private const int PurgeBatch = 1000;

    private readonly NpgsqlDataSource _source;
    private readonly EventStatements _statements;
    private readonly Database _database;
    private readonly Purger _purger;
    private readonly RenewalConnection _renewal;
    private readonly GroupedClaims _claims;
    private readonly TimeSpan _retention;

    /// <summary>Initializes a store.</summary>
    /// <param name="dataSource">
    /// The database. It is not disposed with the store. Set <c>Max Auto Prepare</c> in its connection string to have statements prepared.
    /// </param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">
    /// The clock that decides when a purge is due; <see langword="null"/> for the system clock. Leases are measured by the database's
    /// clock.
    /// </param>
    /// <param name="logger">Logs purges.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public PostgreSqlWebhookStore(
        NpgsqlDataSource dataSource,
        PostgreSqlOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null)
        : this(dataSource, kept: null, options, timeProvider, logger) { }

    internal PostgreSqlWebhookStore(
        NpgsqlDataSource dataSource, KeptConnections? kept, PostgreSqlOptions? options, TimeProvider? timeProvider, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        Tables tables = new(options);
        _source = dataSource;
        _statements = new(tables);
        _database = new(dataSource, tables, nameof(PostgreSqlWebhookStore), kept);
        _renewal = new(dataSource, _statements);
        _claims = new(_database, _statements);
        _retention = options.Retention;
        _purger = new(
            "handled webhook events",
            PurgeAsync,
            options.PurgeInterval,
            timeProvider ?? TimeProvider.System,
            logger ?? NullLogger.Instance);
    }

    /// <summary>
    /// Gets the SQL script with which <see cref="CreateTablesAsync"/> creates everything that does not exist yet, for apps whose database
    /// role lacks the permission. Run it again after an update of this package.
    /// </summary>
    public string CreateTablesScript => _database.CreateTablesScript;

    /// <summary>
    /// Creates the schema and the tables, including those of dead letters and sends, or migrates them to this version. Does nothing when
    /// they are up to date; then it needs only read permission. Several instances may call it concurrently. All changes are made in one
    /// transaction.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task CreateTablesAsync(CancellationToken cancellationToken = default) => _database.CreateTablesAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        StoredClaim.RequirePositive(lease);
        cancellationToken.ThrowIfCancellationRequested();
        Guid token = Guid.NewGuid();
        GroupedClaims.Begin begin = new(
            StoredText.Hash(key), token, StoredClaim.Readable(key.Event), StoredClaim.Readable(key.Handler), lease);
        Task<bool?> isClaimed = _claims.BeginAsync(begin);
        try
        {
            await isClaimed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = GiveBackAsync(isClaimed, WebhookClaim.Claimed(key, token, attempt: 1));
            throw;
        }

        _purger.PurgeWhenDue();
        return await isClaimed.ConfigureAwait(false) switch
        {
            true => WebhookClaim.Claimed(key, token, attempt: 1),
            false => WebhookClaim.Done(key),
            null => await TryBeginAsync(key, begin, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else claimed the key.</remarks>
    public async ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default)
    {
        StoredClaim.RequireGranted(claim);
        return await _claims.CompleteAsync(StoredText.Hash(claim.Key), claim.Token).WaitAsync(cancellationToken).ConfigureAwait(false)
            ?? await ChangeAsync(_statements.Complete, claim, [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Completes the claim of a handler in the handler's own transaction: the handler's changes and its completion are committed together,
    /// or not at all. Commit the transaction afterwards.
    /// </summary>
    /// <remarks>
    /// From the call until the end of the transaction other runs wait for the row, so that none can claim the event even when the lease
    /// ends in between. Call it last, or first if the transaction should fail at once when the claim is lost.
    /// </remarks>
    /// <param name="context">The handler's context.</param>
    /// <param name="transaction">
    /// A transaction in the database that holds the tables. With EF Core: <c>Database.CurrentTransaction.GetDbTransaction()</c>.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="WebhookClaimLostException">
    /// Another run claimed the event. Do not catch it, so that the transaction is rolled back.
    /// </exception>
    /// <exception cref="ArgumentException">The transaction has ended.</exception>
    public async Task CompleteAsync(WebhookContext context, DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(transaction);

        // From here on, whatever fails, the run must not be completed outside of the transaction.
        context.TakeOverCompletion();
        DbConnection connection = transaction.Connection
            ?? throw new ArgumentException(
                "The transaction was committed or rolled back already: complete the event before that.", nameof(transaction));
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
#pragma warning disable CA2100 // The statement is constant; the names of schema and tables in it were validated.
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
    bool IDatabaseWebhookStore.IsIn(WhatsCommerceDatabase database) => ReferenceEquals(database?.DataSource, _source);

    /// <inheritdoc/>
    DatabaseStatement IDatabaseWebhookStore.CompletionOf(WebhookContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_statements.Complete, StoredText.Hash(context.Key), (Guid?)context.Claim.Token) { MustChange = true };
    }

    /// <inheritdoc/>
    /// <remarks>The error is truncated to 1,000 characters.</remarks>
    public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Abandon, claim, [Parameter.Of(StoredClaim.Error(error))], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.MarkDead, claim, [], cancellationToken);

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else claimed the key.</remarks>
    public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        StoredClaim.RequirePositive(lease);
        return ChangeAsync(_statements.Renew, claim, [Parameter.Of(lease)], cancellationToken);
    }

    /// <inheritdoc/>
    bool? ISynchronousRenewal.Renew(WebhookClaim claim, TimeSpan lease)
    {
        StoredClaim.RequirePositive(lease);
        return _renewal.Renew(claim, lease);
    }

    /// <inheritdoc/>
    public async ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) =>
        await _database.ExecuteAsync(_statements.Revive, [Parameter.Of(StoredText.Hash(key))], cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (string text in texts)
        {
            await _database.ExecuteAsync(_statements.Forget, [Parameter.Of(text)], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await _database.QueryAsync(_statements.Check, [], static _ => true, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Removes rows older than <see cref="PostgreSqlOptions.Retention"/>, a thousand rows at a time. The store does this itself
    /// every <see cref="PostgreSqlOptions.PurgeInterval"/> while it is in use.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public Task<long> PurgeAsync(CancellationToken cancellationToken = default) =>
        _database.PurgeAsync(_statements.Purge, _retention, PurgeBatch, cancellationToken);

    /// <summary>Cancels a running purge, without waiting for its end, and closes the connection for renewals.</summary>
    public void Dispose()
    {
        _claims.Complete();
        _purger.Dispose();
        _renewal.Dispose();
    }

    /// <summary>Waits for claims in progress, cancels a running purge, waits for its end, and closes the connection for renewals.</summary>
    /// <returns>A task that completes when the purge has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await _claims.DisposeAsync().ConfigureAwait(false);
        _renewal.Dispose();
        await _purger.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Claims a known key, or determines why it cannot be claimed.</summary>
    private async ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, GroupedClaims.Begin begin, CancellationToken cancellationToken)
    {
        List<(int Attempt, string? State)> rows = await _database.QueryAsync(
            _statements.TryBegin,
            [
                Parameter.Of(begin.Key),
                Parameter.Of(begin.Token),
                Parameter.Of(begin.Event),
                Parameter.Of(begin.Handler),
                Parameter.Of(begin.Lease),
            ],
            static row => (row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1)),
            cancellationToken).ConfigureAwait(false);
        return rows switch
        {
            [(int attempt, null)] => WebhookClaim.Claimed(key, begin.Token, attempt),
            [(_, "completed" or "dead")] => WebhookClaim.Done(key),
            _ => WebhookClaim.InProgress(key),
        };
    }

    /// <summary>Releases a claim that no caller waits for any more: otherwise the event would wait for the end of its lease.</summary>
    private async Task GiveBackAsync(Task<bool?> isClaimed, WebhookClaim claim)
    {
        try
        {
            if (await isClaimed.ConfigureAwait(false) == true)
            {
                await AbandonAsync(claim, "It was no longer asked for.", CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // Nobody waits for it, and the claim ends with its lease.
        }
    }

    private async ValueTask<bool> ChangeAsync(string sql, WebhookClaim claim, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        StoredClaim.RequireGranted(claim);
        NpgsqlParameter[] parameters = [Parameter.Of(StoredText.Hash(claim.Key)), Parameter.Of(claim.Token), .. more];
        return await _database.ExecuteAsync(sql, parameters, cancellationToken).ConfigureAwait(false) > 0;
    }

    private static void AddParameter(DbCommand command, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
