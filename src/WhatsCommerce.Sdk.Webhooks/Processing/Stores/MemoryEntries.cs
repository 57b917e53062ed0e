namespace WhatsCommerce.Webhooks;

/// <summary>The entries of <see cref="MemoryWebhookStore"/>, each at its own index until it is removed.</summary>
/// <remarks>
/// There are very many of them and they live long: as objects, each would be traced and moved by the garbage collector. Therefore they are
/// values in one array, and indexes take the place of references.
/// </remarks>
internal sealed class MemoryEntries
{
    /// <summary>The index of no entry.</summary>
    public const int None = -1;

    private readonly Dictionary<MemoryKey, int> _places = [];
    private MemoryEntry[] _entries = new MemoryEntry[16];
    private int _firstUnused;
    private int _firstFree = None;

    public int Count => _places.Count;

    /// <summary>Gets the entry at an index. The reference is valid until the next entry is added.</summary>
    public ref MemoryEntry this[int place] => ref _entries[place];

    /// <summary>Determines whether an index is within the array, in use or not.</summary>
    public bool HasPlace(int place) => (uint)place < (uint)_firstUnused;

    public int Find(MemoryKey key) => _places.TryGetValue(key, out int place) ? place : None;

    public int FindOrAdd(MemoryKey key)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out bool exists);
        if (!exists)
        {
            place = TakePlace();
            _entries[place].Key = key;
        }

        return place;
    }

    public void Remove(int place)
    {
        ref MemoryEntry entry = ref _entries[place];
        entry.Queue?.Remove(place);
        _places.Remove(entry.Key);

        // The free indexes form a linked list, too.
        entry = new() { Next = _firstFree };
        _firstFree = place;
    }

    private int TakePlace()
    {
        if (_firstFree != None)
        {
            int place = _firstFree;
            _firstFree = _entries[place].Next;
            return place;
        }

        if (_firstUnused == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _entries.Length);
        }

        return _firstUnused++;
    }
}
