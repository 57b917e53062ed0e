using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>The entries of <see cref="MemoryWebhookStore"/>, each at a place of its own until it is removed.</summary>
/// <remarks>
/// There are very many of them and they live long: were they objects, the garbage collector would follow and move each one. So they are
/// values in one array, and places take the part of references.
/// </remarks>
internal sealed class MemoryEntries
{
    /// <summary>No place.</summary>
    public const int None = -1;

    private readonly Dictionary<MemoryKey, int> _places = [];
    private MemoryEntry[] _entries = new MemoryEntry[16];
    private int _firstUnused;
    private int _firstFree = None;

    public int Count => _places.Count;

    /// <summary>The entry at a place. Good until the next one is added.</summary>
    public ref MemoryEntry this[int place] => ref _entries[place];

    /// <summary>Whether there is such a place, empty or not.</summary>
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

        // The free places are a list, too.
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
