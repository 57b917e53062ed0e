namespace WhatsCommerce.Analytics;

/// <summary>
/// Queries the costs of delivered messages, by category, type, country, number and volume tier (<c>pricing_analytics</c>).
/// </summary>
/// <remarks>Source: Meta, analytics, pricing analytics.</remarks>
public sealed record PricingAnalyticsQuery : AnalyticsQuery
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="AnalyticsQuery.Start"/>.</param>
    /// <param name="end">See <see cref="AnalyticsQuery.End"/>.</param>
    /// <param name="granularity">See <see cref="AnalyticsQuery.Granularity"/>.</param>
    public PricingAnalyticsQuery(DateTimeOffset start, DateTimeOffset end, AnalyticsGranularity granularity)
        : base(start, end, granularity) { }

    /// <summary><c>metric_types</c>: the metrics; all by default.</summary>
    public IReadOnlyList<PricingMetric> Metrics { get; init => field = [.. value]; } = [];

    /// <summary><c>pricing_categories</c>, such as <c>UTILITY</c>; all by default.</summary>
    public IReadOnlyList<string> Categories { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>pricing_types</c>, such as <c>REGULAR</c> or <c>FREE_CUSTOMER_SERVICE</c>; all by default.</summary>
    public IReadOnlyList<string> Types { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>dimensions</c>: how the counts are broken down; not at all by default.</summary>
    public IReadOnlyList<PricingDimension> Dimensions { get; init => field = [.. value]; } = [];

    private protected override string Field => "pricing_analytics";

    private protected override void AddMore(FieldText text)
    {
        text.AddList("metric_types", Metrics.Select(metric => metric.ToString()));
        text.AddList("pricing_types", Types);
        text.AddList("pricing_categories", Categories);
        text.AddList("dimensions", Dimensions.Select(dimension => dimension.ToString()));
    }
}
