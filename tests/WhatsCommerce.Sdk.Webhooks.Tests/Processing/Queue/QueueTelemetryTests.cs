using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What a delivery queue tells of itself. The listeners hear all tests that run meanwhile.</summary>
public sealed class QueueTelemetryTests
{
    private const string Lane = "whatscommerce.lane";

    [Fact]
    public async Task Measure_EventsWait_TellsTheirNumberAndAgeByLane()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using QueuedReceiver app = new(options => options.RunWorker = false);
        await app.Store(Deliveries.Texts([.. Enumerable.Range(0, 37).Select(i => $"t{i}")]));
        await app.StartAsync();

        await app.PassUntil(TimeSpan.FromSeconds(15), () => listeners.Of(WebhookDiagnostics.QueueDepth)
            .Any(one => one.Value is 37 && (string?)one.Tags[Lane] == "messages"));

        Assert.Contains(
            listeners.Of(WebhookDiagnostics.QueueOldestAge), one => one.Value >= 15 && (string?)one.Tags[Lane] == "messages");
    }

    [Fact]
    public async Task Run_EventThatWaited_TellsItsLagAndThatItRuns()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using QueuedReceiver app = new();
        app.Close("status a");
        await app.Store(Deliveries.Statuses("a"));
        app.Time.Advance(TimeSpan.FromSeconds(41));

        await app.StartAsync();

        await Patiently.Until(() => app.Begun.Count == 1);
        Assert.Contains(listeners.Of(WebhookDiagnostics.QueueLag), one => one.Value is 41 && (string?)one.Tags[Lane] == "statuses");
        Assert.Contains(listeners.Of(WebhookDiagnostics.QueueActive), one => one.Value is 1 && (string?)one.Tags[Lane] == "statuses");
        Assert.NotEmpty(listeners.Of(WebhookDiagnostics.QueuedEvents));
    }
}
