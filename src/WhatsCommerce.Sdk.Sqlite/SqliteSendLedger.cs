using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>An <see cref="ISendLedger"/> in a SQLite file: survives restarts and crashes, without a server.</summary>
/// <remarks>
/// <para>Registered by <c>AddWhatsCommerceSqlite</c> and by <c>UseSqlite</c>. The file and its tables are created when they are first
/// used. Recorded changes are durable.</para>
/// <para>Rows contain hashes of key, recipient and content, the id of the message, and a receipt that only the key can decrypt. Rows of
/// sent messages are removed after <see cref="SqliteOptions.SendRetention"/>; those with unknown outcome stay until they are
/// resolved.</para>
/// </remarks>
public sealed class SqliteSendLedger : ISendLedger, IDisposable, IAsyncDisposable
{
    private const int PurgeBatch = 1000;

    private readonly SqliteFile _file;
    private readonly bool _ownsFile;
    private readonly SendStatements _statements;
    private readonly Purger _purger;
    private readonly TimeProvider _time;

    /// <summary>Initializes a ledger over a file.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>.</param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <param name="logger">Logs purges.</param>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public SqliteSendLedger(
        string connectionString, SqliteOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null)
        : this(new SqliteFile(connectionString, options), timeProvider, logger, ownsFile: true) { }

    internal SqliteSendLedger(SqliteFile file, TimeProvider? timeProvider, ILogger? logger, bool ownsFile = false)
    {
        _file = file;
        _ownsFile = ownsFile;
        _statements = new(file.Tables);
        _time = timeProvider ?? TimeProvider.System;
        _purger = new("sends", PurgeAsync, file.Options.PurgeInterval, _time, logger ?? NullLogger.Instance);
    }

    /// <inheritdoc/>
    public async ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        SendRecord record = await _file.RunAsync(open => TryBegin(open, intent, lease), cancellationToken).ConfigureAwait(false);
        _purger.PurgeWhenDue();
        return record;
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return RunAsync(
            _statements.Complete,
            cancellationToken,
            KeyOf(intent.Key),
            Stored.Of(intent.Attempt),
            Now(),
            IdOf(messageId),
            receipt.ToArray());
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return RunAsync(_statements.Release, cancellationToken, KeyOf(intent.Key), Stored.Of(intent.Attempt));
    }

    /// <inheritdoc/>
    public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return RunAsync(_statements.MarkUnknown, cancellationToken, KeyOf(intent.Key), Stored.Of(intent.Attempt), Now());
    }

    /// <inheritdoc/>
    public ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return reported.Key is SendKey key
            ? RunAsync(_statements.ResolveAsSent, cancellationToken, KeyOf(key), IdOf(reported.MessageId), Now())
            : RunAsync(
                _statements.ResolveByCallbackData,
                cancellationToken,
                reported.CallbackDataHash,
                IdOf(reported.MessageId),
                Now(),
                JsonOf(reported.RecipientHashes));
    }

    /// <inheritdoc/>
    public ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default) => sentAs.HasValue
        ? RunAsync(_statements.ResolveAsSent, cancellationToken, KeyOf(key), IdOf(sentAs), Now())
        : RunAsync(_statements.ResolveAsNotSent, cancellationToken, KeyOf(key), Now());

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(IReadOnlyList<string> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        await RunAsync(_statements.Forget, cancellationToken, JsonOf(recipients)).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes messages that were sent longer ago than <see cref="SqliteOptions.SendRetention"/>, a thousand rows at a time. The ledger
    /// does this itself every <see cref="SqliteOptions.PurgeInterval"/> while it is in use.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public Task<long> PurgeAsync(CancellationToken cancellationToken = default)
    {
        long before = Stored.Of(_time.GetUtcNow() - _file.Options.SendRetention);
        return _file.PurgeAsync(open => open.Execute(_statements.Purge, before, PurgeBatch), PurgeBatch, cancellationToken);
    }

    /// <summary>Cancels a running purge, without waiting for its end, and closes the file if the ledger opened it.</summary>
    public void Dispose()
    {
        _purger.Dispose();
        if (_ownsFile)
        {
            _file.Dispose();
        }
    }

    /// <summary>Cancels a running purge, waits for its end, and closes the file if the ledger opened it.</summary>
    /// <returns>A task that completes when the purge has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await _purger.DisposeAsync().ConfigureAwait(false);
        Dispose();
    }

    private SendRecord TryBegin(SqliteFile open, SendIntent intent, TimeSpan lease)
    {
        DateTimeOffset now = _time.GetUtcNow();
        byte[] key = KeyOf(intent.Key);
        byte[] attempt = Stored.Of(intent.Attempt);
        bool isStored = open.Execute(
            _statements.TryBegin,
            key,
            attempt,
            Stored.Of(now),
            intent.RecipientHash,
            intent.ContentHash,
            intent.CallbackDataHash,
            Stored.Of(now + lease)) > 0;

        // No row: another process released the key between the two statements.
        return isStored ? SendRecord.Begun
            : open.Query(_statements.Read, Read, key, attempt, Stored.Of(now)) is [SendRecord record] ? record
            : SendRecord.UnderWay;
    }

    private async ValueTask<bool> RunAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        await _file.RunAsync(open => open.Execute(sql, values), cancellationToken).ConfigureAwait(false) > 0;

    private long Now() => Stored.Of(_time.GetUtcNow());

    private static SendRecord Read(SqliteDataReader row) => row.GetString(0) is StoredWords.Begun
        ? SendRecord.Begun
        : new()
        {
            State = StoredWords.SendStateOf(row.GetString(0)),
            RecipientHash = row.GetString(1),
            ContentHash = row.GetString(2),
            MessageId = Stored.ReadText(row, 3),
            Receipt = row.IsDBNull(4) ? default : row.GetFieldValue<byte[]>(4),
            Since = Stored.ReadTime(row, 5),
        };

    private static byte[] KeyOf(SendKey key) => StoredText.Hash(key.ToString());

    private static string? IdOf(MessageId id) => Stored.Of(id.ToString());

    private static string JsonOf(IEnumerable<string> hashes) =>
        $"[{string.Join(',', hashes.Select(hash => $"\"{JsonEncodedText.Encode(hash, JavaScriptEncoder.Default)}\""))}]";
}
