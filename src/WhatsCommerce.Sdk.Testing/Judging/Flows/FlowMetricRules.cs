namespace WhatsCommerce.Testing.Judging.Flows;

/// <summary>
/// The rules for requests for the metrics of a flow's endpoint. Source: Meta, flows/reference/metrics_api. Meta documents neither the error
/// codes, nor whether a day that is too early is rejected or replaced by the earliest one.
/// </summary>
internal static class FlowMetricRules
{
    private const int Days = 90;
    private const int DaysByHour = 30;

    private static readonly string[] Names =
    [
        "ENDPOINT_REQUEST_COUNT", "ENDPOINT_REQUEST_ERROR", "ENDPOINT_REQUEST_ERROR_RATE", "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL",
        "ENDPOINT_AVAILABILITY",
    ];

    private static readonly string[] Granularities = ["DAY", "HOUR", "LIFETIME"];

    /// <summary>Validates a request for a metric.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="granularity">The length of the steps.</param>
    /// <param name="since">The first day; <see langword="null"/> for the earliest one that is allowed.</param>
    /// <param name="until">The last day; <see langword="null"/> for today.</param>
    /// <param name="today">The current day, in UTC.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static Refusal? Judge(
        string? name, string? granularity, string? since, string? until, DateOnly today, out DateOnly from, out DateOnly to)
    {
        // For the whole lifetime of a flow there is no earliest day.
        string step = granularity?.ToUpperInvariant() ?? "";
        DateOnly oldest = step switch
        {
            "HOUR" => today.AddDays(-DaysByHour),
            "DAY" => today.AddDays(-Days),
            _ => DateOnly.MinValue,
        };
        bool isSince = TryDay(since, oldest, out from);
        bool isUntil = TryDay(until, today, out to);
        return string.IsNullOrEmpty(name) ? Refusals.Required("name")
            : !Names.Contains(name) ? Refusals.NotOneOf("name", string.Join(", ", Names), name)
            : step.Length == 0 ? Refusals.Required("granularity")
            : !Granularities.Contains(step) ? Refusals.NotOneOf("granularity", string.Join(", ", Granularities), granularity!)
            : !isSince || !isUntil ? Refusals.InvalidParameter("since and until must be dates, such as 2024-01-28.")
            : to < from ? Refusals.InvalidParameter("until must not be before since.")
            : from < oldest ? Refusals.InvalidParameter(
                string.Create(CultureInfo.InvariantCulture, $"since must not be before {oldest:yyyy-MM-dd} with this granularity."))
            : null;
    }

    /// <summary>Checks that the flow has enough requests: Meta returns no metrics for fewer.</summary>
    public static Refusal? Data(long requests, int minimum) => requests >= minimum
        ? null
        : Refusals.InvalidParameter(string.Create(
            CultureInfo.InvariantCulture,
            $"Not enough data: the flow had {requests} of the {minimum} requests that metrics require."));

    private static bool TryDay(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
