namespace WhatsCommerce.Testing;

/// <summary>The figures of a group for each UTC day. Thread-safe.</summary>
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

/// <summary>The figures of a group for one day. The participants of the emulator never read messages.</summary>
internal sealed record GroupDay(DateOnly Day, int Sent, int Delivered, int Joined, int Left);
