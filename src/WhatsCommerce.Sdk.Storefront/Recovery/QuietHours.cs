namespace WhatsCommerce.Storefronts;

/// <summary>The hours of a customer's day in which nobody is reminded.</summary>
internal static class QuietHours
{
    /// <summary>When the quiet hours end that a time lies in; null when it lies in none.</summary>
    public static DateTimeOffset? EndOf(DateTimeOffset time, string zone, TimeOnly from, TimeOnly until)
    {
        TimeZoneInfo known = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;
        DateTime local = TimeZoneInfo.ConvertTime(time, known).DateTime;
        TimeOnly clock = TimeOnly.FromDateTime(local);

        // Not the same for none: between two equal times there is nothing.
        if (from == until || !clock.IsBetween(from, until))
        {
            return null;
        }

        DateTime end = local.Date + until.ToTimeSpan();
        end = end <= local ? end.AddDays(1) : end;
        while (known.IsInvalidTime(end))
        {
            // The hour that the zone leaves out in spring.
            end = end.AddMinutes(15);
        }

        return new DateTimeOffset(end, known.GetUtcOffset(end)).ToUniversalTime();
    }
}
