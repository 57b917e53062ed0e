namespace WhatsCommerce.Webhooks;

/// <summary>Caches values for a time, up to a maximum number: the oldest are evicted first.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class BoundedCache<TValue>(int capacity)
{
    private readonly Dictionary<TenantKey, Entry> _entries = [];
    private readonly Queue<(TenantKey Key, long At)> _order = new();

    /// <summary>Gets a value with the timestamp at which it was set.</summary>
    public bool TryGet(TenantKey key, out TValue value, out long at)
    {
        bool found = _entries.TryGetValue(key, out Entry entry);
        (value, at) = (entry.Value, entry.At);
        return found;
    }

    public void Set(TenantKey key, TValue value, long at)
    {
        _entries[key] = new(value, at);
        _order.Enqueue((key, at));

        // A value that was set again also has a later entry: its earlier one is skipped.
        while (_entries.Count > capacity || _order.Count > 2 * capacity)
        {
            (TenantKey oldest, long its) = _order.Dequeue();
            if (_entries.TryGetValue(oldest, out Entry entry) && entry.At == its)
            {
                _entries.Remove(oldest);
            }
        }
    }

    public void Remove(TenantKey key) => _entries.Remove(key);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(TValue Value, long At);
}
