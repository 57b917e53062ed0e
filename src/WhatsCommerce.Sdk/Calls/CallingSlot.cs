namespace WhatsCommerce.Calls;

/// <summary>Represents a time slot of a day of the week in which customers can call.</summary>
/// <param name="Day">The day.</param>
/// <param name="Opens">The opening time; seconds are not sent.</param>
/// <param name="Closes">The closing time, later than <paramref name="Opens"/>.</param>
public sealed record CallingSlot(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);
