namespace WhatsCommerce.Testing.Judging.Analytics;

/// <summary>The rules for analytics. Source: Meta, analytics.</summary>
internal static class AnalyticsRules
{
    private const int Ids = 10;
    private const int TemplateDays = 90;

    private static readonly string[] GroupMetrics = ["SENT", "DELIVERED", "READ", "PARTICIPANTS_JOINED", "PARTICIPANTS_LEFT"];
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    /// <summary>Validates the period and the granularity of an analytics field.</summary>
    public static Refusal? Judge(
        string name, string? start, string? end, string? granularity, DateTimeOffset now, out DateTimeOffset from, out DateTimeOffset to)
    {
        string[] words = name == "analytics" ? ["HALF_HOUR", "DAY", "MONTH"] : ["HALF_HOUR", "DAILY", "MONTHLY"];
        to = default;
        return !TryTime(start, out from) ? Wrong(name, "start")
            : !TryTime(end, out to) ? Wrong(name, "end")
            : to <= from ? Refusals.InvalidParameter($"{name}: the end must be after the start.")
            : from < now - Year - TimeSpan.FromDays(1) ? Refusals.InvalidParameter($"{name}: the start is more than a year ago.")
            : string.IsNullOrEmpty(granularity) ? Refusals.Required("granularity")
            : !words.Contains(granularity, StringComparer.OrdinalIgnoreCase)
                ? Refusals.NotOneOf("granularity", string.Join(", ", words), granularity)
            : null;
    }

    /// <summary>Validates the days and the ids of template analytics.</summary>
    public static Refusal? JudgeTemplates(
        string? start, string? end, string? granularity, string idsName, string[] ids, DateTimeOffset now, out DateOnly from,
        out DateOnly to)
    {
        to = default;
        return !TryDay(start, out from) ? Wrong("template_analytics", "start")
            : !TryDay(end, out to) ? Wrong("template_analytics", "end")
            : to < from ? Refusals.InvalidParameter("The end must not be before the start.")
            : from < DateOnly.FromDateTime(now.UtcDateTime).AddDays(-TemplateDays - 1)
                ? Refusals.InvalidParameter($"The start is more than {TemplateDays} days ago.")
            : granularity is null || !granularity.Equals("DAILY", StringComparison.OrdinalIgnoreCase)
                ? Refusals.NotOneOf("granularity", "DAILY", granularity ?? "")
            : ids.Length == 0 ? Refusals.Required(idsName)
            : ids.Length > Ids ? Refusals.InvalidParameter($"{idsName} may contain at most {Ids} ids.")
            : null;
    }

    /// <summary>Validates the period, the group and the metrics of group analytics.</summary>
    public static Refusal? JudgeGroups(
        string? start,
        string? end,
        string? granularity,
        string[] groups,
        string[] metrics,
        DateTimeOffset now,
        out DateOnly from,
        out DateOnly to)
    {
        bool isStart = TryTime(start, out DateTimeOffset first);
        bool isEnd = TryTime(end, out DateTimeOffset last);
        (from, to) = (DateOnly.FromDateTime(first.UtcDateTime), DateOnly.FromDateTime(last.UtcDateTime));
        return !isStart ? Wrong("group_analytics", "start")
            : !isEnd ? Wrong("group_analytics", "end")
            : last <= first ? Refusals.InvalidParameter("The end must be after the start.")
            : first < now.AddDays(-TemplateDays - 1) ? Refusals.InvalidParameter($"The start is more than {TemplateDays} days ago.")
            : granularity is not null && !granularity.Equals("DAILY", StringComparison.OrdinalIgnoreCase)
                ? Refusals.NotOneOf("granularity", "DAILY", granularity)
            : groups.Length == 0 ? Refusals.Required("group_ids")
            : groups.Length > 1 ? Refusals.InvalidParameter("group_ids may contain only one id.")
            : metrics.Length == 0 ? Refusals.Required("metric_types")
            : metrics.FirstOrDefault(metric => !GroupMetrics.Contains(metric, StringComparer.OrdinalIgnoreCase)) is { } unknown
                ? Refusals.NotOneOf("metric_types", string.Join(", ", GroupMetrics), unknown)
            : null;
    }

    private static bool TryDay(string? text, out DateOnly day)
    {
        if (TryTime(text, out DateTimeOffset time))
        {
            day = DateOnly.FromDateTime(time.UtcDateTime);
            return true;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static bool TryTime(string? text, out DateTimeOffset time)
    {
        bool isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 100_000_000_000;
        time = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }

    private static Refusal Wrong(string name, string parameter) =>
        new(400, 100, $"(#100) Param {parameter} of {name} must be a UNIX timestamp");
}
