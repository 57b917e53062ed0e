namespace WhatsCommerce.Testing;

/// <summary>Keeps the latest entries up to a maximum number and total size, and removes the oldest.</summary>
/// <param name="limit">How many.</param>
/// <param name="byteLimit">Of how many bytes together.</param>
/// <param name="bytes">How many bytes an item has.</param>
/// <param name="forgot">Called with each item that had to go.</param>
internal sealed class History<T>(int limit, long byteLimit = long.MaxValue, Func<T, long>? bytes = null, Action<T>? forgot = null)
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _items = new();
    private long _bytes;

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
    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Enqueue(item);
            _bytes += SizeOf(item);
            Trim();
        }
    }

    /// <summary>Keeps account of what the last item has grown by, unless it is forgotten. Items before it must not grow.</summary>
    public void Grow(long bytesOfTheLast)
    {
        lock (_gate)
        {
            _bytes += _items.Count > 0 ? bytesOfTheLast : 0;
            Trim();
        }
    }

    private void Trim()
    {
        while (_items.Count > limit || (_bytes > byteLimit && _items.Count > 1))
        {
            T gone = _items.Dequeue();
            _bytes -= SizeOf(gone);
            forgot?.Invoke(gone);
        }
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _items.Clear();
            _bytes = 0;
        }
    }

    private long SizeOf(T item) => bytes?.Invoke(item) ?? 0;
}
