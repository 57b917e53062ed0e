using WhatsCommerce.Testing.Judging.Analytics;

namespace WhatsCommerce.Testing;

/// <summary>
/// Analytics of the messages since the emulator was started. Days and months are in UTC, and all costs are zero. Source: Meta, analytics.
/// </summary>
internal sealed class AnalyticsEndpoints(SentLog log, CallBook calls, TimeProvider time)
{
    private static readonly string[] Fields = ["analytics", "conversation_analytics", "pricing_analytics", "call_analytics"];

    /// <summary>Validates the analytics fields that a request for an account contains, and returns a function that writes them.</summary>
    public List<Action<Utf8JsonWriter>> Read(ApiCall call, EmulatedAccount account)
    {
        List<Action<Utf8JsonWriter>> writers = [];
        foreach ((string name, Dictionary<string, string> parameters) in AnalyticsFields.Read(call.Text("fields")))
        {
            if (!Fields.Contains(name))
            {
                continue;
            }

            string? granularity = parameters.GetValueOrDefault("granularity");
            ApiCall.Check(AnalyticsRules.Judge(
                name,
                parameters.GetValueOrDefault("start"),
                parameters.GetValueOrDefault("end"),
                granularity,
                time.GetUtcNow(),
                out DateTimeOffset from,
                out DateTimeOffset to));
            if (name == "call_analytics")
            {
                EmulatedCall[] made =
                    [.. calls.All.Where(made => made.Number.Account == account && made.RangAt >= from && made.RangAt < to)];
                writers.Add(json => CallFigures.Write(json, made, parameters, granularity!));
                continue;
            }

            SentEntry[] entries =
            [
                .. Of(account).Where(entry => entry.At >= from && entry.At < to
                    && Holds(parameters, "phone_numbers", entry.Message.Number.PhoneNumber.Digits!)
                    && Holds(parameters, "country_codes", entry.Country)
                    && Holds(parameters, "pricing_categories", entry.Category)
                    && Holds(parameters, "conversation_categories", entry.Category)),
            ];
            writers.Add(json => Write(json, name, entries, parameters, granularity!));
        }

        return writers;
    }

    public ApiResponse Templates(ApiCall call, EmulatedAccount account) =>
        Daily(call, account, "template_ids", "template_id", static id => [id]);

    public ApiResponse Groups(ApiCall call, EmulatedAccount account) => Daily(
        call,
        account,
        "template_group_ids",
        "template_group_id",
        id => account.TemplateGroups.Find(group => group.Id == id)?.Templates ?? []);

    private SentEntry[] Of(EmulatedAccount account) => [.. log.All.Where(entry => entry.Message.Number.Account == account)];

    private ApiResponse Daily(
        ApiCall call, EmulatedAccount account, string idsName, string idName, Func<string, IReadOnlyList<string>> templatesOf)
    {
        string[] ids = AnalyticsFields.List(call.Text(idsName));
        ApiCall.Check(
            !account.IsEnabledForInsights
                ? new(400, 200002, "(#200002) Template insights are not enabled for this WhatsApp Business account")
                : AnalyticsRules.JudgeTemplates(
                    call.Text("start"), call.Text("end"), call.Text("granularity"), idsName, ids, time.GetUtcNow(), out _, out _));
        AnalyticsRules.JudgeTemplates(
            call.Text("start"), call.Text("end"), call.Text("granularity"), idsName, ids, time.GetUtcNow(), out DateOnly from,
                out DateOnly to);
        SentEntry[] entries = Of(account);
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            json.WriteString("granularity", "DAILY");
            json.WriteString("product_type", "cloud_api");
            json.WriteStartArray("data_points");
            foreach (string id in ids)
            {
                IReadOnlyList<string> templates = templatesOf(id);
                foreach (IGrouping<DateOnly, SentEntry> day in entries
                    .Where(entry => entry.TemplateId is { } template && templates.Contains(template))
                    .GroupBy(entry => DateOnly.FromDateTime(entry.At.UtcDateTime))
                    .Where(day => day.Key >= from && day.Key <= to)
                    .OrderBy(day => day.Key))
                {
                    DateTimeOffset begin = new(day.Key, TimeOnly.MinValue, TimeSpan.Zero);
                    json.WriteStartObject();
                    json.WriteString(idName, id);
                    WriteTime(json, begin, begin.AddDays(1));
                    json.WriteNumber("sent", day.Count());
                    json.WriteNumber("delivered", day.Count(entry => entry.IsDelivered));
                    json.WriteNumber("read", day.Count(entry => entry.IsRead));
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    private static void Write(
        Utf8JsonWriter json, string name, SentEntry[] entries, Dictionary<string, string> parameters, string granularity)
    {
        string[] dimensions = [.. AnalyticsFields.List(parameters.GetValueOrDefault("dimensions")).Select(word => word.ToUpperInvariant())];
        json.WriteStartObject(name);
        if (name == "analytics")
        {
            json.WriteString("granularity", granularity.ToUpperInvariant());
            WritePoints(json, entries, [], granularity, static (json, point) =>
            {
                json.WriteNumber("sent", point.Length);
                json.WriteNumber("delivered", point.Count(entry => entry.IsDelivered));
            });
        }
        else
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            WritePoints(json, entries, dimensions, granularity, (json, point) =>
            {
                if (name == "pricing_analytics")
                {
                    json.WriteNumber("volume", point.Count(entry => entry.IsDelivered));
                }
                else
                {
                    json.WriteNumber("conversation", point.Select(entry => entry.Customer).Distinct().Count());
                }

                json.WriteNumber("cost", 0);
            });
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePoints(
        Utf8JsonWriter json,
        SentEntry[] entries,
        string[] dimensions,
        string granularity,
        Action<Utf8JsonWriter, SentEntry[]> write)
    {
        json.WriteStartArray("data_points");
        foreach (var point in entries
            .GroupBy(entry => (
                Start: StartOf(entry.At, granularity),
                Phone: dimensions.Contains("PHONE") ? entry.Message.Number.PhoneNumber.Digits : null,
                Country: dimensions.Contains("COUNTRY") ? entry.Country : null,
                Category: dimensions.Any(word => word.EndsWith("CATEGORY", StringComparison.Ordinal)) ? entry.Category : null))
            .OrderBy(point => point.Key.Start))
        {
            json.WriteStartObject();
            WriteTime(json, point.Key.Start, EndOf(point.Key.Start, granularity));
            json.WriteUnlessNull("phone_number", point.Key.Phone);
            json.WriteUnlessNull("country", point.Key.Country);
            json.WriteUnlessNull(
                dimensions.Contains("CONVERSATION_CATEGORY") ? "conversation_category" : "pricing_category",
                point.Key.Category);
            write(json, [.. point]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static DateTimeOffset StartOf(DateTimeOffset at, string granularity)
    {
        DateTimeOffset utc = at.ToUniversalTime();
        return granularity.ToUpperInvariant() switch
        {
            "HALF_HOUR" => new(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute < 30 ? 0 : 30, 0, TimeSpan.Zero),
            "MONTH" or "MONTHLY" => new(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero),
            _ => new(utc.Year, utc.Month, utc.Day, 0, 0, 0, TimeSpan.Zero),
        };
    }

    internal static DateTimeOffset EndOf(DateTimeOffset start, string granularity) => granularity.ToUpperInvariant() switch
    {
        "HALF_HOUR" => start.AddMinutes(30),
        "MONTH" or "MONTHLY" => start.AddMonths(1),
        _ => start.AddDays(1),
    };

    internal static bool Holds(Dictionary<string, string> parameters, string name, string value) =>
        AnalyticsFields.List(parameters.GetValueOrDefault(name)) is not { Length: > 0 } wanted || wanted.Contains(value);

    internal static void WriteTime(Utf8JsonWriter json, DateTimeOffset start, DateTimeOffset end)
    {
        json.WriteNumber("start", start.ToUnixTimeSeconds());
        json.WriteNumber("end", end.ToUnixTimeSeconds());
    }
}
