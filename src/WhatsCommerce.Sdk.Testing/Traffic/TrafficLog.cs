namespace WhatsCommerce.Testing;

/// <summary>Numbers requests and webhooks in the order in which they came, and marks when one of them changes.</summary>
internal sealed class TrafficLog(EmulatorChanges changes)
{
    private readonly Lock _gate = new();
    private long _number;
    private long _revision;

    /// <summary>The number of the next request or webhook.</summary>
    public long Next() => Interlocked.Increment(ref _number);

    /// <summary>Assigns a revision larger than all others to a changed entry, which readers must be able to find already.</summary>
    public void Stamp(ITraffic item)
    {
        lock (_gate)
        {
            item.Revision = ++_revision;
        }

        changes.Traffic();
    }

    /// <summary>
    /// The items that changed after a revision, and the revision that includes them: later changes have higher revisions.
    /// </summary>
    public (T[] Items, long Revision) Since<T>(long revision, Func<IEnumerable<T>> items)
        where T : ITraffic
    {
        lock (_gate)
        {
            return ([.. items().Where(item => item.Revision > revision)], _revision);
        }
    }
}

/// <summary>A request or a webhook.</summary>
internal interface ITraffic
{
    /// <summary>Its place among all of them.</summary>
    long Number { get; }

    /// <summary>When it changed last, as a number that grows with each change.</summary>
    long Revision { get; set; }
}
