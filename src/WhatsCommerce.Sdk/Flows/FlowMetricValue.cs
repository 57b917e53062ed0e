namespace WhatsCommerce.Flows;

/// <summary>One value of a metric.</summary>
public sealed record FlowMetricValue
{
    /// <summary>Gets <c>key</c>.</summary>
    public string? Key { get; init; }

    /// <summary>Gets <c>value</c>: a count, or a share between 0 and 1.</summary>
    public decimal? Value { get; init; }
}
