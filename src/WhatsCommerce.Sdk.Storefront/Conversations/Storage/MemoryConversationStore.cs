namespace WhatsCommerce.Storefronts;

/// <summary>Stores conversations in memory, for development and tests. The default without a database.</summary>
/// <remarks>
/// The data is lost when the process ends, and not shared with other instances. The store keeps the 10,000 conversations with the newest
/// messages, and the last 1,000 entries of each.
/// </remarks>
public sealed class MemoryConversationStore : IConversationStore, IDisposable
{
    private const int MostEntries = 1_000;
    private const int MostConversations = 10_000;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly IStorefrontStore _events;

    private readonly MemoryTable<(string, CustomerKey), CustomerConversation> _conversations =
        new(row => (row.ShopId, row.Customer), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, string), ConversationEntry> _entries =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly Dictionary<(string, CustomerKey), SortedDictionary<long, string>> _byCustomer = [];
    private readonly Dictionary<(string, string), CustomerKey> _byRecipient = [];
    private readonly List<(string ShopId, ConversationTyping Writing)> _writing = [];
    private long _sequence;

    /// <summary>Initializes an empty store.</summary>
    /// <param name="events">The store for the events of a step.</param>
    public MemoryConversationStore(IStorefrontStore events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events = events;
    }

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(ConversationStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!Fits(step))
            {
                return false;
            }

            // Writes are serialized, so that the versions cannot change after this check.
            StorefrontStep told = new() { ShopId = step.Conversation.ShopId, Outbox = step.Outbox };
            if (step.Outbox.Count > 0 && !await _events.CommitAsync(told, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            lock (_gate)
            {
                Write(step);
            }

            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<CustomerConversation?> FindAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        Read(() => _conversations.Find((shopId, customer)));

    /// <inheritdoc/>
    public Task<CustomerConversation?> FindByRecipientAsync(string shopId, Recipient to, CancellationToken cancellationToken = default)
    {
        string wanted = SendIntent.HashOf(to);
        return Read(() => _byRecipient.TryGetValue((shopId, wanted), out CustomerKey customer)
            && _conversations.Find((shopId, customer)) is { To.Value: not null } found && SendIntent.HashOf(found.To) == wanted
                ? found
                : null);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CustomerConversation>> ListAsync(
        string shopId, ConversationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read<IReadOnlyList<CustomerConversation>>(() =>
        {
            IEnumerable<CustomerConversation> rows = _conversations.Rows.Where(row => row.ShopId == shopId
                && (!query.OnlyUnread || row.Unread > 0)
                && (query.Owner is null || row.Owner == query.Owner)
                && !(row.LastAt >= query.Before)
                && !(row.ChangedAt < query.ChangedSince));

            // Compared in milliseconds, as in a database, because pages have no finer times either.
            return
            [
                .. (query.ChangedSince is null
                    ? rows.OrderByDescending(row => row.LastAt.ToUnixTimeMilliseconds())
                        .ThenBy(row => row.Customer.Value, StringComparer.Ordinal)
                    : rows.OrderBy(row => row.ChangedAt.ToUnixTimeMilliseconds()).ThenBy(row => row.Customer.Value, StringComparer.Ordinal))
                        .Take(query.Limit),
            ];
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CustomerKey>> ListDueAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<CustomerKey>>(() =>
        [
            .. _conversations.Rows
                .Where(row => row.ShopId == shopId && row.Owner == ConversationOwner.Human && row.ReturnsAt <= now)
                .OrderBy(row => row.ReturnsAt).Take(limit).Select(row => row.Customer),
        ]);

    /// <inheritdoc/>
    public Task<ConversationEntry?> FindEntryAsync(string shopId, string id, CancellationToken cancellationToken = default) =>
        Read(() => _entries.Find((shopId, id)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationEntry>> ListEntriesAsync(
        string shopId, CustomerKey customer, ConversationEntryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read<IReadOnlyList<ConversationEntry>>(() =>
        [
            .. (_byCustomer.GetValueOrDefault((shopId, customer)) ?? []).Reverse()
                .Where(place => query.Before == 0 || place.Key < query.Before)
                .Take(query.Limit)
                .Select(place => _entries.Find((shopId, place.Value))!),
        ]);
    }

    /// <inheritdoc/>
    public Task<int> RemoveTextsAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default) =>
        Read(() =>
        {
            ConversationEntry[] old =
            [
                .. _entries.Rows.Where(row => row.ShopId == shopId && row.At < before && row.Content is not null)
                    .OrderBy(row => row.At).Take(limit),
            ];
            foreach (ConversationEntry row in old)
            {
                _entries.Write(row with { Content = null });
            }

            foreach (CustomerConversation row in _conversations.Rows
                .Where(row => row.ShopId == shopId && row.LastAt < before && row.Preview is not null).ToArray())
            {
                _conversations.Write(row with { Preview = null });
            }

            return old.Length;
        });

    /// <inheritdoc/>
    public async Task<bool> MergeCustomersAsync(
        string shopId, CustomersMerged merged, CustomerConversation? survivor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (_gate)
            {
                if (survivor is not null && !_conversations.Fits(survivor))
                {
                    return false;
                }

                foreach ((long place, string id) in PlacesOf((shopId, merged.Merged)))
                {
                    ConversationEntry row = _entries.Find((shopId, id))!;
                    _entries.Write(row with { Customer = merged.Survivor });
                    PlacesOf((shopId, merged.Survivor))[place] = id;
                }

                Forget((shopId, merged.Merged));
                if (survivor is not null)
                {
                    Write(new ConversationStep { Conversation = survivor });
                }

                return true;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(string shopId, ConversationTyping writing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writing);
        return Read(() =>
        {
            _writing.RemoveAll(one => (one.ShopId == shopId && one.Writing.Customer == writing.Customer && one.Writing.By == writing.By)
                || one.Writing.At < writing.At - ConversationTables.WritingKept);
            _writing.Add((shopId, writing));
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(
        string shopId, DateTimeOffset since, CancellationToken cancellationToken = default) => Read<IReadOnlyList<ConversationTyping>>(
        () => [.. _writing.Where(one => one.ShopId == shopId && one.Writing.At > since).Select(one => one.Writing)]);

    /// <inheritdoc/>
    public Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) => Read(() =>
    {
        _writing.RemoveAll(one => one.ShopId == shopId && one.Writing.Customer == customer);
        foreach (string id in (_byCustomer.GetValueOrDefault((shopId, customer)) ?? []).Values)
        {
            _entries.Remove(_entries.Find((shopId, id))!);
        }

        Forget((shopId, customer));
        return true;
    });

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _turn.Dispose();

    private bool Fits(ConversationStep step)
    {
        lock (_gate)
        {
            return _conversations.Fits(step.Conversation) && step.Entries.All(row => _entries.Fits(row));
        }
    }

    private void Write(ConversationStep step)
    {
        CustomerConversation conversation = _conversations.Write(step.Conversation);
        if (conversation.To.Value is not null)
        {
            _byRecipient[(conversation.ShopId, SendIntent.HashOf(conversation.To))] = conversation.Customer;
        }

        SortedDictionary<long, string> places = PlacesOf((conversation.ShopId, conversation.Customer));
        foreach (ConversationEntry entry in step.Entries)
        {
            ConversationEntry? stored = _entries.Find((entry.ShopId, entry.Id));
            ConversationEntry written = _entries.Write(entry with { Sequence = stored?.Sequence ?? ++_sequence });
            places[written.Sequence] = written.Id;
        }

        while (places.Count > MostEntries)
        {
            (long place, string id) = places.First();
            places.Remove(place);
            _entries.Remove(_entries.Find((conversation.ShopId, id))!);
        }

        if (step.Conversation.Version == 0 && _conversations.Rows.Count() > MostConversations)
        {
            CustomerConversation oldest = _conversations.Rows.MinBy(row => row.LastAt)!;
            _ = RemoveCustomerAsync(oldest.ShopId, oldest.Customer);
        }
    }

    private void Forget((string ShopId, CustomerKey Customer) key)
    {
        _byCustomer.Remove(key);
        if (_conversations.Find(key) is CustomerConversation conversation)
        {
            _conversations.Remove(conversation);
            if (conversation.To.Value is not null)
            {
                _byRecipient.Remove((conversation.ShopId, SendIntent.HashOf(conversation.To)));
            }
        }
    }

    private SortedDictionary<long, string> PlacesOf((string, CustomerKey) key)
    {
        if (!_byCustomer.TryGetValue(key, out SortedDictionary<long, string>? places))
        {
            places = [];
            _byCustomer.Add(key, places);
        }

        return places;
    }

    private Task<T> Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return Task.FromResult(read());
        }
    }
}
