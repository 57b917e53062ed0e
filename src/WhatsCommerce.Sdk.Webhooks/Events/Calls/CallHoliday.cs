namespace WhatsCommerce.Webhooks;

/// <summary>The hours of a single day (<c>holiday_schedule[]</c>).</summary>
[WebhookPart]
public sealed record CallHoliday
{
    /// <summary><c>date</c>, as <c>YYYY-MM-DD</c>.</summary>
    [Wire("date")]
    public string? Date { get; init; }

    /// <summary><c>start_time</c>, as <c>HHMM</c>.</summary>
    [Wire("start_time")]
    public string? StartTime { get; init; }

    /// <summary><c>end_time</c>, as <c>HHMM</c>.</summary>
    [Wire("end_time")]
    public string? EndTime { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
