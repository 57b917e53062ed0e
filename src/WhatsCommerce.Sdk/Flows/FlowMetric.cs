namespace WhatsCommerce.Flows;

/// <summary>Represents a metric of a flow's endpoint; unlisted values are kept.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get endpoint metrics.</remarks>
[OpenWord]
public readonly partial record struct FlowMetric
{
    /// <summary>The number of requests.</summary>
    [Word("ENDPOINT_REQUEST_COUNT")]
    public static partial FlowMetric RequestCount { get; }

    /// <summary>The number of errors, by kind.</summary>
    [Word("ENDPOINT_REQUEST_ERROR")]
    public static partial FlowMetric RequestErrors { get; }

    /// <summary>The share of requests that failed.</summary>
    [Word("ENDPOINT_REQUEST_ERROR_RATE")]
    public static partial FlowMetric RequestErrorRate { get; }

    /// <summary>The number of requests by their duration in seconds, rounded up.</summary>
    [Word("ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL")]
    public static partial FlowMetric RequestLatency { get; }

    /// <summary>The number of successful and failed health checks.</summary>
    [Word("ENDPOINT_AVAILABILITY")]
    public static partial FlowMetric Availability { get; }
}
