namespace WhatsCommerce.Calls;

/// <summary>The hours of a single day, in place of those of its day of the week.</summary>
/// <param name="Date">The day.</param>
/// <param name="Opens">From when; seconds are not sent.</param>
/// <param name="Closes">Until when.</param>
public sealed record CallingHoliday(DateOnly Date, TimeOnly Opens, TimeOnly Closes);
