namespace WhatsCommerce.Webhooks;

/// <summary>The hours of a day of the week (<c>weekly_operating_hours[]</c>).</summary>
[WebhookPart]
public sealed record CallHours
{
    /// <summary><c>day_of_week</c>, such as <c>MONDAY</c>.</summary>
    [Wire("day_of_week")]
    public string? DayOfWeek { get; init; }

    /// <summary><c>open_time</c>, as <c>HHMM</c>.</summary>
    [Wire("open_time")]
    public string? OpenTime { get; init; }

    /// <summary><c>close_time</c>, as <c>HHMM</c>.</summary>
    [Wire("close_time")]
    public string? CloseTime { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
