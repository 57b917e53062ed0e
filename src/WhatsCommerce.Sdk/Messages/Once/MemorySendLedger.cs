using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Messages;

/// <summary>Stores sends in the memory of this process; the default ledger.</summary>
/// <remarks>
/// <para>It prevents duplicate sends when a handler runs again in the same process. To prevent them across crashes or several instances,
/// use a ledger in a database.</para>
/// <para>It forgets sends that are older than <see cref="MemorySendLedgerOptions.Retention"/>, and the oldest beyond
/// <see cref="MemorySendLedgerOptions.Capacity"/>, which is logged and counted by
/// <see cref="WhatsCommerceDiagnostics.LedgerEvictions"/>.</para>
/// </remarks>
public sealed class MemorySendLedger : ISendLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SendKey, Entry> _entries = [];
    private readonly Dictionary<string, LinkedList<Entry>> _byCallbackData = new(StringComparer.Ordinal);

    // Ordered by the last change, oldest first.
    private readonly LinkedList<Entry> _sent = new();
    private readonly LinkedList<Entry> _open = new();

    private readonly MemorySendLedgerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _isFull;

    /// <summary>Initializes an empty ledger.</summary>
    /// <param name="options">The limits; the defaults if omitted.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="logger">Logs when the ledger starts to evict sends because it is full.</param>
    public MemorySendLedger(MemorySendLedgerOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        _options = options ?? new();
        _time = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Gets the number of sends in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        DateTimeOffset now = _time.GetUtcNow();
        lock (_gate)
        {
            ForgetWhatIsOld(now);
            if (_entries.TryGetValue(intent.Key, out Entry? taken))
            {
                return new(taken.IsOf(intent) && taken.State == SendState.UnderWay ? SendRecord.Begun : taken.Describe(now));
            }

            Entry entry = new(intent) { Since = now, LeaseUntil = now + lease };
            _entries.Add(intent.Key, entry);
            _open.AddLast(entry.Place);
            if (intent.CallbackDataHash is not null)
            {
                (_byCallbackData.TryGetValue(intent.CallbackDataHash, out LinkedList<Entry>? others)
                    ? others
                    : _byCallbackData[intent.CallbackDataHash] = new()).AddLast(entry.PlaceByData);
            }

            ForgetWhatIsTooMuch(now);
            return new(SendRecord.Begun);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!TryFind(intent, out Entry? entry))
            {
                return new(false);
            }

            Settle(entry, messageId, receipt);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!TryFind(intent, out Entry? entry) || entry.State == SendState.Sent)
            {
                return new(false);
            }

            Remove(entry);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!TryFind(intent, out Entry? entry) || entry.State == SendState.Sent)
            {
                return new(false);
            }

            entry.State = SendState.Unknown;
            entry.Since = _time.GetUtcNow();
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reported);
        lock (_gate)
        {
            if (Find(reported) is not { } entry || entry.State == SendState.Sent)
            {
                return new(false);
            }

            Settle(entry, reported.MessageId, default);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out Entry? entry) || entry.State == SendState.Sent)
            {
                return new(false);
            }

            if (sentAs.HasValue)
            {
                Settle(entry, sentAs, default);
                return new(true);
            }

            if (entry.IsUnderWay(_time.GetUtcNow()))
            {
                return new(false);
            }

            Remove(entry);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(IReadOnlyList<string> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        lock (_gate)
        {
            foreach (Entry entry in _sent.Where(entry => recipients.Contains(entry.Intent.RecipientHash)).ToArray())
            {
                Remove(entry);
            }
        }

        return ValueTask.CompletedTask;
    }

    private bool TryFind(SendIntent intent, [NotNullWhen(true)] out Entry? entry)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return _entries.TryGetValue(intent.Key, out entry) && entry.IsOf(intent);
    }

    private Entry? Find(ReportedSend reported)
    {
        if (reported.Key is SendKey key)
        {
            return _entries.GetValueOrDefault(key);
        }

        // Callback data of several messages identifies none of them.
        return _byCallbackData.TryGetValue(reported.CallbackDataHash, out LinkedList<Entry>? all)
            && all is { Count: 1, First.Value: { } only }
            && (reported.RecipientHashes.Count == 0 || reported.RecipientHashes.Contains(only.Intent.RecipientHash))
                ? only
                : null;
    }

    private void Settle(Entry entry, MessageId messageId, ReadOnlyMemory<byte> receipt)
    {
        entry.State = SendState.Sent;
        entry.Since = _time.GetUtcNow();
        entry.MessageId = messageId;
        entry.Receipt = receipt;
        entry.Place.List!.Remove(entry.Place);
        _sent.AddLast(entry.Place);
    }

    private void Remove(Entry entry)
    {
        _entries.Remove(entry.Intent.Key);
        entry.Place.List!.Remove(entry.Place);
        if (entry.PlaceByData.List is { } all)
        {
            all.Remove(entry.PlaceByData);
            if (all.Count == 0)
            {
                _byCallbackData.Remove(entry.Intent.CallbackDataHash!);
            }
        }
    }

    private void ForgetWhatIsOld(DateTimeOffset now)
    {
        while (_sent.First is { } oldest && now - oldest.Value.Since >= _options.Retention)
        {
            Remove(oldest.Value);
            Telemetry.Evicted("age");
        }
    }

    private void ForgetWhatIsTooMuch(DateTimeOffset now)
    {
        while (_entries.Count > _options.Capacity && Oldest(now) is { } oldest)
        {
            Remove(oldest);
            Telemetry.Evicted(oldest.State == SendState.Sent ? "capacity" : "capacity_unknown");
            if (!_isFull)
            {
                _isFull = true;
                Log.LedgerFull(_logger, _options.Capacity);
            }
        }
    }

    private Entry? Oldest(DateTimeOffset now) =>
        _sent.First?.Value ?? (_open.First is { } first && !first.Value.IsUnderWay(now) ? first.Value : null);

    private sealed class Entry
    {
        public Entry(SendIntent intent)
        {
            Intent = intent;
            Place = new(this);
            PlaceByData = new(this);
        }

        public SendIntent Intent { get; }
        public LinkedListNode<Entry> Place { get; }
        public LinkedListNode<Entry> PlaceByData { get; }
        public SendState State { get; set; } = SendState.UnderWay;
        public DateTimeOffset Since { get; set; }
        public DateTimeOffset LeaseUntil { get; init; }
        public MessageId MessageId { get; set; }
        public ReadOnlyMemory<byte> Receipt { get; set; }

        public bool IsOf(SendIntent intent) => Intent.Attempt == intent.Attempt;

        public bool IsUnderWay(DateTimeOffset now) => State == SendState.UnderWay && LeaseUntil > now;

        public SendRecord Describe(DateTimeOffset now) => new()
        {
            State = State == SendState.UnderWay && !IsUnderWay(now) ? SendState.Unknown : State,
            RecipientHash = Intent.RecipientHash,
            ContentHash = Intent.ContentHash,
            MessageId = MessageId,
            Receipt = Receipt,
            Since = Since,
        };
    }
}
