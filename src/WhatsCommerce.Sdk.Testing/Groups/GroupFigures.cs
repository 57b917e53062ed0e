namespace WhatsCommerce.Testing;

/// <summary>The daily statistics of a group, in UTC. Thread-safe.</summary>
internal sealed class GroupFigures
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, GroupDay> _days = [];

    public void Add(DateTimeOffset at, int sent = 0, int delivered = 0, int joined = 0, int left = 0)
    {
        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);
        lock (_gate)
        {
            GroupDay known = _days.GetValueOrDefault(day) ?? new(day, 0, 0, 0, 0);
            _days[day] = known with
            {
                Sent = known.Sent + sent,
                Delivered = known.Delivered + delivered,
                Joined = known.Joined + joined,
                Left = known.Left + left,
            };
        }
    }

    /// <summary>The days on which something happened, in order.</summary>
    public GroupDay[] Between(DateOnly from, DateOnly to)
    {
        lock (_gate)
        {
            return [.. _days.Values.Where(day => day.Day >= from && day.Day <= to)];
        }
    }
}

/// <summary>
/// The statistics of a group on one day. There are no read counts, because the emulator's participants do not read messages.
/// </summary>
internal sealed record GroupDay(DateOnly Day, int Sent, int Delivered, int Joined, int Left);
