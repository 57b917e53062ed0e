namespace WhatsCommerce.Calls;

/// <summary>Represents the hours of a single date, instead of those of its day of the week.</summary>
public sealed record CallingHoliday
{
    /// <summary>Initializes a new instance of the <see cref="CallingHoliday"/> class.</summary>
    /// <param name="date">The day.</param>
    /// <param name="opens">The opening time; seconds are not sent.</param>
    /// <param name="closes">The closing time.</param>
    public CallingHoliday(DateOnly date, TimeOnly opens, TimeOnly closes)
    {
        Date = date;
        Opens = opens;
        Closes = closes;
    }

    /// <summary>Gets the day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Gets the opening time; seconds are not sent.</summary>
    public TimeOnly Opens { get; init; }

    /// <summary>Gets the closing time.</summary>
    public TimeOnly Closes { get; init; }
}
