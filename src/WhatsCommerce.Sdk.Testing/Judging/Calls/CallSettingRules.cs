namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>The rules for the call settings of a number. Source: Meta, calling/call-settings.</summary>
internal static class CallSettingRules
{
    private static readonly string[] Days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    public static Refusal? Judge(Place calling) =>
        !calling.IsThere ? null
        : Word(calling["status"], "ENABLED", "DISABLED")
            // The last two values are those of the OpenAPI description.
            ?? Word(calling["call_icon_visibility"], "DEFAULT", "DISABLE_ALL", "HIDE_IN_CHAT", "VISIBLE", "HIDDEN")
            ?? Word(calling["callback_permission_status"], "ENABLED", "DISABLED")
            ?? calling["call_icons"]["restrict_to_user_countries"].Each(country =>
                country.Text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? null : Wrong(country, "must be a two-letter country code"))
            ?? calling["audio"]["additional_codecs"].Each(codec => Word(codec, "PCMA", "PCMU"))
            ?? Word(calling["sip"]["status"], "ENABLED", "DISABLED")
            ?? calling["sip"]["servers"].Each(server =>
                string.IsNullOrWhiteSpace(server["hostname"].Text) ? Refusals.Required(server["hostname"].Path) : null)
            ?? Hours(calling["call_hours"]);

    private static Refusal? Hours(Place hours)
    {
        if (!hours.IsThere)
        {
            return null;
        }

        Place weekly = hours["weekly_operating_hours"];
        Place holidays = hours["holiday_schedule"];
        return (hours["status"].IsThere ? Word(hours["status"], "ENABLED", "DISABLED") : Refusals.Required(hours["status"].Path))
            ?? (string.IsNullOrWhiteSpace(hours["timezone_id"].Text) ? Refusals.Required(hours["timezone_id"].Path) : null)
            ?? (weekly.Count == 0 ? Refusals.Required(weekly.Path) : null)
            ?? weekly.Each(slot =>
                (slot["day_of_week"].IsThere ? Word(slot["day_of_week"], Days) : Refusals.Required(slot["day_of_week"].Path))
                ?? Time(slot["open_time"])
                ?? Time(slot["close_time"]))
            ?? Week(weekly)
            ?? (holidays.Count > Limits.CallHolidays
                ? Wrong(holidays, string.Create(CultureInfo.InvariantCulture, $"has more than {Limits.CallHolidays} days"))
                : null)
            ?? holidays.Each(day =>
                (DateOnly.TryParseExact(day["date"].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                    ? null
                    : Wrong(day["date"], "must be a date such as 2026-01-01"))
                ?? Time(day["start_time"].IsThere ? day["start_time"] : day["open_time"])
                ?? Time(day["end_time"].IsThere ? day["end_time"] : day["close_time"]));
    }

    private static Refusal? Week(Place weekly)
    {
        foreach (IGrouping<string, Place> day in weekly.Items.GroupBy(
            slot => slot["day_of_week"].Text!.ToUpperInvariant(), StringComparer.Ordinal))
        {
            (string Open, string Close)[] slots =
            [
                .. day.Select(slot => (slot["open_time"].Text!, slot["close_time"].Text!))
                    .OrderBy(slot => slot.Item1, StringComparer.Ordinal),
            ];
            if (slots.Length > Limits.CallSlotsInADay)
            {
                return Wrong(weekly, $"has more than two time slots for {day.Key}");
            }

            if (Array.Exists(slots, slot => string.CompareOrdinal(slot.Close, slot.Open) <= 0))
            {
                return Wrong(weekly, $"has a time slot for {day.Key} that does not close after it opens");
            }

            if (slots.Length == 2 && string.CompareOrdinal(slots[1].Open, slots[0].Close) < 0)
            {
                return Wrong(weekly, $"has overlapping time slots for {day.Key}");
            }
        }

        return null;
    }

    // Times of four digits have the same order as strings.
    private static Refusal? Time(Place time) =>
        TimeOnly.TryParseExact(time.Text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : Wrong(time, "must be a four-digit time, such as 0930");

    private static Refusal? Word(Place place, params ReadOnlySpan<string> words)
    {
        if (!place.IsThere)
        {
            return null;
        }

        foreach (string word in words)
        {
            if (word.Equals(place.Text, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return Refusals.NotOneOf(place.Path, string.Join(", ", words!), place.Text ?? "");
    }

    private static Refusal Wrong(Place place, string what) => Refusals.InvalidParameter($"The parameter {place.Path} {what}.");
}
