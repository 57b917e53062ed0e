namespace WhatsCommerce.Storefronts;

/// <summary>The outbox of the in-memory store. Callers must hold the lock of the store.</summary>
internal sealed class MemoryOutbox(Guards guards)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private readonly MemoryTable<(string, string, string), OutboxRow> _rows =
        new(KeyOf, row => row.Version, (row, version) => row with { Version = version });

    // Rows that are not done, by sequence; done rows are looked up only by key.
    private readonly SortedDictionary<long, (string, string, string)> _waiting = [];
    private readonly Queue<OutboxRow> _done = [];
    private long _sequence;

    public bool Fits(IEnumerable<OutboxRow> rows) => rows.All(row => _rows.Fits(row with { Version = 0 }));

    public void Add(IEnumerable<OutboxRow> rows)
    {
        foreach (OutboxRow row in rows)
        {
            OutboxRow written = _rows.Write(row with { Sequence = ++_sequence, Version = 0 });
            _waiting.Add(written.Sequence, KeyOf(written));
        }
    }

    public IReadOnlyList<OutboxRow> Claim(string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit)
    {
        Purge(now);
        HashSet<(CustomerKey, string)> lanes = [];
        List<OutboxRow> claimed = [];
        foreach (OutboxRow row in _waiting.Values.Select(key => _rows.Find(key)!).Where(row => row.Event.ShopId == shopId).ToArray())
        {
            bool isFirst = row.State == OutboxState.Waiting && lanes.Add((row.Customer, row.Handler));
            if (claimed.Count == limit)
            {
                break;
            }

            if ((isFirst || !guards.Has(Guard.EventsKeepTheirOrder))
                && row.State == OutboxState.Waiting && row.DueAt <= now && (row.LeaseUntil is not DateTimeOffset until || until <= now))
            {
                claimed.Add(_rows.Write(row with { LeaseUntil = leaseUntil, Attempts = row.Attempts + 1 }));
            }
        }

        return claimed;
    }

    public bool Update(OutboxRow row)
    {
        if (!_rows.Fits(row, guards.Has(Guard.HandlerHoldsItsClaim)))
        {
            return false;
        }

        OutboxRow written = _rows.Write(row);
        if (written.State == OutboxState.Done && _waiting.Remove(written.Sequence))
        {
            _done.Enqueue(written);
        }

        return true;
    }

    public IReadOnlyList<OutboxRow> List(string shopId, OutboxState state, int limit) =>
    [
        .. _rows.Rows.Where(row => row.Event.ShopId == shopId && row.State == state).OrderBy(row => row.Sequence).Take(limit),
    ];

    public void Merge(string shopId, CustomersMerged merged)
    {
        foreach (OutboxRow row in _rows.Rows.Where(row => row.Event.ShopId == shopId && row.Customer == merged.Merged).ToArray())
        {
            _rows.Write(row with { Customer = merged.Survivor });
        }
    }

    public IReadOnlyList<OutboxRow> Of(string shopId, CustomerKey customer) =>
    [
        .. _rows.Rows.Where(row => row.Event.ShopId == shopId && (row.Customer == customer || row.Event.Customer == customer))
            .OrderBy(row => row.Sequence),
    ];

    public void Remove(IEnumerable<OutboxRow> rows)
    {
        foreach (OutboxRow row in rows)
        {
            _waiting.Remove(row.Sequence);
            _rows.Remove(row);
        }
    }

    private static (string, string, string) KeyOf(OutboxRow row) => (row.Event.ShopId, row.Event.Id, row.Handler);

    private void Purge(DateTimeOffset now)
    {
        while (_done.TryPeek(out OutboxRow? oldest) && oldest.Event.At + Retention < now)
        {
            _rows.Remove(_done.Dequeue());
        }
    }
}
