namespace WhatsCommerce.Calls;

/// <summary>Represents a time slot of a day of the week in which customers can call.</summary>
public sealed record CallingSlot
{
    /// <summary>Initializes a new instance of the <see cref="CallingSlot"/> class.</summary>
    /// <param name="day">The day.</param>
    /// <param name="opens">The opening time; seconds are not sent.</param>
    /// <param name="closes">The closing time, later than <paramref name="opens"/>.</param>
    public CallingSlot(DayOfWeek day, TimeOnly opens, TimeOnly closes)
    {
        Day = day;
        Opens = opens;
        Closes = closes;
    }

    /// <summary>Gets the day.</summary>
    public DayOfWeek Day { get; init; }

    /// <summary>Gets the opening time; seconds are not sent.</summary>
    public TimeOnly Opens { get; init; }

    /// <summary>Gets the closing time, later than <see cref="Opens"/>.</summary>
    public TimeOnly Closes { get; init; }
}
