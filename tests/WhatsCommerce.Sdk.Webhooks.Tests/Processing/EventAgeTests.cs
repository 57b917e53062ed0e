using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Events that come long after they happened: marked or left out where the app wants that.</summary>
public class EventAgeTests
{
    // The deliveries are of 1 January, and the clock begins on 1 March.
    private const string Then = "1767225600";
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _calls = [];

    [Theory]
    [InlineData(null, false)]
    [InlineData(58, true)]
    [InlineData(60, false)]
    public async Task ProcessAsync_OldEvent_IsMarkedBeyondTheLimit(int? days, bool isLate)
    {
        await using Receiver receiver = Start(days, LateEvents.Mark);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1", "2"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal([$"TextEvent {isLate}", $"TextEvent {isLate}"], _calls);
        Assert.Equal(
            isLate, receiver.Logs.OfSdk.Any(entry => entry.Id == 106 && entry.Text.Contains("2 of 2 events", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ProcessAsync_OldMessagesAndStatusesToBeSkipped_AreAnswered200WithoutARunAndCounted()
    {
        using Measurements measurements = new(WebhookDiagnostics.LateEvents, WebhookDiagnostics.Runs);
        await using Receiver receiver = Start(7, LateEvents.Skip, endpoint: "skipping");

        WebhookResponse[] answers =
        [
            await DeliverTo(receiver, Deliveries.Texts("1")), await DeliverTo(
                receiver, Deliveries.Statuses("2")), await DeliverTo(receiver, Deliveries.Texts("1")),
        ];

        Assert.Equal([200, 200, 200], answers.Select(answer => answer.StatusCode));
        Assert.Empty(_calls);
        Assert.Contains(
            receiver.Logs.OfSdk, entry => entry.Id == 106 && entry.Text.Contains("1 handler runs were skipped", StringComparison.Ordinal));
        Assert.Equal(3, measurements.Of(WebhookDiagnostics.LateEvents, "skipping"));
        Assert.Equal(2, measurements.Of(WebhookDiagnostics.Runs, "skipping", "skipped"));
    }

    [Fact]
    public async Task ProcessAsync_OldOrderOrPaymentToBeSkipped_RunsAndIsMarked()
    {
        await using Receiver receiver = Start(7, LateEvents.Skip);
        byte[] payment = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Deliveries.Statuses("2")).Replace(
            "\"status\":\"read\"", """
            "type":"payment","status":"captured","payment":{"reference_id":"order-1","amount":{"value":100,"offset":100},"currency":"INR"}
            """.Trim(), StringComparison.Ordinal));

        await receiver.Deliver(Deliveries.Orders("1"));
        await receiver.Deliver(payment);

        Assert.Equal(["OrderEvent True", "StatusEvent True"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_OldEventThatWasTriedBefore_RunsAgainAndIsNotSkipped()
    {
        bool fails = true;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent, WebhookContext>("all", (_, context, _) =>
            {
                _calls.Add(context.IsLate ? "late" : "in time");
                return fails ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            }),
            options => (options.MaxEventAge, options.LateEvents) = (TimeSpan.FromDays(60), LateEvents.Skip),
            _time);

        WebhookResponse failed = await receiver.Deliver(Deliveries.Texts("1"));
        fails = false;
        _time.Advance(TimeSpan.FromDays(6));
        WebhookResponse again = await receiver.Deliver(Deliveries.Texts("1"));

        Assert.Equal((500, 200), (failed.StatusCode, again.StatusCode));
        Assert.Equal(["in time", "late"], _calls);
    }

    [Theory]
    [InlineData("1900000000")]
    [InlineData("")]
    [InlineData("soon")]
    public async Task ProcessAsync_EventFromTheFutureOrOfNoTime_IsNotLate(string timestamp)
    {
        await using Receiver receiver = Start(1, LateEvents.Skip);

        await receiver.Deliver(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Deliveries.Texts("1")).Replace(Then, timestamp, StringComparison.Ordinal)));

        Assert.Equal(["TextEvent False"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_EventWithoutATimeOfItsOwn_GoesByItsEntry()
    {
        await using Receiver receiver = Start(7, LateEvents.Mark);

        await receiver.Deliver(Deliveries.OfAccount("1", "rain"));

        Assert.Equal(["UnknownEvent True"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_HistoryOfLongAgo_IsNotLate()
    {
        await using Receiver receiver = Start(7, LateEvents.Skip);
        byte[] history = Encoding.UTF8.GetBytes("""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"history",
            "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"2"},
            "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{"id":"49151","messages":[{"from":"49151",
            "id":"wamid.1","timestamp":"1600000000","type":"text","text":{"body":"Hello"},"history_context":{"status":"READ"}}]}]}]}}]}]}
            """);

        await receiver.Deliver(history);

        Assert.NotEmpty(_calls);
        Assert.All(_calls, call => Assert.EndsWith("False", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReplayAsync_LetterOfLongAgo_RunsAndIsNotLate()
    {
        bool fails = true;
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent, WebhookContext>("all", (_, context, _) =>
            {
                _calls.Add(context.IsLate ? "late" : "in time");
                return fails ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            }),
            options => (options.MaxEventAge, options.LateEvents, options.MaxAttempts) = (TimeSpan.FromDays(60), LateEvents.Skip, 1),
            _time);
        await receiver.Deliver(Deliveries.Texts("1"));
        fails = false;
        _time.Advance(TimeSpan.FromDays(90));

        ReplayResult result = await receiver.Services.GetRequiredService<DeadLetterQueue>()
            .ReplayAsync(Assert.Single(receiver.Letters.All), TestContext.Current.CancellationToken);

        Assert.Equal((ReplayOutcome.Handled, "in time, in time"), (result.Outcome, string.Join(", ", _calls)));
    }

    private static Task<WebhookResponse> DeliverTo(Receiver receiver, byte[] body) => receiver.Processor.ProcessAsync(
        body,
        WebhookSignature.Compute(body, Receiver.Secret),
        new WebhookRequestOptions { EndpointName = "skipping" },
        TestContext.Current.CancellationToken);

    private Receiver Start(int? days, LateEvents old, string endpoint = "")
    {
        return new(Add, Set, _time);

        void Add(WhatsCommerceWebhooksBuilder webhooks)
        {
            WhatsCommerceWebhooksBuilder builder =
                endpoint.Length == 0 ? webhooks : webhooks.Services.AddWhatsCommerceWebhooks(endpoint, Set);
            builder.Handle<WebhookEvent, WebhookContext>("all", (webhookEvent, context, _) =>
            {
                _calls.Add($"{webhookEvent.GetType().Name} {context.IsLate}");
                return Task.CompletedTask;
            });
        }

        void Set(WebhookOptions options)
        {
            options.AppSecrets = [Receiver.Secret];
            options.MaxEventAge = days is { } given ? TimeSpan.FromDays(given) : null;
            options.LateEvents = old;
        }
    }

    private sealed class Measurements : IDisposable
    {
        private readonly System.Diagnostics.Metrics.MeterListener _listener = new();
        private readonly System.Collections.Concurrent.ConcurrentQueue<(string Name, long Value, Dictionary<string, object?> Tags)> _all =
            new();

        public Measurements(params string[] names)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (names.Contains(instrument.Name))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
                _all.Enqueue((instrument.Name, value, new(tags.ToArray(), StringComparer.Ordinal))));
            _listener.Start();
        }

        public long Of(string name, string endpoint, string? outcome = null) => _all
            .Where(one => one.Name == name && Equals(one.Tags["messaging.destination.name"], endpoint))
            .Where(one => outcome is null || Equals(one.Tags["whatscommerce.outcome"], outcome))
            .Sum(one => one.Value);

        public void Dispose() => _listener.Dispose();
    }
}
