namespace WhatsCommerce.Analytics;

/// <summary>
/// Queries the number of messages sent, delivered and read in a group, and of participants who joined and left, per day
/// (<c>group_analytics</c>).
/// </summary>
/// <remarks>Days are the only granularity. Source: Meta, analytics, group analytics.</remarks>
public sealed record GroupAnalyticsQuery
{
    private static readonly GroupMetric[] AllMetrics =
        [GroupMetric.Sent, GroupMetric.Delivered, GroupMetric.Read, GroupMetric.ParticipantsJoined, GroupMetric.ParticipantsLeft];

    /// <summary>Initializes an instance.</summary>
    /// <param name="start">See <see cref="Start"/>.</param>
    /// <param name="end">See <see cref="End"/>.</param>
    /// <param name="group">See <see cref="Group"/>.</param>
    public GroupAnalyticsQuery(DateTimeOffset start, DateTimeOffset end, GroupId group)
    {
        Start = start;
        End = end;
        Group = group;
    }

    /// <summary><c>start</c>: at most 90 days ago.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary><c>end</c>: after the start.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>The group (<c>group_ids</c>); Meta accepts one at a time.</summary>
    public GroupId Group { get; init; }

    /// <summary><c>metric_types</c>, which Meta requires: the metrics; all by default.</summary>
    public IReadOnlyList<GroupMetric> Metrics { get; init => field = [.. value]; } = [];

    internal string MetricList => Quoted((Metrics.Count == 0 ? AllMetrics : Metrics).Select(metric => metric.ToString()));

    internal string GroupList => Quoted([Group.Value!]);

    internal void Check(TimeProvider clock)
    {
        Violations violations = new(clock);
        if (End <= Start)
        {
            violations.Add("end", ViolationRule.Range, "The end must lie after the start.");
        }

        if (Start < violations.Now.AddDays(-AnalyticsLimits.GroupLookbackDays))
        {
            violations.Add("start", ViolationRule.Range, "The start is more than 90 days ago; Meta keeps 90 days.");
        }

        violations.ThrowIfAny("The analytics were not asked for");
        GraphPath.Check(Group);
    }

    private static string Quoted(IEnumerable<string> words) => $"[{string.Join(',', words.Select(word => $"\"{word}\""))}]";
}
