namespace WhatsCommerce.Webhooks;

/// <summary>
/// The received and unfinished events of a lane in this instance, by conversation. The broker has all of them as well, unacknowledged, so
/// that nothing here needs to survive.
/// </summary>
/// <remarks>
/// When a source closes, its events return to the broker. If they are received again while their conversation still runs, or is held back,
/// they are recognized and take their old position, so that a broken connection does not make an event run twice concurrently.
/// </remarks>
internal sealed class Backlog(DeliveryLane lane, TimeProvider time)
{
    /// <summary>The maximum number of events of a conversation that are leased at once.</summary>
    public const int MostEvents = 16;

    private const int LeasesCheckedEvery = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, BacklogConversation> _conversations = [];
    private readonly HashSet<BacklogConversation> _leased = [];
    private readonly ReadyLines _ready = new();
    private readonly PriorityQueue<(BacklogConversation Conversation, long Stamp), long> _putOff = new();
    private readonly ForgottenTexts _forgotten = new();
    private long _sequence;
    private long _leasesCheckedAt;
    private long _received;

    /// <summary>Gets the total number of received messages.</summary>
    public long Received => Interlocked.Read(ref _received);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Adds a received event.</summary>
    /// <returns>A message to acknowledge, because its event is already here or was forgotten; otherwise <see langword="null"/>.</returns>
    public SettledMessage? Add(IEventSource source, ulong tag, bool isParked, ReceivedEvent received)
    {
        lock (_gate)
        {
            _received++;
            if (!source.IsOpen)
            {
                return null;
            }

            if (_forgotten.Mention(received))
            {
                return source.Settle(tag);
            }

            if (!_conversations.TryGetValue(received.Queued.Conversation, out BacklogConversation? conversation))
            {
                conversation = new(received.Queued, source);
                _conversations.Add(conversation.Id, conversation);
            }

            conversation.Source = source;
            conversation.Version++;
            SettledMessage? spare = Place(conversation, source, tag, isParked, received);
            if (conversation.Owner is null && !conversation.Holds)
            {
                PutOff(conversation, Now);
            }

            return spare;
        }
    }

    /// <summary>Leases conversations, of the tenants in turn.</summary>
    public IReadOnlyList<ConversationLease> Lease(int limit, TimeSpan lease)
    {
        lock (_gate)
        {
            long now = Now;
            Promote(now);
            List<ConversationLease> leases = [];
            Guid owner = Guid.NewGuid();
            while (leases.Count < limit && _ready.Next() is { } conversation)
            {
                if (!IsHere(conversation))
                {
                    continue;
                }

                // While held back, it may have outlived its source: the broker has delivered its events to another instance.
                conversation.Remove(static one => one.Source is null);
                if (conversation.Events.Count == 0)
                {
                    Drop(conversation);
                    continue;
                }

                if (conversation.Source.IsReleasing)
                {
                    continue;
                }

                BacklogEvent[] due = [.. conversation.Events.Where(one => one.DueAt <= now).Take(MostEvents)];
                if (due.Length == 0)
                {
                    PutOff(conversation, conversation.Events.Min(one => one.DueAt));
                    continue;
                }

                conversation.Fence++;
                conversation.Owner = owner;
                conversation.ReadyAt = now + (long)lease.TotalMilliseconds;
                conversation.Stamp++;
                _leased.Add(conversation);
                leases.Add(conversation.Describe(lane, due, owner, now));
            }

            return leases;
        }
    }

    public IReadOnlyList<ConversationLease> Renew(IReadOnlyList<ConversationLease> leases, TimeSpan lease)
    {
        lock (_gate)
        {
            List<ConversationLease> held = [];
            foreach (ConversationLease one in leases)
            {
                // A conversation that another instance may have by now is no longer held.
                if (Find(one) is { Source.IsOpen: true } conversation)
                {
                    conversation.ReadyAt = Now + (long)lease.TotalMilliseconds;
                    held.Add(one);
                }
            }

            return held;
        }
    }

    /// <summary>Removes finished events, postpones failed ones, and releases the conversation.</summary>
    /// <returns>The messages to acknowledge.</returns>
    public IReadOnlyList<SettledMessage> Finish(ConversationLease lease, ConversationOutcome outcome)
    {
        lock (_gate)
        {
            if (Find(lease) is not { } conversation)
            {
                return [];
            }

            long now = Now;
            HashSet<long> done = [.. outcome.Done];
            SettledMessage[] settled = [.. Settle(conversation.Events.Where(one => done.Contains(one.Sequence)))];
            conversation.Remove(one => done.Contains(one.Sequence));
            foreach (RetriedEvent retried in outcome.Retried)
            {
                if (conversation.Events.FirstOrDefault(one => one.Sequence == retried.Sequence) is { } failed)
                {
                    failed.Retries++;
                    failed.DueAt = outcome.HeldFor is null ? now + (long)retried.Delay.TotalMilliseconds : now;
                }
            }

            Release(conversation, outcome.HeldFor, now);
            return settled;
        }
    }

    /// <summary>Drops the events of a source: they return to the broker.</summary>
    public void Detach(IEventSource source)
    {
        lock (_gate)
        {
            BacklogConversation[] concerned = [.. _conversations.Values.Where(one => one.Events.Any(own => own.IsOf(source)))];
            foreach (BacklogConversation conversation in concerned)
            {
                foreach (BacklogEvent one in conversation.Events.Where(one => one.IsOf(source)))
                {
                    (one.Source, one.Tag, one.IsParked, one.IsBeingParked) = (null, 0, false, false);
                }

                if (conversation.Owner is null && !conversation.Holds)
                {
                    conversation.Remove(static one => one.Source is null);
                    if (conversation.Events.Count == 0)
                    {
                        Drop(conversation);
                    }
                }
            }
        }
    }

    /// <summary>Removes events that contain a text, and those of them that arrive later and were stored before.</summary>
    public IReadOnlyList<SettledMessage> Forget(Guid id, IReadOnlyList<string> texts, long storedUntil)
    {
        lock (_gate)
        {
            if (!_forgotten.Add(id, texts, storedUntil))
            {
                return [];
            }

            List<SettledMessage> settled = [];
            foreach (BacklogConversation conversation in _conversations.Values.ToArray())
            {
                BacklogEvent[] mentioning = [.. conversation.Events.Where(one => _forgotten.Mention(one.Queued, one.StoredAt))];
                settled.AddRange(Settle(mentioning));
                conversation.Remove(mentioning.Contains);
                if (conversation.Events.Count == 0 && conversation.Owner is null)
                {
                    Drop(conversation);
                }
            }

            return settled;
        }
    }

    /// <summary>Determines whether an event of a source is running.</summary>
    public bool IsRunning(IEventSource source)
    {
        lock (_gate)
        {
            return _leased.Any(one => ReferenceEquals(one.Source, source));
        }
    }

    /// <summary>Determines whether an event of a source is unfinished.</summary>
    public bool HasAny(IEventSource source)
    {
        lock (_gate)
        {
            return _conversations.Values.Any(one => one.Events.Any(own => own.IsOf(source))
                || (one.Owner is not null && ReferenceEquals(one.Source, source)));
        }
    }

    /// <summary>Returns how long the oldest message of a source has been here.</summary>
    public TimeSpan LongestHere(IEventSource source)
    {
        lock (_gate)
        {
            long oldest = _conversations.Values.SelectMany(one => one.Events).Where(one => one.IsOf(source))
                .Select(one => one.ReceivedAt).DefaultIfEmpty(TimeProvider.System.GetTimestamp()).Min();
            return TimeProvider.System.GetElapsedTime(oldest);
        }
    }

    /// <summary>
    /// Picks events to park with <see cref="Parking"/>, so that they no longer take up the prefetch of others, and marks them.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="places">The prefetch: the number of unacknowledged events that the source may deliver.</param>
    public IReadOnlyList<BacklogEvent> PickToPark(IEventSource source, int places)
    {
        lock (_gate)
        {
            IReadOnlyList<BacklogEvent> picked = Parking.Pick(_conversations.Values, source, places);
            foreach (BacklogEvent one in picked)
            {
                one.IsBeingParked = true;
            }

            return picked;
        }
    }

    public LaneReport Measure()
    {
        lock (_gate)
        {
            long now = Now;
            return new()
            {
                Lane = lane,
                Events = _conversations.Values.Sum(one => one.Events.Count),
                Conversations = _conversations.Count,
                Leased = _leased.Count,
                OldestMilliseconds = Math.Max(
                    0, now - _conversations.Values.SelectMany(one => one.Events).Select(one => one.StoredAt).DefaultIfEmpty(now).Min()),
            };
        }
    }

    private SettledMessage? Place(BacklogConversation conversation, IEventSource source, ulong tag, bool isParked, ReceivedEvent received)
    {
        SettledMessage? spare = null;
        BacklogEvent? known = conversation.Find(received.Queued.EventId);
        if (known is null)
        {
            known = new(++_sequence, received);
            conversation.Add(known);
        }
        else if (known.Source is { IsOpen: true } current)
        {
            if (!isParked || known.IsParked)
            {
                // Delivered by Meta more than once, or left behind when it was parked.
                return source.Settle(tag);
            }

            spare = current.Settle(known.Tag);
        }

        known.Retries = Math.Max(known.Retries, received.Retries);
        (known.Source, known.Tag, known.IsParked, known.IsBeingParked) = (source, tag, isParked, false);
        known.ReceivedAt = TimeProvider.System.GetTimestamp();
        return spare;
    }

    private void Release(BacklogConversation conversation, TimeSpan? heldFor, long now)
    {
        _leased.Remove(conversation);
        conversation.Owner = null;
        conversation.Holds = heldFor > TimeSpan.Zero;
        if (!conversation.Holds)
        {
            conversation.Remove(static one => one.Source is null);
        }

        if (conversation.Events.Count == 0)
        {
            Drop(conversation);
            return;
        }

        PutOff(conversation, heldFor is { } held
            ? now + (long)held.TotalMilliseconds
            : Math.Max(now, conversation.Events.Min(one => one.DueAt)));
    }

    private void PutOff(BacklogConversation conversation, long until)
    {
        if (conversation.IsInLine && conversation.ReadyAt <= until)
        {
            return;
        }

        conversation.ReadyAt = until;
        conversation.Stamp++;
        if (until <= Now)
        {
            _ready.Enter(conversation);
        }
        else
        {
            _putOff.Enqueue((conversation, conversation.Stamp), until);
        }
    }

    /// <summary>Enqueues the conversations whose time has come, and those whose lease has ended.</summary>
    private void Promote(long now)
    {
        while (_putOff.TryPeek(out (BacklogConversation Conversation, long Stamp) next, out long at) && at <= now)
        {
            _putOff.Dequeue();
            if (next.Stamp == next.Conversation.Stamp && IsHere(next.Conversation))
            {
                next.Conversation.Holds = false;
                _ready.Enter(next.Conversation);
            }
        }

        if (now - _leasesCheckedAt >= LeasesCheckedEvery)
        {
            _leasesCheckedAt = now;
            foreach (BacklogConversation ended in _leased.Where(one => one.ReadyAt <= now).ToArray())
            {
                _leased.Remove(ended);
                _ready.Enter(ended);
            }
        }
    }

    private bool IsHere(BacklogConversation conversation) =>
        _conversations.TryGetValue(conversation.Id, out BacklogConversation? known) && ReferenceEquals(known, conversation);

    private void Drop(BacklogConversation conversation)
    {
        _conversations.Remove(conversation.Id);
        _leased.Remove(conversation);
    }

    private BacklogConversation? Find(ConversationLease lease) =>
        _conversations.TryGetValue(lease.Conversation, out BacklogConversation? conversation)
        && conversation.Owner == lease.Owner && conversation.Fence == lease.Fence ? conversation : null;

    private static IEnumerable<SettledMessage> Settle(IEnumerable<BacklogEvent> events) =>
        events.Where(one => one.Source is not null).Select(one => one.Source!.Settle(one.Tag));
}
