namespace WhatsCommerce.Webhooks;

/// <summary>What <see cref="MemoryWebhookStore"/> knows of a pair of event and handler.</summary>
internal sealed class MemoryEntry(WebhookKey key)
{
    public WebhookKey Key { get; } = key;

    public MemoryEntryState State { get; set; }

    /// <summary>The end of the lease while it runs, otherwise the time of the last change.</summary>
    public DateTimeOffset Time { get; set; }

    public Guid Token { get; set; }

    public int Attempts { get; set; }

    public MemoryEntryQueue? Queue { get; set; }

    public MemoryEntry? Previous { get; set; }

    public MemoryEntry? Next { get; set; }
}

/// <summary>A linked list whose entries are their own nodes: there are very many of them.</summary>
internal sealed class MemoryEntryQueue
{
    private MemoryEntry? _last;

    public MemoryEntry? First { get; private set; }

    public void Add(MemoryEntry entry)
    {
        (entry.Queue, entry.Previous, entry.Next) = (this, _last, null);
        if (_last is null)
        {
            First = entry;
        }
        else
        {
            _last.Next = entry;
        }

        _last = entry;
    }

    public void Remove(MemoryEntry entry)
    {
        if (entry.Previous is null)
        {
            First = entry.Next;
        }
        else
        {
            entry.Previous.Next = entry.Next;
        }

        if (entry.Next is null)
        {
            _last = entry.Previous;
        }
        else
        {
            entry.Next.Previous = entry.Previous;
        }

        (entry.Queue, entry.Previous, entry.Next) = (null, null, null);
    }
}

/// <summary>How far a pair has come.</summary>
internal enum MemoryEntryState
{
    Free,
    Running,
    Completed,
    Dead,
}
