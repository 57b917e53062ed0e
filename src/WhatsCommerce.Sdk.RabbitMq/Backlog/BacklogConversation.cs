namespace WhatsCommerce.Webhooks;

/// <summary>A conversation of a <see cref="Backlog"/>, which locks.</summary>
internal sealed class BacklogConversation(QueuedEvent first, IEventSource source)
{
    private readonly List<BacklogEvent> _events = [];
    private readonly Dictionary<Guid, BacklogEvent> _byId = [];

    public Guid Id => first.Conversation;

    public long Tenant => first.Tenant;

    /// <summary>Gets or sets the source of its last event.</summary>
    public IEventSource Source { get; set; } = source;

    public IReadOnlyList<BacklogEvent> Events => _events;

    /// <summary>Gets or sets when it may be leased, in Unix milliseconds: the end of the lease while it is leased.</summary>
    public long ReadyAt { get; set; }

    /// <summary>Gets or sets a number that distinguishes its last postponement from earlier ones.</summary>
    public long Stamp { get; set; }

    /// <summary>Gets or sets a value indicating whether it is in the line of its tenant.</summary>
    public bool IsInLine { get; set; }

    public bool Holds { get; set; }
    public Guid? Owner { get; set; }
    public long Fence { get; set; }
    public long Version { get; set; }

    public BacklogEvent? Find(Guid id) => _byId.GetValueOrDefault(id);

    public void Add(BacklogEvent added)
    {
        _events.Add(added);
        _byId.Add(added.Queued.EventId, added);
    }

    public void Remove(Func<BacklogEvent, bool> which)
    {
        foreach (BacklogEvent one in _events.Where(which))
        {
            _byId.Remove(one.Queued.EventId);
        }

        _events.RemoveAll(one => which(one));
    }

    /// <summary>Creates its lease.</summary>
    public ConversationLease Describe(DeliveryLane lane, BacklogEvent[] events, Guid owner, long now) => new()
    {
        Conversation = Id,
        Lane = lane,
        Tenant = Tenant,
        Fence = Fence,
        Owner = owner,
        Version = Version,
        Events =
        [
            .. events.Select(one => new LeasedEvent
            {
                Sequence = one.Sequence,
                EndpointName = one.Queued.EndpointName,
                EventKey = one.Queued.EventKey,
                Body = one.Queued.Body,
                Retries = one.Retries,
                Waited = TimeSpan.FromMilliseconds(Math.Max(0, now - one.StoredAt)),
            }),
        ],
    };
}

/// <summary>An event of such a conversation.</summary>
internal sealed class BacklogEvent(long sequence, ReceivedEvent received)
{
    public long Sequence => sequence;

    public QueuedEvent Queued => received.Queued;

    public long StoredAt => received.StoredAt;

    public int Retries { get; set; } = received.Retries;
    public long DueAt { get; set; }

    /// <summary>Gets or sets the source of the message; <see langword="null"/> when it returned to the broker.</summary>
    public IEventSource? Source { get; set; }

    public ulong Tag { get; set; }
    public bool IsParked { get; set; }

    /// <summary>Gets or sets a value indicating whether a copy is being parked.</summary>
    public bool IsBeingParked { get; set; }

    /// <summary>Gets or sets when it was received, as a timestamp of the system clock.</summary>
    public long ReceivedAt { get; set; }

    public bool IsOf(IEventSource source) => ReferenceEquals(Source, source);
}
