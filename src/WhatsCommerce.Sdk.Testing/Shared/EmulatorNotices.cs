namespace WhatsCommerce.Testing;

/// <summary>The notices about discarded data, one per kind. Thread-safe.</summary>
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

    /// <summary>Records an occurrence.</summary>
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

        // Watchers are notified only at powers of ten, not of every occurrence.
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
