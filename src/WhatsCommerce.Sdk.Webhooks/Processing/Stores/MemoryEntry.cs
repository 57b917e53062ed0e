namespace WhatsCommerce.Webhooks;

/// <summary>The state of a pair of event and handler in <see cref="MemoryWebhookStore"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MemoryEntry
{
    public MemoryKey Key;

    public MemoryEntryState State;

    /// <summary>The end of the lease while the handler runs; otherwise, the time of the last change.</summary>
    public DateTimeOffset Time;

    public Guid Token;

    public int Attempts;

    /// <summary>The queue that holds the entry, and the indexes of its neighbors there.</summary>
    public MemoryEntryQueue? Queue;

    public int Previous;

    public int Next;
}

/// <summary>Specifies the state of a pair of event and handler.</summary>
internal enum MemoryEntryState
{
    Free,
    Running,
    Completed,
    Dead,
}
