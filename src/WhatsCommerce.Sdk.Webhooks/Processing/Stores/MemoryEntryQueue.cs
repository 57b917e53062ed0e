namespace WhatsCommerce.Webhooks;

/// <summary>A linked list of entries that are their own nodes.</summary>
internal sealed class MemoryEntryQueue(MemoryEntries entries)
{
    private int _last = MemoryEntries.None;

    /// <summary>Gets the index of the first entry; <see cref="MemoryEntries.None"/> when the queue is empty.</summary>
    public int First { get; private set; } = MemoryEntries.None;

    public void Add(int place)
    {
        ref MemoryEntry entry = ref entries[place];
        (entry.Queue, entry.Previous, entry.Next) = (this, _last, MemoryEntries.None);
        if (_last == MemoryEntries.None)
        {
            First = place;
        }
        else
        {
            entries[_last].Next = place;
        }

        _last = place;
    }

    public void Remove(int place)
    {
        ref MemoryEntry entry = ref entries[place];
        if (entry.Previous == MemoryEntries.None)
        {
            First = entry.Next;
        }
        else
        {
            entries[entry.Previous].Next = entry.Next;
        }

        if (entry.Next == MemoryEntries.None)
        {
            _last = entry.Previous;
        }
        else
        {
            entries[entry.Next].Previous = entry.Previous;
        }

        entry.Queue = null;
    }
}
