namespace WhatsCommerce.Calls;

/// <summary>The hours of a single day, in place of those of its day of the week.</summary>
public sealed record CallingHoliday
{
    /// <summary>Initializes a new instance of the <see cref="CallingHoliday"/> class.</summary>
    /// <param name="date">The day.</param>
    /// <param name="opens">From when; seconds are not sent.</param>
    /// <param name="closes">Until when.</param>
    public CallingHoliday(DateOnly date, TimeOnly opens, TimeOnly closes)
    {
        Date = date;
        Opens = opens;
        Closes = closes;
    }

    /// <summary>Gets the day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Gets from when; seconds are not sent.</summary>
    public TimeOnly Opens { get; init; }

    /// <summary>Gets until when.</summary>
    public TimeOnly Closes { get; init; }
}
