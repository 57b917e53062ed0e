namespace WhatsCommerce.Storefronts;

/// <summary>Rows of one type with their versions. Callers must hold the lock of the store.</summary>
internal sealed class MemoryTable<TKey, TRow>(Func<TRow, TKey> key, Func<TRow, long> version, Func<TRow, long, TRow> next)
    where TKey : notnull
    where TRow : class
{
    private readonly Dictionary<TKey, TRow> _rows = [];

    public IEnumerable<TRow> Rows => _rows.Values;

    public TRow? Find(TKey id) => _rows.GetValueOrDefault(id);

    /// <summary>Whether a row may be written: it is new for version 0, otherwise its stored version matches.</summary>
    public bool Fits(TRow row, bool checksVersions = true)
    {
        TRow? stored = Find(key(row));
        return version(row) == 0 ? stored is null : stored is not null && (!checksVersions || version(stored) == version(row));
    }

    public TRow Write(TRow row)
    {
        TRow written = next(row, version(row) + 1);
        _rows[key(row)] = written;
        return written;
    }

    public void Remove(TRow row) => _rows.Remove(key(row));
}
