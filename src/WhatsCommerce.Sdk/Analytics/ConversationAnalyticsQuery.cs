namespace WhatsCommerce.Analytics;

/// <summary>Queries the number of conversations, and their approximate costs (<c>conversation_analytics</c>).</summary>
/// <remarks>
/// Meta charges by message since July 2025; use conversations for the time before, and <see cref="PricingAnalyticsQuery"/> for the time
/// since. Source: Meta, analytics, conversation analytics.
/// </remarks>
public sealed record ConversationAnalyticsQuery : AnalyticsQuery
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="AnalyticsQuery.Start"/>.</param>
    /// <param name="end">See <see cref="AnalyticsQuery.End"/>.</param>
    /// <param name="granularity">See <see cref="AnalyticsQuery.Granularity"/>.</param>
    public ConversationAnalyticsQuery(DateTimeOffset start, DateTimeOffset end, AnalyticsGranularity granularity)
        : base(start, end, granularity) { }

    /// <summary><c>metric_types</c>: the metrics; all by default.</summary>
    public IReadOnlyList<ConversationMetric> Metrics { get; init => field = [.. value]; } = [];

    /// <summary><c>conversation_categories</c>, such as <c>MARKETING</c>; all by default.</summary>
    public IReadOnlyList<string> Categories { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>conversation_types</c>, such as <c>REGULAR</c>; all by default.</summary>
    public IReadOnlyList<string> Types { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>conversation_directions</c>, such as <c>BUSINESS_INITIATED</c>; all by default.</summary>
    public IReadOnlyList<string> Directions { get; init => field = Words.Checked(value); } = [];

    /// <summary><c>dimensions</c>: how the counts are broken down; not at all by default.</summary>
    public IReadOnlyList<ConversationDimension> Dimensions { get; init => field = [.. value]; } = [];

    private protected override string Field => "conversation_analytics";

    private protected override void AddMore(FieldText text)
    {
        text.AddList("metric_types", Metrics.Select(metric => metric.ToString()));
        text.AddList("conversation_categories", Categories);
        text.AddList("conversation_types", Types);
        text.AddList("conversation_directions", Directions);
        text.AddList("dimensions", Dimensions.Select(dimension => dimension.ToString()));
    }
}
