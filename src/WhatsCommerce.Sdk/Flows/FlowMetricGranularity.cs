namespace WhatsCommerce.Flows;

/// <summary>The period that one value of a metric covers: an open value.</summary>
/// <remarks>Source: Meta, flows/reference/metrics.</remarks>
[OpenWord]
public readonly partial record struct FlowMetricGranularity
{
    /// <summary>An hour.</summary>
    [Word("HOUR")]
    public static partial FlowMetricGranularity Hour { get; }

    /// <summary>A day.</summary>
    [Word("DAY")]
    public static partial FlowMetricGranularity Day { get; }

    /// <summary>As long as the flow is published.</summary>
    [Word("LIFETIME")]
    public static partial FlowMetricGranularity Lifetime { get; }
}
