using System.Buffers.Binary;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// An <see cref="IWebhookStore"/> in memory, for this process and until it ends. The default store, used unless another is registered.
/// </summary>
/// <remarks>
/// <para>Suitable for a single instance whose handlers tolerate that an event runs again after a restart. Deduplication across restarts or
/// instances needs a shared store.</para>
/// <para>Entries older than <see cref="MemoryWebhookStoreOptions.Retention"/> are evicted, and the oldest ones beyond
/// <see cref="MemoryWebhookStoreOptions.Capacity"/>; <see cref="WebhookDiagnostics.Evictions"/> counts them. Entries of running handlers
/// are never evicted.</para>
/// </remarks>
public sealed class MemoryWebhookStore : IWebhookStore
{
    private readonly Lock _gate = new();
    private readonly MemoryEntries _entries = new();

    // Ordered by last change: each change moves an entry to the end of its queue, so the next one to expire is always the first.
    private readonly MemoryEntryQueue _running;
    private readonly MemoryEntryQueue _resting;
    private readonly MemoryWebhookStoreOptions _options;
    private readonly TimeProvider _time;
    private long _claims;

    /// <summary>Initializes an empty store.</summary>
    /// <param name="options">The limits of the store; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock that decides when leases end; <see langword="null"/> for the system clock.</param>
    public MemoryWebhookStore(MemoryWebhookStoreOptions? options = null, TimeProvider? timeProvider = null)
    {
        _running = new(_entries);
        _resting = new(_entries);
        _options = options ?? new();
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Gets the number of pairs of event and handler in the store.</summary>
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
    public ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        MemoryKey remembered = MemoryKey.Of(key);
        DateTimeOffset now = _time.GetUtcNow();
        lock (_gate)
        {
            ForgetWhatIsOld(now);
            int place = _entries.FindOrAdd(remembered);
            ref MemoryEntry entry = ref _entries[place];
            switch (entry.State)
            {
                case MemoryEntryState.Completed or MemoryEntryState.Dead:
                    return new(WebhookClaim.Done(key));
                case MemoryEntryState.Running when entry.Time > now:
                    return new(WebhookClaim.InProgress(key));
            }

            entry.Attempts++;
            entry.Token = NextToken(place);
            WebhookClaim claim = WebhookClaim.Claimed(key, entry.Token, entry.Attempts);
            Move(place, MemoryEntryState.Running, now + lease);
            ForgetWhatIsTooMuch(now);
            return new(claim);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        new(TrySettle(claim, MemoryEntryState.Completed));

    /// <inheritdoc/>
    /// <remarks>The error is not stored, since nobody can read it in the memory of the process.</remarks>
    public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
        new(TrySettle(claim, MemoryEntryState.Free));

    /// <inheritdoc/>
    public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        new(TrySettle(claim, MemoryEntryState.Dead));

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            int place = Find(claim);
            if (place == MemoryEntries.None || _entries[place].State != MemoryEntryState.Running)
            {
                return new(false);
            }

            Move(place, MemoryEntryState.Running, _time.GetUtcNow() + lease);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default)
    {
        MemoryKey remembered = MemoryKey.Of(key);
        lock (_gate)
        {
            int place = _entries.Find(remembered);
            if (place != MemoryEntries.None && _entries[place].State == MemoryEntryState.Dead)
            {
                _entries.Remove(place);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => default;

    private bool TrySettle(WebhookClaim claim, MemoryEntryState state)
    {
        lock (_gate)
        {
            int place = Find(claim);
            if (place == MemoryEntries.None)
            {
                return false;
            }

            if (_entries[place].State == MemoryEntryState.Running)
            {
                Move(place, state, _time.GetUtcNow());
                return true;
            }

            return _entries[place].State == state && state != MemoryEntryState.Free;
        }
    }

    /// <summary>Returns the index of a claim that still holds.</summary>
    private int Find(WebhookClaim claim)
    {
        int place = PlaceOf(claim.Token);
        return _entries.HasPlace(place) && _entries[place].Token == claim.Token ? place : MemoryEntries.None;
    }

    private void Move(int place, MemoryEntryState state, DateTimeOffset time)
    {
        ref MemoryEntry entry = ref _entries[place];
        entry.Queue?.Remove(place);
        entry.State = state;
        entry.Time = time;
        (state == MemoryEntryState.Running ? _running : _resting).Add(place);
    }

    private void ForgetWhatIsOld(DateTimeOffset now)
    {
        while (_resting.First is not MemoryEntries.None and int oldest && now - _entries[oldest].Time >= _options.Retention)
        {
            _entries.Remove(oldest);
            Telemetry.Evicted("age");
        }
    }

    private void ForgetWhatIsTooMuch(DateTimeOffset now)
    {
        // An entry whose lease ended may be evicted: its owner is gone. Should the owner return before that, it still holds its claim.
        while (_running.First is not MemoryEntries.None and int first && _entries[first].Time <= now)
        {
            _running.Remove(first);
            _resting.Add(first);
        }

        while (_entries.Count > _options.Capacity && _resting.First is not MemoryEntries.None and int oldest)
        {
            _entries.Remove(oldest);
            Telemetry.Evicted("capacity");
        }
    }

    /// <summary>
    /// Creates a token that holds the index of the entry and is unique within this store. It need not be random, because nobody has to be
    /// kept from guessing it.
    /// </summary>
    private Guid NextToken(int place)
    {
        Span<byte> token = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(token, ++_claims);
        BinaryPrimitives.WriteInt32LittleEndian(token[sizeof(long)..], place);
        return new Guid(token);
    }

    private static int PlaceOf(Guid token)
    {
        Span<byte> bytes = stackalloc byte[16];
        token.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(long)..]);
    }
}
