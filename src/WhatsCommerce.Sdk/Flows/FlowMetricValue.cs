namespace WhatsCommerce.Flows;

/// <summary>One value of a metric.</summary>
/// <param name="Key"><c>key</c>.</param>
/// <param name="Value"><c>value</c>: a count, or a share between 0 and 1.</param>
public sealed record FlowMetricValue(string? Key, decimal? Value);
