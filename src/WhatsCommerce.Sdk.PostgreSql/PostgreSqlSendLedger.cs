using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>An <see cref="ISendLedger"/> in PostgreSQL: survives crashes, and is shared by all instances that use the database.</summary>
/// <remarks>
/// <para>Registered by <c>AddWhatsCommercePostgreSql</c> and by <c>UsePostgreSql</c>. Call <see cref="CreateTablesAsync"/> before the app
/// sends. Each method takes one round trip. Leases are measured by the database's clock.</para>
/// <para>Rows contain hashes of key, recipient and content, the id of the message, and a receipt that only the key can decrypt. Rows of
/// sent messages are removed after <see cref="PostgreSqlOptions.SendRetention"/>; those with unknown outcome stay until they are
/// resolved.</para>
/// <para>Nothing is lost in a crash as long as PostgreSQL keeps what it committed: leave <c>fsync</c> and <c>synchronous_commit</c>
/// on.</para>
/// </remarks>
public sealed class PostgreSqlSendLedger : ISendLedger, IDisposable, IAsyncDisposable
{
    private const int PurgeBatch = 1000;

    private readonly SendStatements _statements;
    private readonly Database _database;
    private readonly Purger _purger;
    private readonly TimeSpan _retention;

    /// <summary>Initializes a ledger.</summary>
    /// <param name="dataSource">
    /// The database. It is not disposed with the ledger. Set <c>Max Auto Prepare</c> in its connection string to have statements prepared.
    /// </param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">
    /// The clock that decides when a purge is due; <see langword="null"/> for the system clock. Leases are measured by the database's
    /// clock.
    /// </param>
    /// <param name="logger">Logs purges.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public PostgreSqlSendLedger(
        NpgsqlDataSource dataSource, PostgreSqlOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        Tables tables = new(options);
        _statements = new(tables);
        _database = new(dataSource, tables, nameof(PostgreSqlSendLedger));
        _retention = options.SendRetention;
        _purger = new("sends", PurgeAsync, options.PurgeInterval, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <inheritdoc cref="PostgreSqlWebhookStore.CreateTablesScript"/>
    public string CreateTablesScript => _database.CreateTablesScript;

    /// <inheritdoc cref="PostgreSqlWebhookStore.CreateTablesAsync"/>
    public Task CreateTablesAsync(CancellationToken cancellationToken = default) => _database.CreateTablesAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        List<SendRecord> rows = await _database.QueryAsync(
            _statements.TryBegin,
            [
                KeyOf(intent.Key),
                Parameter.Of(intent.Attempt),
                Parameter.Of(intent.RecipientHash),
                Parameter.Of(intent.ContentHash),
                Parameter.Of(intent.CallbackDataHash),
                Parameter.Of(lease),
            ],
            Read,
            cancellationToken).ConfigureAwait(false);

        _purger.PurgeWhenDue();

        // No row: another instance stored its intent at the same moment.
        return rows is [SendRecord record] ? record : SendRecord.UnderWay;
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Complete, intent, [IdOf(messageId), Parameter.Of(receipt)], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.Release, intent, [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        ChangeAsync(_statements.MarkUnknown, intent, [], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return reported.Key is SendKey key
            ? await ResolveAsSentAsync(key, reported.MessageId, cancellationToken).ConfigureAwait(false)
            : await _database.ExecuteAsync(
                _statements.ResolveByCallbackData,
                [Parameter.Of(reported.CallbackDataHash), IdOf(reported.MessageId), Parameter.Of([.. reported.RecipientHashes])],
                cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default) =>
        sentAs.HasValue
            ? await ResolveAsSentAsync(key, sentAs, cancellationToken).ConfigureAwait(false)
            : await _database.ExecuteAsync(_statements.ResolveAsNotSent, [KeyOf(key)], cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(IReadOnlyList<string> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        await _database.ExecuteAsync(_statements.Forget, [Parameter.Of([.. recipients])], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes messages that were sent longer ago than <see cref="PostgreSqlOptions.SendRetention"/>, a thousand rows at a time. The
    /// ledger does this itself every <see cref="PostgreSqlOptions.PurgeInterval"/> while it is in use.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public Task<long> PurgeAsync(CancellationToken cancellationToken = default) =>
        _database.PurgeAsync(_statements.Purge, _retention, PurgeBatch, cancellationToken);

    /// <summary>Cancels a running purge, without waiting for its end.</summary>
    public void Dispose() => _purger.Dispose();

    /// <summary>Cancels a running purge and waits for its end.</summary>
    /// <returns>A task that completes when the purge has ended.</returns>
    public ValueTask DisposeAsync() => _purger.DisposeAsync();

    private async ValueTask<bool> ResolveAsSentAsync(SendKey key, MessageId messageId, CancellationToken cancellationToken) =>
        await _database.ExecuteAsync(_statements.ResolveAsSent, [KeyOf(key), IdOf(messageId)], cancellationToken).ConfigureAwait(false) > 0;

    private async ValueTask<bool> ChangeAsync(string sql, SendIntent intent, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return await _database
            .ExecuteAsync(sql, [KeyOf(intent.Key), Parameter.Of(intent.Attempt), .. more], cancellationToken).ConfigureAwait(false) > 0;
    }

    private static SendRecord Read(NpgsqlDataReader row) => row.GetString(0) is StoredWords.Begun
        ? SendRecord.Begun
        : new()
        {
            State = StoredWords.SendStateOf(row.GetString(0)),
            RecipientHash = row.GetString(1),
            ContentHash = row.GetString(2),
            MessageId = row.IsDBNull(3) ? default : StoredText.Unescape(row.GetString(3)),
            Receipt = row.IsDBNull(4) ? default : row.GetFieldValue<byte[]>(4),
            Since = row.GetFieldValue<DateTimeOffset>(5),
        };

    private static NpgsqlParameter KeyOf(SendKey key) => Parameter.Of(StoredText.Hash(key.ToString()));

    private static NpgsqlParameter IdOf(MessageId id) => Parameter.Of(StoredText.Escape(id.ToString()));
}
