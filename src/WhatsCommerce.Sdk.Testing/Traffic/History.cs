namespace WhatsCommerce.Testing;

/// <summary>What happened last: keeps so many, and lets the oldest go.</summary>
internal sealed class History<T>(int limit)
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _items = new();

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>Adds an item, and takes the oldest out when there is no more room.</summary>
    /// <returns>The item that had to go, if one had.</returns>
    public T? Add(T item)
    {
        lock (_gate)
        {
            _items.Enqueue(item);
            return _items.Count > limit ? _items.Dequeue() : default;
        }
    }
}
