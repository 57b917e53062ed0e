namespace WhatsCommerce.Calls;

/// <summary>Represents the hours of a single date, instead of those of its day of the week.</summary>
/// <param name="Date">The day.</param>
/// <param name="Opens">The opening time; seconds are not sent.</param>
/// <param name="Closes">The closing time.</param>
public sealed record CallingHoliday(DateOnly Date, TimeOnly Opens, TimeOnly Closes);
