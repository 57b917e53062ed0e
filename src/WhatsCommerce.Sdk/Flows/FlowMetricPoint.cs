namespace WhatsCommerce.Flows;

/// <summary>Represents the values of a metric in one period.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get endpoint metrics.</remarks>
public sealed record FlowMetricPoint
{
    /// <summary><c>timestamp</c>: the beginning of the period.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>
    /// <c>data</c>: the values by their keys. <c>value</c> is the key of a metric with one value; errors have their kinds, availability has
    /// <c>succeeded</c> and <c>failed</c>, latencies have seconds, the slowest ones
    /// <c>10+</c>.
    /// </summary>
    public IReadOnlyList<FlowMetricValue> Data { get; init; } = [];
}
