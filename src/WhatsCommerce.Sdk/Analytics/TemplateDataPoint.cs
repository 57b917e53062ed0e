namespace WhatsCommerce.Analytics;

/// <summary>Represents the activity of a template, or of a group of templates, on one day.</summary>
/// <remarks>
/// Reads and clicks are counted for seven days after a message was sent. Source: Meta, analytics, template analytics and template group
/// analytics.
/// </remarks>
public sealed record TemplateDataPoint
{
    /// <summary><c>template_id</c>; absent for a group.</summary>
    public string? TemplateId { get; init; }

    /// <summary><c>template_group_id</c>; absent for a template.</summary>
    public string? TemplateGroupId { get; init; }

    /// <summary><c>start</c> of the day.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c> of the day.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>sent</c>: the number of sent messages.</summary>
    public long? Sent { get; init; }

    /// <summary><c>delivered</c>: the number of delivered messages.</summary>
    public long? Delivered { get; init; }

    /// <summary><c>read</c>: the number of read messages.</summary>
    public long? Read { get; init; }

    /// <summary><c>clicked</c>: by button and kind of count; empty where there are no clicks.</summary>
    public IReadOnlyList<TemplateClicks> Clicked { get; init; } = [];

    /// <summary><c>cost</c>: by kind; empty where a solution partner pays.</summary>
    [JsonPropertyName("cost")]
    public IReadOnlyList<TemplateCost> Costs { get; init; } = [];
}
