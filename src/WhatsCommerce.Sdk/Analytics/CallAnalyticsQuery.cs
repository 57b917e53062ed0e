namespace WhatsCommerce.Analytics;

/// <summary>Queries the number of calls, their duration and their costs (<c>call_analytics</c>).</summary>
/// <remarks>Source: Meta, analytics, call analytics.</remarks>
public sealed record CallAnalyticsQuery : AnalyticsQuery
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="AnalyticsQuery.Start"/>.</param>
    /// <param name="end">See <see cref="AnalyticsQuery.End"/>.</param>
    /// <param name="granularity">See <see cref="AnalyticsQuery.Granularity"/>.</param>
    public CallAnalyticsQuery(DateTimeOffset start, DateTimeOffset end, AnalyticsGranularity granularity)
        : base(start, end, granularity) { }

    /// <summary><c>metric_types</c>: the metrics; all by default.</summary>
    public IReadOnlyList<CallMetric> Metrics { get; init => field = [.. value]; } = [];

    /// <summary><c>directions</c>: <c>USER_INITIATED</c> or <c>BUSINESS_INITIATED</c>; both by default.</summary>
    public IReadOnlyList<string> Directions { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>dimensions</c>: how the counts are broken down; not at all by default.</summary>
    public IReadOnlyList<CallDimension> Dimensions { get; init => field = [.. value]; } = [];

    private protected override string Field => "call_analytics";

    private protected override void AddMore(FieldText text)
    {
        text.AddList("metric_types", Metrics.Select(metric => metric.ToString()));
        text.AddList("directions", Directions);
        text.AddList("dimensions", Dimensions.Select(dimension => dimension.ToString()));
    }
}
