namespace WhatsCommerce.Analytics;

/// <summary>Queries how often templates, or groups of templates, were sent, delivered, read and clicked, per day.</summary>
/// <remarks>
/// Days are the only granularity. Confirm template analytics first (<see cref="AnalyticsClient.ConfirmTemplateAnalyticsAsync"/>). Source:
/// Meta, analytics, template analytics and template group analytics.
/// </remarks>
public sealed record TemplateAnalyticsQuery
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="Start"/>.</param>
    /// <param name="end">See <see cref="End"/>.</param>
    /// <param name="ids">See <see cref="Ids"/>.</param>
    public TemplateAnalyticsQuery(DateOnly start, DateOnly end, params IReadOnlyList<string> ids)
    {
        Start = start;
        End = end;
        Ids = ids;
    }

    /// <summary><c>start</c>: the first day, at most 90 days ago.</summary>
    public DateOnly Start { get; init; }

    /// <summary><c>end</c>: the last day.</summary>
    public DateOnly End { get; init; }

    /// <summary><c>template_ids</c> or <c>template_group_ids</c>: from 1 to 10.</summary>
    public IReadOnlyList<string> Ids { get; init => field = [.. value]; }

    /// <summary><c>metric_types</c>: the metrics; all by default.</summary>
    public IReadOnlyList<TemplateMetric> Metrics { get; init => field = [.. value]; } = [];

    /// <summary><c>use_waba_timezone</c>: whether days are in the account's time zone; in UTC by default.</summary>
    public bool UseAccountTimeZone { get; init; }

    /// <summary>
    /// <c>product_type</c> of template analytics: <c>CLOUD_API</c> (Meta's default) or <c>MARKETING_MESSAGES_API_FOR_WHATSAPP</c>. Not
    /// supported for groups.
    /// </summary>
    public string? ProductType { get; init; }

    internal void Check(string idsPath, int most, TimeProvider clock)
    {
        Violations violations = new(clock);
        DateOnly today = DateOnly.FromDateTime(violations.Now.UtcDateTime);
        if (End < Start)
        {
            violations.Add("end", ViolationRule.Range, "The last day is before the first.");
        }

        // In the time zone of the account it may still be yesterday.
        if (Start < today.AddDays(-AnalyticsLimits.TemplateLookbackDays - (UseAccountTimeZone ? 1 : 0)))
        {
            violations.Add(
                "start",
                ViolationRule.Range,
                "The first day is more than 90 days ago; Meta keeps 90 days.",
                AnalyticsLimits.TemplateLookbackDays,
                today.DayNumber - Start.DayNumber);
        }

        violations.RequireCount(idsPath, Ids.Count, most, "ids");
        violations.ThrowIfAny("The analytics were not asked for");
        foreach (string id in Ids)
        {
            GraphPath.Check(id ?? "");
        }
    }

    internal string IdList => $"[{string.Join(',', Ids)}]";

    internal string? MetricList => Metrics.Count == 0 ? null : string.Join(',', Metrics);
}
