namespace WhatsCommerce.Storefronts;

/// <summary>Represents when a shop takes orders: weekly hours in one time zone, and days on which the shop is closed.</summary>
public sealed class OpeningHours
{
    // About a year, so that the search ends even if the shop is closed permanently.
    private const int DaysAhead = 370;

    private readonly List<(DayOfWeek Day, TimeOnly From, TimeOnly To)> _hours = [];
    private readonly HashSet<DateOnly> _closed = [];

    /// <summary>
    /// Gets or sets the IANA time zone of the hours, such as <c>Asia/Kolkata</c>; <see cref="StorefrontOptions.TimeZone"/> when it is
    /// <see langword="null"/>.
    /// </summary>
    public string? TimeZone { get; set; }

    /// <summary>Adds opening hours of a weekday. A day may have several.</summary>
    /// <param name="day">The day.</param>
    /// <param name="from">When it opens.</param>
    /// <param name="to">When it closes; a time that is not after <paramref name="from"/> is on the next day.</param>
    /// <returns>These hours.</returns>
    public OpeningHours Open(DayOfWeek day, TimeOnly from, TimeOnly to)
    {
        _hours.Add((day, from, to));
        return this;
    }

    /// <summary>Adds the same hours to every day of the week.</summary>
    /// <param name="from">When it opens.</param>
    /// <param name="to">When it closes; a time that is not after <paramref name="from"/> is on the next day.</param>
    /// <returns>These hours.</returns>
    public OpeningHours OpenDaily(TimeOnly from, TimeOnly to)
    {
        foreach (DayOfWeek day in Enum.GetValues<DayOfWeek>())
        {
            Open(day, from, to);
        }

        return this;
    }

    /// <summary>Closes the shop on a date: no opening hours begin on it.</summary>
    /// <param name="date">The day.</param>
    /// <returns>These hours.</returns>
    public OpeningHours ClosedOn(DateOnly date)
    {
        _closed.Add(date);
        return this;
    }

    /// <summary>Determines whether the shop is open.</summary>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone of the hours.</param>
    internal bool IsOpen(DateTimeOffset time, TimeZoneInfo zone)
    {
        DateOnly today = DayOf(time, zone);
        return Periods(today.AddDays(-1), zone).Concat(Periods(today, zone)).Any(period => period.From <= time && time < period.To);
    }

    /// <summary>Returns when the shop opens next; null when it does not within a year.</summary>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone of the hours.</param>
    internal DateTimeOffset? NextOpening(DateTimeOffset time, TimeZoneInfo zone)
    {
        DateOnly today = DayOf(time, zone);
        for (int day = 0; day < DaysAhead; day++)
        {
            DateTimeOffset[] starts =
                [.. Periods(today.AddDays(day), zone).Select(period => period.From).Where(from => from > time).Order()];
            if (starts.Length > 0)
            {
                return TimeZoneInfo.ConvertTime(starts[0], zone);
            }
        }

        return null;
    }

    internal static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Periods(DateOnly date, TimeZoneInfo zone) => _closed.Contains(date)
        ? []
        : _hours.Where(hours => hours.Day == date.DayOfWeek).Select(hours => (
            At(date, hours.From, zone), At(hours.To > hours.From ? date : date.AddDays(1), hours.To, zone)));

    // Daylight saving: a skipped local time becomes the moment after the gap, an ambiguous one the earlier of the two.
    private static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        DateTime local = date.ToDateTime(time);
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
