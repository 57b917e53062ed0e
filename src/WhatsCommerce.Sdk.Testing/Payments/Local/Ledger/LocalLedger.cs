namespace WhatsCommerce.Testing;

/// <summary>
/// The books of a local provider: every charge with its refunds and disputes. They are what is true, whatever the shop believes: an oracle
/// for tests. Safe for use from several threads.
/// </summary>
public sealed class LocalLedger
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, LocalCharge> _charges = new(StringComparer.Ordinal);
    private int _forgotten;

    internal LocalLedger() { }

    /// <summary>Every charge, the oldest first. A new list at each call.</summary>
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

    /// <summary>How many checkouts had to be forgotten, with their charges: 0 means that the books are complete.</summary>
    public int Forgotten => Volatile.Read(ref _forgotten);

    /// <summary>The charges of one reference of the shop.</summary>
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
