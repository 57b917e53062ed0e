namespace WhatsCommerce.Storefronts;

/// <summary>The hours of a customer's day in which no reminders are sent.</summary>
internal static class QuietHours
{
    /// <summary>Returns when the quiet hours that contain a time end; null when it is outside quiet hours.</summary>
    public static DateTimeOffset? EndOf(DateTimeOffset time, string zone, TimeOnly from, TimeOnly until)
    {
        TimeZoneInfo known = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;
        DateTime local = TimeZoneInfo.ConvertTime(time, known).DateTime;
        TimeOnly clock = TimeOnly.FromDateTime(local);

        // Two equal times mean that there are no quiet hours.
        if (from == until || !clock.IsBetween(from, until))
        {
            return null;
        }

        DateTime end = local.Date + until.ToTimeSpan();
        end = end <= local ? end.AddDays(1) : end;
        while (known.IsInvalidTime(end))
        {
            // Skips a local time that does not exist because daylight saving time begins.
            end = end.AddMinutes(15);
        }

        return new DateTimeOffset(end, known.GetUtcOffset(end)).ToUniversalTime();
    }
}
