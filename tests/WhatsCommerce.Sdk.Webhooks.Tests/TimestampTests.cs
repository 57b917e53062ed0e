using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Times as they come: whatever reads one reads it alike.</summary>
public sealed class TimestampTests
{
    public static TheoryData<string> Names() => [.. Samples.Names];

    [Theory]
    [InlineData("1764400000", 1764400000000)]
    [InlineData("\"1764400000\"", 1764400000000)]
    [InlineData("\" 1764400000 \"", 1764400000000)]
    [InlineData("\"1764400000123\"", 1764400000123)]
    [InlineData("1764400000.5", 1764400000500)]
    [InlineData("\"1764400000.0\"", 1764400000000)]
    [InlineData("\"2025-11-29T07:06:40+0000\"", 1764400000000)]
    [InlineData("\"2025-11-29T07:06:40\\u002b0000\"", 1764400000000)]
    public void Parse_TimeOfAStatus_IsRead(string timestamp, long milliseconds)
    {
        StatusEvent status = Parse(timestamp);

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), status.Timestamp);
        Assert.Empty(status.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"16566147232\"")]
    [InlineData("16566147232")]
    [InlineData("1764400000123456")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("[1764400000]")]
    public void Parse_NoTimeOfAStatus_IsAbsentAndKept(string timestamp)
    {
        StatusEvent status = Parse(timestamp);

        Assert.Null(status.Timestamp);
        Assert.True(status.AdditionalProperties.TryGetValue("timestamp", out var kept));
        Assert.Equal(timestamp, kept.Text());
    }

    [Theory]
    [InlineData("calls", """{"calls":[{"id":"c","event":"connect","timestamp":1764400000}]}""", 1764400000L)]
    [InlineData("calls", """{"calls":[{"id":"c","event":"connect"}]}""", 1762426900L)]
    [InlineData("messages", """{"messages":[{"id":"w","text":{"body":"x"}}]}""", null)]
    [InlineData("messages", """{"messages":[{"id":"w","type":"gift"}]}""", null)]
    [InlineData("messages", """{"messages":[{"type":"gift"}]}""", 1762426900L)]
    [InlineData("messages", """{"statuses":[{"id":"w","status":"sent"}]}""", null)]
    public void Parse_TimeOfTheEntry_IsThatOfEventsWithoutOneExceptMessagesAndStatuses(string field, string value, long? seconds)
    {
        WebhookEvent e = Bodies.ParseOne(
            Bodies.Entries($$"""{"id":"1","time":1762426900,"changes":[{{Bodies.Change(value, field)}}]}"""));

        Assert.Equal(seconds is { } time ? DateTimeOffset.FromUnixTimeSeconds(time) : null, e.Timestamp);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_ElevenDigitsForAnyTime_AreNeverAYearFarAhead(string name)
    {
        JsonNode body = Samples.Load(name);
        Leaf[] times = [.. Leaf.AllOf(body)
            .Where(leaf => leaf.Value?.ToString() is ['1', '7', ..] and { Length: 10 } text && text.All(char.IsAsciiDigit))];
        foreach (Leaf time in times)
        {
            time.Set("16566147232");
        }

        WebhookNotification notification = WebhookParser.Parse(body.ToJsonString().Bytes());

        EventGraph graph = EventGraph.Of(notification);
        Assert.DoesNotContain("2494-", graph.Typed, StringComparison.Ordinal);
        Assert.InRange(graph.Kept.Split("16566147232").Length - 1, times.Length, 2 * times.Length);
    }

    private static StatusEvent Parse(string timestamp) =>
        Bodies.ParseOne<StatusEvent>($$"""{"statuses":[{"id":"w","status":"sent","timestamp":{{timestamp}}}]}""");
}
