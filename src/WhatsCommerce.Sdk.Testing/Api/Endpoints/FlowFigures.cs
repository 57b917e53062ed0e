using WhatsCommerce.Testing.Judging.Flows;

namespace WhatsCommerce.Testing;

/// <summary>
/// The metrics of a flow's endpoint, from the counts that the test has set. Days are in UTC; in Meta's examples they begin at 08:00.
/// Source: Meta, flows/reference/metrics_api.
/// </summary>
internal sealed class FlowFigures(EmulatedFlowMetrics metrics, TimeProvider time)
{
    /// <summary>Validates the metric that a request for a flow contains, and returns a function that writes it.</summary>
    public Action<Utf8JsonWriter>? Read(ApiCall call, FlowEntry flow)
    {
        (string field, Dictionary<string, string> asked) = AnalyticsFields.Read(call.Text("fields")).LastOrDefault(
            static field => field.Name == "metric");
        if (field is null)
        {
            return null;
        }

        string? name = asked.GetValueOrDefault("name");
        string? granularity = asked.GetValueOrDefault("granularity");
        IReadOnlyList<(DateTimeOffset Start, FlowHour Hour)> hours = metrics.Of(flow);
        ApiCall.Check(
            FlowMetricRules.Judge(
                name,
                granularity,
                asked.GetValueOrDefault("since"),
                asked.GetValueOrDefault("until"),
                DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
                out DateOnly from,
                out DateOnly to)
            ?? FlowMetricRules.Data(hours.Sum(static hour => hour.Hour.Requests), metrics.MinimumRequests));
        string step = granularity!.ToUpperInvariant();
        (DateTimeOffset Start, FlowHour Sum)[] points =
        [
            .. hours.Where(hour => DayOf(hour.Start) >= from && DayOf(hour.Start) <= to)
                .GroupBy(hour => step switch
                {
                    "HOUR" => hour.Start,
                    "DAY" => AnalyticsEndpoints.StartOf(hour.Start, step),
                    _ => hours[0].Start,
                })
                .Select(static point => (point.Key, FlowHour.Sum(point.Select(static hour => hour.Hour)))),
        ];
        return json => Write(json, name!, step, points);
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static void Write(Utf8JsonWriter json, string name, string granularity, (DateTimeOffset Start, FlowHour Sum)[] points)
    {
        json.WriteStartObject("metric");
        json.WriteString("granularity", granularity);
        json.WriteString("name", name);
        json.WriteStartArray("data_points");
        foreach ((DateTimeOffset start, FlowHour sum) in points)
        {
            json.WriteStartObject();
            json.WriteString("timestamp", start.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture));
            json.WriteStartArray("data");
            foreach ((string key, decimal value) in ValuesOf(name, sum))
            {
                json.WriteStartObject();
                json.WriteString("key", key);
                json.WriteNumber("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Key, decimal Value)> ValuesOf(string name, FlowHour sum) => name switch
    {
        "ENDPOINT_REQUEST_COUNT" => [("value", sum.Requests)],
        "ENDPOINT_REQUEST_ERROR" => sum.Errors.OrderBy(error => error.Key).Select(error => (NameOf(error.Key), (decimal)error.Value)),
        "ENDPOINT_REQUEST_ERROR_RATE" =>
            [("value", sum.Requests == 0 ? 0 : Math.Round((decimal)sum.Errors.Values.Sum() / sum.Requests, 14))],
        "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL" => sum.Latencies
            .Select((count, i) => (i == FlowHour.Slowest - 1 ? "10+" : (i + 1).ToString(CultureInfo.InvariantCulture), (decimal)count))
            .Where(static latency => latency.Item2 > 0),
        _ => [("succeeded", sum.Succeeded), ("failed", sum.Failed)],
    };

    private static string NameOf(EmulatedFlowError error) => error switch
    {
        EmulatedFlowError.Timeout => "timeout_error",
        EmulatedFlowError.UnexpectedStatus => "unexpected_http_status_code",
        EmulatedFlowError.CannotBeServed => "cannot_be_served",
        _ => "no_http_response_error",
    };
}
