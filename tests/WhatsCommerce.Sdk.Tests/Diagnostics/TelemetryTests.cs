using System.Diagnostics;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Diagnostics;

/// <summary>What a dashboard gets to see of a call.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetryTests : IDisposable
{
    private static readonly Uri Meta = new("https://graph.example/");

    private readonly Listeners _listeners = new(WhatsCommerceDiagnostics.ActivitySourceName, WhatsCommerceDiagnostics.MeterName);
    private readonly FakeTimeProvider _time = new() { Skips = due => due < TimeSpan.FromMinutes(30) };

    public void Dispose() => _listeners.Dispose();

    [Fact]
    public async Task Span_OfASend_HasTheTagsOfTheConventions()
    {
        await Send(StubMeta.Ok());

        Activity activity = Assert.Single(_listeners.Activities);
        Assert.Equal(("send text", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["messaging.system"] = "whatsapp",
                ["messaging.operation.name"] = "send",
                ["messaging.operation.type"] = "send",
                ["whatscommerce.message.kind"] = "text",
                ["server.address"] = "graph.example",
                ["server.port"] = 443,
                ["http.request.method"] = "POST",
                ["http.response.status_code"] = 200,
            },
            activity.TagObjects.ToDictionary());
    }

    [Fact]
    public async Task Span_OfARefusedSend_SaysWhy()
    {
        await Assert.ThrowsAsync<GraphRecipientException>(() => Send(StubMeta.Error(131026)));

        Activity activity = Assert.Single(_listeners.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("recipient", activity.GetTagItem("error.type"));
        Assert.Equal(131026, activity.GetTagItem("whatscommerce.error.code"));
        Assert.Equal("Atrace", activity.GetTagItem("whatscommerce.trace_id"));
        Assert.Equal(400, activity.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task Span_OfARepeatedSend_IsOneWithAnEventForEachRepetition()
    {
        await Send(StubMeta.Error(130429), StubMeta.Error(130429), StubMeta.Ok());

        Activity activity = Assert.Single(_listeners.Activities);
        Assert.Equal(2, activity.Events.Count());
        Assert.All(activity.Events, one => Assert.Equal("throttled", one.Tags.Single(tag => tag.Key == "error.type").Value));
        Assert.Equal(2, activity.GetTagItem("http.request.resend_count"));
        Assert.Equal(2, _listeners.Of(WhatsCommerceDiagnostics.Retries).Count);
        Assert.Equal(3, _listeners.Of(WhatsCommerceDiagnostics.RequestDuration).Count);
    }

    [Theory]
    [InlineData(131026, 400, "refused", "recipient")]
    [InlineData(131000, 500, "unknown", "unavailable")]
    public async Task SentMessages_NotSent_AreCountedByHowItEnded(int code, int status, string outcome, string errorType)
    {
        await Assert.ThrowsAnyAsync<GraphException>(() => Send(StubMeta.Error(code, status)));

        Listeners.Measurement measurement = Assert.Single(_listeners.Of(WhatsCommerceDiagnostics.SentMessages));
        Assert.Equal(
            (1d, outcome, errorType), (measurement.Value, measurement.Tags["whatscommerce.outcome"], measurement.Tags["error.type"]));
    }

    [Fact]
    public async Task SentMessages_Sent_AreCounted()
    {
        await Send(StubMeta.Ok());

        Listeners.Measurement measurement = Assert.Single(_listeners.Of(WhatsCommerceDiagnostics.SentMessages));
        Assert.Equal("sent", measurement.Tags["whatscommerce.outcome"]);
        Assert.Equal("text", measurement.Tags["whatscommerce.message.kind"]);
        Assert.DoesNotContain("error.type", measurement.Tags.Keys);
    }

    [Fact]
    public async Task PacingWait_PacingOn_IsMeasured()
    {
        using TestClient client = Client(options => options.Pacing.MessagesPerSecond = 1, StubMeta.Ok());

        await client.SendHelloAsync();
        await client.SendHelloAsync();

        Assert.Equal([0, 1], _listeners.Of(WhatsCommerceDiagnostics.PacingWait).Select(one => one.Value));
    }

    [Fact]
    public async Task MarkAsReadAsync_IsNoMessage()
    {
        using TestClient client = Client(null, StubMeta.Ok("""{"success":true}"""));

        await client.Client.Messages.MarkAsReadAsync("wamid.in", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("mark_as_read", Assert.Single(_listeners.Activities).DisplayName);
        Assert.Empty(_listeners.Of(WhatsCommerceDiagnostics.SentMessages));
        Assert.Equal(
            "mark_as_read", Assert.Single(_listeners.Of(WhatsCommerceDiagnostics.RequestDuration)).Tags["messaging.operation.name"]);
    }

    private async Task<MessageReceipt> Send(params HttpResponseMessage[] answers)
    {
        using TestClient client = Client(null, answers);
        return await client.SendHelloAsync();
    }

    private TestClient Client(Action<WhatsCommerceOptions>? configure, params HttpResponseMessage[] answers) => new(
        Meta,
        options =>
        {
            options.Timeout = TimeSpan.FromMinutes(30);
            configure?.Invoke(options);
        },
        new StubMeta(answers),
        _time);
}
