namespace WhatsCommerce.Testing;

/// <summary>
/// The ledger of a local provider: all charges with their refunds and disputes. It is the source of truth (test oracle) that tests compare
/// the shop with. Thread-safe.
/// </summary>
public sealed class LocalLedger
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, LocalCharge> _charges = new(StringComparer.Ordinal);
    private int _forgotten;

    internal LocalLedger() { }

    /// <summary>All charges, oldest first. Each call returns a new list.</summary>
    public IReadOnlyList<LocalCharge> Charges
    {
        get
        {
            lock (_gate)
            {
                return [.. _charges.Values];
            }
        }
    }

    /// <summary>The number of checkouts that were discarded together with their charges; 0 means that the ledger is complete.</summary>
    public int Forgotten => Volatile.Read(ref _forgotten);

    /// <summary>Returns the charges with one reference of the shop.</summary>
    /// <param name="reference">See <see cref="LocalCheckout.Reference"/>.</param>
    public IReadOnlyList<LocalCharge> Of(string reference) => [.. Charges.Where(charge => charge.Reference == reference)];

    internal LocalCharge? Find(string id)
    {
        lock (_gate)
        {
            return _charges.GetValueOrDefault(id);
        }
    }

    internal void Add(LocalCharge charge)
    {
        lock (_gate)
        {
            _charges.Add(charge.Id, charge);
        }
    }

    internal void Forget(LocalCharge? charge)
    {
        Interlocked.Increment(ref _forgotten);
        lock (_gate)
        {
            _ = charge is not null && _charges.Remove(charge.Id);
        }
    }
}
