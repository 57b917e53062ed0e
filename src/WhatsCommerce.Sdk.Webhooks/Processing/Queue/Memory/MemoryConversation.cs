namespace WhatsCommerce.Webhooks;

/// <summary>A conversation of <see cref="MemoryDeliveryQueue"/>, which locks.</summary>
internal sealed class MemoryConversation(QueuedEvent first, long readyAt)
{
    public Guid Id => first.Conversation;

    public DeliveryLane Lane => first.Lane;

    public long Tenant => first.Tenant;

    public SortedDictionary<long, MemoryEvent> Events { get; } = [];
    public long ReadyAt { get; set; } = readyAt;
    public bool Holds { get; set; }
    public Guid? Owner { get; set; }
    public long Fence { get; set; }
    public long Version { get; set; }
}

/// <summary>An event of such a conversation, with timestamps of the clock.</summary>
internal sealed class MemoryEvent(QueuedEvent queued, long since)
{
    public QueuedEvent Queued => queued;

    public long Since { get; } = since;
    public long DueAt { get; set; }
    public int Retries { get; set; }
}
