namespace WhatsCommerce.Flows;

/// <summary>The period that one value of a metric covers; unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/reference/metrics_api.</remarks>
[OpenWord]
public readonly partial record struct FlowMetricGranularity
{
    /// <summary>An hour; at most 30 days back.</summary>
    [Word("HOUR")]
    public static partial FlowMetricGranularity Hour { get; }

    /// <summary>A day; at most 90 days back.</summary>
    [Word("DAY")]
    public static partial FlowMetricGranularity Day { get; }

    /// <summary>The whole requested period.</summary>
    [Word("LIFETIME")]
    public static partial FlowMetricGranularity Lifetime { get; }
}
