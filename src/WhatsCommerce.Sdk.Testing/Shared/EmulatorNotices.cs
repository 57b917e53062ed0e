namespace WhatsCommerce.Testing;

/// <summary>What could not be kept, one notice for each kind. Thread-safe.</summary>
internal sealed class EmulatorNotices(TimeProvider time, EmulatorChanges changes)
{
    private readonly Lock _gate = new();
    private readonly List<EmulatorNotice> _notices = [];

    public IReadOnlyList<EmulatorNotice> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _notices];
            }
        }
    }

    /// <summary>Tells that it happened, or happened again.</summary>
    public void Tell(string kind, string problem)
    {
        long count;
        lock (_gate)
        {
            int index = _notices.FindIndex(notice => notice.Kind == kind);
            count = index < 0 ? 1 : _notices[index].Count + 1;
            EmulatorNotice now = index < 0
                ? new() { Kind = kind, Problem = problem, Count = count, At = time.GetUtcNow() }
                : _notices[index] with { Problem = problem, Count = count };
            if (index < 0)
            {
                _notices.Add(now);
            }
            else
            {
                _notices[index] = now;
            }
        }

        // Whoever follows need not hear of each of a million.
        if (IsPowerOfTen(count))
        {
            changes.Settings();
        }
    }

    private static bool IsPowerOfTen(long count)
    {
        while (count % 10 == 0)
        {
            count /= 10;
        }

        return count == 1;
    }
}
