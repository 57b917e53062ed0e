using WhatsCommerce.Testing.Judging.Analytics;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoint for analytics of groups since the emulator was started. Days are in UTC. Source: Meta, analytics, group analytics.
/// </summary>
internal sealed class GroupAnalyticsEndpoints(GroupBook groups, TimeProvider time)
{
    public ApiResponse Read(ApiCall call, EmulatedAccount account)
    {
        string[] ids = AnalyticsFields.List(call.Text("group_ids"));
        string[] metrics = AnalyticsFields.List(call.Text("metric_types"));
        ApiCall.Check(AnalyticsRules.JudgeGroups(
            call.Text("start"),
            call.Text("end"),
            call.Text("granularity"),
            ids,
            metrics,
            time.GetUtcNow(),
            out DateOnly from,
            out DateOnly to));
        EmulatedGroup group = groups.Find(ids[0]) is { } found && found.Number.Account == account
            ? found
            : throw new RefusedException(Refusals.InvalidParameter($"The group {ids[0]} does not exist, or belongs to another account."));
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            json.WriteString("granularity", "DAILY");
            json.WriteStartArray("data_points");
            foreach (GroupDay day in group.Figures.Between(from, to))
            {
                DateTimeOffset begin = new(day.Day, TimeOnly.MinValue, TimeSpan.Zero);
                json.WriteStartObject();
                json.WriteString("group_id", group.Id.Value);
                AnalyticsEndpoints.WriteTime(json, begin, begin.AddDays(1));
                Write("SENT", "sent", day.Sent);
                Write("DELIVERED", "delivered", day.Delivered);
                Write("READ", "read", 0);
                Write("PARTICIPANTS_JOINED", "joined", day.Joined);
                Write("PARTICIPANTS_LEFT", "left", day.Left);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();

            void Write(string metric, string name, int value)
            {
                if (metrics.Contains(metric, StringComparer.OrdinalIgnoreCase))
                {
                    json.WriteNumber(name, value);
                }
            }
        });
    }
}
