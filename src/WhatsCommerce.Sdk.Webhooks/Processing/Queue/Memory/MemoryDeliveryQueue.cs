namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents a delivery queue in memory, for tests and development: waiting events are lost when the process ends, although they were
/// answered 200.
/// </summary>
/// <remarks>
/// Register it before <c>UseDeliveryQueue</c>: <c>services.AddSingleton&lt;IDeliveryQueue, MemoryDeliveryQueue&gt;()</c>.
/// </remarks>
public sealed class MemoryDeliveryQueue : IDeliveryQueue, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, MemoryConversation> _conversations = [];
    private readonly Dictionary<DeliveryLane, long> _lastTenants = [];
    private readonly Arrivals _arrivals;
    private readonly TimeProvider _time;
    private long _sequence;

    /// <summary>Initializes an empty queue.</summary>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    public MemoryDeliveryQueue(TimeProvider? timeProvider = null)
    {
        _time = timeProvider ?? TimeProvider.System;
        _arrivals = new(_time);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        lock (_gate)
        {
            foreach (QueuedEvent queued in events)
            {
                Append(queued);
            }
        }

        foreach (DeliveryLane lane in events.Select(one => one.Lane).Distinct())
        {
            _arrivals.Signal(lane);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
        DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        lock (_gate)
        {
            long now = Now;
            Guid owner = Guid.NewGuid();
            long last = _lastTenants.GetValueOrDefault(lane, long.MinValue);

            // The first of each tenant, then the second of each, starting after the tenant that was served last.
            List<MemoryConversation> picked =
            [
                .. _conversations.Values.Where(one => one.Lane == lane && one.ReadyAt <= now)
                    .GroupBy(one => one.Tenant)
                    .SelectMany(tenant => tenant.OrderBy(one => one.ReadyAt).Index())
                    .OrderBy(one => one.Index).ThenBy(one => one.Item.Tenant <= last).ThenBy(one => one.Item.Tenant)
                    .Select(one => one.Item)
                    .Take(limit),
            ];
            foreach (MemoryConversation one in picked)
            {
                one.Fence++;
                one.Owner = owner;
                one.ReadyAt = now + (long)lease.TotalMilliseconds;
                _lastTenants[lane] = one.Tenant;
            }

            return new([.. picked.Select(one => Describe(one, owner, now))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
        IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        lock (_gate)
        {
            List<ConversationLease> held = [];
            foreach (ConversationLease one in leases)
            {
                if (Find(one) is { } conversation)
                {
                    conversation.ReadyAt = Now + (long)lease.TotalMilliseconds;
                    held.Add(one);
                }
            }

            return new(held);
        }
    }

    /// <inheritdoc/>
    public ValueTask FinishAsync(
        ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        lock (_gate)
        {
            if (Find(lease) is { } conversation)
            {
                Finish(conversation, lease, outcome);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default) =>
        _arrivals.WaitAsync(lane, atMost, cancellationToken);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        (string Text, byte[] Bytes)[] wanted = [.. texts.Select(text => (text, Encoding.UTF8.GetBytes(text)))];
        lock (_gate)
        {
            foreach (MemoryConversation conversation in _conversations.Values.ToArray())
            {
                foreach ((long sequence, _) in conversation.Events.Where(one => Mentions(one.Value.Queued)).ToArray())
                {
                    conversation.Events.Remove(sequence);
                }

                if (conversation.Events.Count == 0 && conversation.Owner is null)
                {
                    _conversations.Remove(conversation.Id);
                }
            }
        }

        return default;

        bool Mentions(QueuedEvent queued) => wanted.Any(one => queued.Body.Span.IndexOf(one.Bytes) >= 0
            || queued.EventKey?.Contains(one.Text, StringComparison.Ordinal) == true);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            long now = Now;
            return new(
            [
                .. _conversations.Values.GroupBy(one => one.Lane).Select(lane => new LaneDepth
                {
                    Lane = lane.Key,
                    Events = lane.Sum(one => one.Events.Count),
                    Conversations = lane.Count(),
                    Leased = lane.Count(one => one.Owner is not null),
                    Oldest = TimeSpan.FromMilliseconds(
                        now - lane.SelectMany(one => one.Events.Values).Select(one => one.Since).DefaultIfEmpty(now).Min()),
                }),
            ]);
        }
    }

    /// <summary>Returns the size of the bodies that wait in a lane.</summary>
    internal long BytesIn(DeliveryLane lane)
    {
        lock (_gate)
        {
            return _conversations.Values.Where(one => one.Lane == lane)
                .Sum(one => one.Events.Values.Sum(waiting => (long)waiting.Queued.Body.Length));
        }
    }

    /// <summary>Releases waiting callers.</summary>
    public void Dispose() => _arrivals.Dispose();

    private void Append(QueuedEvent queued)
    {
        long now = Now;
        if (!_conversations.TryGetValue(queued.Conversation, out MemoryConversation? conversation))
        {
            conversation = new(queued, now);
            _conversations.Add(queued.Conversation, conversation);
        }

        conversation.Version++;
        if (conversation.Owner is null && !conversation.Holds)
        {
            conversation.ReadyAt = Math.Min(conversation.ReadyAt, now);
        }

        if (conversation.Events.Values.All(one => one.Queued.EventId != queued.EventId))
        {
            conversation.Events.Add(++_sequence, new(queued, now));
        }
    }

    private void Finish(MemoryConversation conversation, ConversationLease lease, ConversationOutcome outcome)
    {
        long now = Now;
        foreach (long done in outcome.Done)
        {
            conversation.Events.Remove(done);
        }

        foreach (RetriedEvent retried in outcome.Retried)
        {
            if (conversation.Events.TryGetValue(retried.Sequence, out MemoryEvent? failed))
            {
                failed.Retries++;
                failed.DueAt = outcome.HeldFor is null ? now + (long)retried.Delay.TotalMilliseconds : now;
            }
        }

        if (conversation.Events.Count == 0 && conversation.Version == lease.Version)
        {
            _conversations.Remove(conversation.Id);
            return;
        }

        conversation.Owner = null;
        conversation.Holds = outcome.HeldFor > TimeSpan.Zero;
        conversation.ReadyAt = outcome.HeldFor is { } held
            ? now + (long)held.TotalMilliseconds
            : Math.Max(now, conversation.Events.Values.Select(one => one.DueAt).DefaultIfEmpty(now).Min());
    }

    private MemoryConversation? Find(ConversationLease lease) =>
        _conversations.TryGetValue(lease.Conversation, out MemoryConversation? conversation)
        && conversation.Owner == lease.Owner && conversation.Fence == lease.Fence ? conversation : null;

    private static ConversationLease Describe(MemoryConversation conversation, Guid owner, long now) => new()
    {
        Conversation = conversation.Id,
        Lane = conversation.Lane,
        Tenant = conversation.Tenant,
        Fence = conversation.Fence,
        Owner = owner,
        Version = conversation.Version,
        Events =
        [
            .. conversation.Events.Where(one => one.Value.DueAt <= now).Take(QueueStatements.MostEvents).Select(one => new LeasedEvent
            {
                Sequence = one.Key,
                EndpointName = one.Value.Queued.EndpointName,
                EventKey = one.Value.Queued.EventKey,
                Body = one.Value.Queued.Body,
                Retries = one.Value.Retries,
                Waited = TimeSpan.FromMilliseconds(now - one.Value.Since),
            }),
        ],
    };
}
