namespace WhatsCommerce.Analytics;

/// <summary>Queries the number of messages that were sent and delivered (<c>analytics</c>).</summary>
/// <remarks>Source: Meta, analytics, messaging analytics.</remarks>
public sealed record MessagingAnalyticsQuery : AnalyticsQuery
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="AnalyticsQuery.Start"/>.</param>
    /// <param name="end">See <see cref="AnalyticsQuery.End"/>.</param>
    /// <param name="granularity">See <see cref="AnalyticsQuery.Granularity"/>.</param>
    public MessagingAnalyticsQuery(DateTimeOffset start, DateTimeOffset end, AnalyticsGranularity granularity)
        : base(start, end, granularity) { }

    /// <summary><c>product_types</c>: the kinds of messages to count; all together by default.</summary>
    public IReadOnlyList<MessagingProductType> ProductTypes { get; init => field = [.. value]; } = [];

    private protected override string Field => "analytics";

    private protected override string WordOf(AnalyticsGranularity granularity) => granularity switch
    {
        AnalyticsGranularity.HalfHour => "HALF_HOUR",
        AnalyticsGranularity.Day => "DAY",
        _ => "MONTH",
    };

    private protected override void AddMore(FieldText text) =>
        text.AddNumbers("product_types", ProductTypes.Select(type => (int)type));
}
