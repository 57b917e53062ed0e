namespace WhatsCommerce.Testing;

/// <summary>Writes the analytics of calls: those that were answered and have ended. Source: Meta, analytics, call analytics.</summary>
internal static class CallFigures
{
    public static void Write(
        Utf8JsonWriter json, IEnumerable<EmulatedCall> calls, Dictionary<string, string> parameters, string granularity)
    {
        string[] dimensions = AnalyticsFields.List(parameters.GetValueOrDefault("dimensions"));
        json.WriteStartObject("call_analytics");
        json.WriteString("granularity", granularity.ToUpperInvariant());
        json.WriteStartArray("data_points");
        foreach (var point in calls
            .Where(call => call.Duration is not null
                && AnalyticsEndpoints.Holds(parameters, "phone_numbers", call.Number.PhoneNumber.Digits!)
                && AnalyticsEndpoints.Holds(parameters, "country_codes", CountryOf(call))
                && AnalyticsEndpoints.Holds(parameters, "directions", DirectionOf(call)))
            .GroupBy(call => (
                Start: AnalyticsEndpoints.StartOf(call.RangAt, granularity),
                Phone: SplitsBy("phone") ? call.Number.PhoneNumber.Digits : null,
                Country: SplitsBy("country") ? CountryOf(call) : null,
                Direction: SplitsBy("direction") ? DirectionOf(call) : null))
            .OrderBy(point => point.Key.Start))
        {
            json.WriteStartObject();
            AnalyticsEndpoints.WriteTime(json, point.Key.Start, AnalyticsEndpoints.EndOf(point.Key.Start, granularity));
            json.WriteUnlessNull("phone_number", point.Key.Phone);
            json.WriteUnlessNull("country", point.Key.Country);
            json.WriteUnlessNull("direction", point.Key.Direction);
            json.WriteNumber("cost", 0);
            json.WriteNumber("count", point.Count());
            json.WriteNumber("average_duration", (long)point.Average(call => call.Duration!.Value.TotalSeconds));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        bool SplitsBy(string dimension) => dimensions.Contains(dimension, StringComparer.OrdinalIgnoreCase);
    }

    private static string DirectionOf(EmulatedCall call) => call.IsFromCustomer ? "USER_INITIATED" : "BUSINESS_INITIATED";

    private static string CountryOf(EmulatedCall call) => call.Customer.UserId.Value!.Split('.')[0];
}
