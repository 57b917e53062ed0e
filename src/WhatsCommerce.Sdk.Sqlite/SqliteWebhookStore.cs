using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>An <see cref="IWebhookStore"/> in a SQLite file: survives restarts and crashes, without a server.</summary>
/// <remarks>
/// <para>Registered by <c>UseSqlite</c>. The file and its tables are created when they are first used. For one machine: the file must be
/// on its disk, not on a network share. Several processes of the machine may use it.</para>
/// <para>Recorded changes are durable: each commit is synchronized (<c>synchronous = full</c>, write-ahead log). A claim takes one
/// commit, and so does its completion.</para>
/// </remarks>
public sealed class SqliteWebhookStore : IWebhookStore, IDatabaseWebhookStore, ISynchronousRenewal, IDisposable, IAsyncDisposable
{
    private const int PurgeBatch = 1000;

    private readonly SqliteFile _file;
    private readonly bool _ownsFile;
    private readonly EventStatements _statements;
    private readonly Purger _purger;
    private readonly TimeProvider _time;

    /// <summary>Initializes a store over a file.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>.</param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <param name="logger">Logs purges.</param>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public SqliteWebhookStore(
        string connectionString, SqliteOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null)
        : this(new SqliteFile(connectionString, options), timeProvider, logger, ownsFile: true) { }

    internal SqliteWebhookStore(SqliteFile file, TimeProvider? timeProvider, ILogger? logger, bool ownsFile = false)
    {
        _file = file;
        _ownsFile = ownsFile;
        _statements = new(file.Tables);
        _time = timeProvider ?? TimeProvider.System;
        _purger = new("handled webhook events", PurgeAsync, file.Options.PurgeInterval, _time, logger ?? NullLogger.Instance);
    }

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        StoredClaim.RequirePositive(lease);
        Guid token = Guid.NewGuid();
        byte[] hash = StoredText.Hash(key);
        WebhookClaim claim = await _file.RunAsync(
            open =>
            {
                // Settled keys are only read: a redelivery may contain a thousand events of which one failed.
                if (StateOf(open, hash) is "completed" or "dead")
                {
                    return WebhookClaim.Done(key);
                }

                DateTimeOffset now = _time.GetUtcNow();
                return open.Query(
                    _statements.TryBegin,
                    static row => row.GetInt32(0),
                    hash,
                    Stored.Of(token),
                    Stored.Of(now),
                    StoredClaim.Readable(key.Event),
                    StoredClaim.Readable(key.Handler),
                    Stored.Of(now + lease)) is [int attempt] ? WebhookClaim.Claimed(key, token, attempt)

                    // Another process may have settled it between the two statements.
                    : StateOf(open, hash) is "completed" or "dead" ? WebhookClaim.Done(key)
                    : WebhookClaim.InProgress(key);
            },
            cancellationToken).ConfigureAwait(false);
        _purger.PurgeWhenDue();
        return claim;
    }

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else claimed the key.</remarks>
    public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Complete, claim, cancellationToken);

    /// <summary>
    /// Completes the claim of a handler in the handler's own transaction: the handler's changes and its completion are committed together,
    /// or not at all. Commit the transaction afterwards.
    /// </summary>
    /// <remarks>
    /// The transaction locks the file for everybody else, this store included. Keep it short, and send no message with a <c>OnceKey</c>
    /// before it has ended: the ledger of sends is in the same file, and waits for it.
    /// </remarks>
    /// <param name="context">The handler's context.</param>
    /// <param name="transaction">
    /// A transaction in the same file. With EF Core: <c>Database.CurrentTransaction.GetDbTransaction()</c>.
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
            // The statement is constant; the prefix of the names in it was validated.
            command.CommandText = _statements.Complete;
            command.Parameters.Add(new SqliteParameter("$1", StoredText.Hash(context.Key)));
            command.Parameters.Add(new SqliteParameter("$2", Stored.Of(context.Claim.Token)));
            command.Parameters.Add(new SqliteParameter("$3", Stored.Of(_time.GetUtcNow())));
            if (await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new WebhookClaimLostException(context.Claim);
            }
        }
    }

    /// <inheritdoc/>
    bool IDatabaseWebhookStore.IsIn(WhatsCommerceDatabase database) =>
        database is SqliteDatabase sqlite && ReferenceEquals(sqlite.File, _file);

    /// <inheritdoc/>
    DatabaseStatement IDatabaseWebhookStore.CompletionOf(WebhookContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_statements.Complete, StoredText.Hash(context.Key), (Guid?)context.Claim.Token, (DateTimeOffset?)_time.GetUtcNow())
        {
            MustChange = true,
        };
    }

    /// <inheritdoc/>
    /// <remarks>The error is truncated to 1,000 characters.</remarks>
    public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Abandon, claim, cancellationToken, StoredClaim.Error(error));

    /// <inheritdoc/>
    public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.MarkDead, claim, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>A claim whose lease has ended still holds as long as nobody else claimed the key.</remarks>
    public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        StoredClaim.RequirePositive(lease);
        return ChangeAsync(_statements.Renew, claim, cancellationToken, Stored.Of(_time.GetUtcNow() + lease));
    }

    /// <inheritdoc/>
    bool? ISynchronousRenewal.Renew(WebhookClaim claim, TimeSpan lease)
    {
        StoredClaim.RequirePositive(lease);
        bool? isOurs = null;

        // A transaction of the app may lock the file. The wait for it is limited, so that other leases do not end meanwhile.
        return _file.TryRun(
            open => isOurs = Change(open, _statements.Renew, claim, Stored.Of(_time.GetUtcNow() + lease)), lease / 6)
            ? isOurs
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) => await _file.RunAsync(
        open => open.Execute(_statements.Revive, StoredText.Hash(key), Stored.Of(_time.GetUtcNow())), cancellationToken)
        .ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (string text in texts)
        {
            await _file.RunAsync(open => open.Execute(_statements.Forget, text), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await _file.RunAsync(open => open.Execute(_statements.Check), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Removes rows older than <see cref="SqliteOptions.Retention"/>, a thousand rows at a time. The store does this itself every
    /// <see cref="SqliteOptions.PurgeInterval"/> while it is in use.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public Task<long> PurgeAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _time.GetUtcNow();
        return _file.PurgeAsync(
            open => open.Execute(_statements.Purge, Stored.Of(now), Stored.Of(now - _file.Options.Retention), PurgeBatch),
            PurgeBatch,
            cancellationToken);
    }

    /// <summary>Cancels a running purge, without waiting for its end, and closes the file if the store opened it.</summary>
    public void Dispose()
    {
        _purger.Dispose();
        if (_ownsFile)
        {
            _file.Dispose();
        }
    }

    /// <summary>Cancels a running purge, waits for its end, and closes the file if the store opened it.</summary>
    /// <returns>A task that completes when the purge has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await _purger.DisposeAsync().ConfigureAwait(false);
        Dispose();
    }

    private string? StateOf(SqliteFile open, byte[] hash) =>
        open.Query(_statements.State, static row => row.GetString(0), hash) is [string state] ? state : null;

    private ValueTask<bool> ChangeAsync(
        string sql, WebhookClaim claim, CancellationToken cancellationToken, params object[] more) =>
        _file.RunAsync(open => Change(open, sql, claim, more), cancellationToken);

    private bool Change(SqliteFile open, string sql, WebhookClaim claim, params object[] more)
    {
        StoredClaim.RequireGranted(claim);
        return open.Execute(
            sql, [StoredText.Hash(claim.Key), Stored.Of(claim.Token), Stored.Of(_time.GetUtcNow()), .. more]) > 0;
    }
}
