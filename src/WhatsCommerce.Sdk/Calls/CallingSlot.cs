namespace WhatsCommerce.Calls;

/// <summary>A time slot of a day of the week in which customers can call.</summary>
/// <param name="Day">The day.</param>
/// <param name="Opens">From when; seconds are not sent.</param>
/// <param name="Closes">Until when, later than <paramref name="Opens"/>.</param>
public sealed record CallingSlot(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);
