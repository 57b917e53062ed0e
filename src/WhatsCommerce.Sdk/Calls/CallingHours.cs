namespace WhatsCommerce.Calls;

/// <summary>Represents the hours in which customers can call. An update replaces all hours.</summary>
/// <remarks>Source: Meta, calling/call-settings, <c>call_hours</c>.</remarks>
public sealed record CallingHours
{
    /// <summary><c>status</c>: whether the hours apply; otherwise customers can call at any time.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>timezone_id</c>: the time zone of all hours, such as <c>America/Manaus</c>.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>
    /// <c>weekly_operating_hours</c>: at most <see cref="CallLimits.HoursPerDay"/> slots for one day, which do not overlap.
    /// </summary>
    public IReadOnlyList<CallingSlot> Weekly { get; init; } = [];

    /// <summary><c>holiday_schedule</c>: at most <see cref="CallLimits.Holidays"/> days.</summary>
    public IReadOnlyList<CallingHoliday> Holidays { get; init; } = [];

    internal void Check(Violations violations)
    {
        const string weekly = "calling.call_hours.weekly_operating_hours";
        violations.RequireText("calling.call_hours.timezone_id", TimeZoneId, "The time zone");
        if (Weekly.Count == 0)
        {
            violations.Add(weekly, ViolationRule.Required, "At least one slot is required.");
        }

        for (int i = 0; i < Weekly.Count; i++)
        {
            CallingSlot slot = Weekly[i];
            if (slot.Closes <= slot.Opens)
            {
                violations.Add(
                    new(weekly + "[{0}].close_time", i),
                    ViolationRule.Range,
                    "A slot closes later than it opens; split one that passes midnight.");
            }
            else if (Weekly.Take(i).Any(other => other.Day == slot.Day && slot.Opens < other.Closes && other.Opens < slot.Closes))
            {
                violations.Add(new(weekly + "[{0}]", i), ViolationRule.NotUnique, $"It overlaps another slot of {slot.Day}.");
            }

            int sameDay = Weekly.Take(i + 1).Count(other => other.Day == slot.Day);
            violations.LimitCount(new(weekly + "[{0}]", i), sameDay, CallLimits.HoursPerDay, $"slots of {slot.Day}");
        }

        violations.LimitCount("calling.call_hours.holiday_schedule", Holidays.Count, CallLimits.Holidays, "holidays");
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("call_hours"u8);
        writer.WriteString("status"u8, CallingSettingsUpdate.Word(IsEnabled));
        writer.WriteString("timezone_id"u8, TimeZoneId);
        writer.WriteStartArray("weekly_operating_hours"u8);
        foreach (CallingSlot slot in Weekly)
        {
            writer.WriteStartObject();
            writer.WriteString("day_of_week"u8, slot.Day.ToString().ToUpperInvariant());
            writer.WriteString("open_time"u8, CallingTime.Write(slot.Opens));
            writer.WriteString("close_time"u8, CallingTime.Write(slot.Closes));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("holiday_schedule"u8);
        foreach (CallingHoliday holiday in Holidays)
        {
            writer.WriteStartObject();
            writer.WriteString("date"u8, holiday.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("start_time"u8, CallingTime.Write(holiday.Opens));
            writer.WriteString("end_time"u8, CallingTime.Write(holiday.Closes));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
