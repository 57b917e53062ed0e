using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Which handlers run for an event, in which order, and what a failure does.</summary>
public class DispatchTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public async Task ProcessAsync_SeveralEventsAndHandlers_RunInTheOrderReceivedAndRegistered()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("first", (text, _) => Note("first", text))
            .Handle<OrderEvent>("orders", (order, _) => Note("orders", order))
            .Handle<TextEvent>("second", (text, _) => Note("second", text)));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1", "2"));

        Assert.Equal((WebhookOutcome.Handled, 200), (answer.Outcome, answer.StatusCode));
        Assert.Equal(["first 1", "second 1", "first 2", "second 2"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_HandlerTakesItsTime_TheNextEventWaitsForIt()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = new(webhooks => webhooks.Handle<TextEvent>("slow", async (text, _) =>
        {
            await Note("begin", text);
            await gate.Task;
            await Note("end", text);
        }));

        Task<WebhookResponse> delivery = receiver.Deliver(Deliveries.Texts("1", "2"));
        Assert.Equal(["begin 1"], _calls);
        gate.SetResult();
        await delivery;

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], _calls);
    }

    [Theory]
    [InlineData("order", "order, message, all")]
    [InlineData("text", "message, all")]
    [InlineData("question", "question, message, all")]
    [InlineData("status", "all")]
    [InlineData("unknown", "all")]
    [InlineData("malformed", "all")]
    public async Task ProcessAsync_HandlersOfBaseTypes_TakeWhatDerivesFromThem(string delivery, string expected)
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<OrderEvent>("order", (_, _) => Note("order"))
            .Handle<ProductQuestionEvent>("question", (_, _) => Note("question"))
            .Handle<MessageEvent>("message", (_, _) => Note("message"))
            .Handle<WebhookEvent>("all", (_, _) => Note("all")));

        WebhookResponse answer = await receiver.Deliver(Body(delivery));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(expected, string.Join(", ", _calls));
        Assert.DoesNotContain(receiver.Logs.OfSdk, entry => entry.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("order", LogLevel.Debug, 114, "OrderEvent")]
    [InlineData("status", LogLevel.Debug, 114, "StatusEvent")]
    [InlineData("unknown", LogLevel.Warning, 112, "hologram in field messages")]
    [InlineData("malformed", LogLevel.Warning, 113, "messages[0]")]
    public async Task ProcessAsync_NoHandlerForAnEvent_CountsAsHandledAndIsLogged(string delivery, LogLevel level, int id, string expected)
    {
        await using Receiver receiver = new();

        WebhookResponse answer = await receiver.Deliver(Body(delivery));

        Assert.Equal(200, answer.StatusCode);
        RecordedLogs.Entry entry = Assert.Single(receiver.Logs.OfSdk, entry => entry.Id is > 110 and < 120);
        Assert.Equal((level, id), (entry.Level, entry.Id));
        Assert.Contains(expected, entry.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProcessAsync_HandlerFails_TheOthersRunAndTheDeliveryComesAgain(bool beforeItsFirstAwait)
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("faulty", async (text, _) =>
            {
                if (!beforeItsFirstAwait)
                {
                    await Task.Yield();
                }

                throw new InvalidTimeZoneException("Shelf " + text.Id);
            })
            .Handle<TextEvent>("sound", (text, _) => Note("sound", text)));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1", "2"));

        Assert.Equal((WebhookOutcome.HandlerFailed, 500), (answer.Outcome, answer.StatusCode));
        Assert.Equal(["sound 1", "sound 2"], _calls);
        RecordedLogs.Entry[] failures = [.. receiver.Logs.OfSdk.Where(entry => entry.Level == LogLevel.Error)];
        Assert.Equal([111, 111], failures.Select(failure => failure.Id));
        Assert.Contains(
            "Webhook handler faulty failed for TextEvent 2 (endpoint (default), event 2 of 2)", failures[1].Text, StringComparison.Ordinal);
        Assert.Contains("Shelf 2", failures[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessAsync_HandlerThatThrowsWithoutAsync_IsAFailureLikeAnyOther()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("faulty", (_, _) => throw new InvalidTimeZoneException())
            .Handle<TextEvent>("sound", (text, _) => Note("sound", text)));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1"));

        Assert.Equal(500, answer.StatusCode);
        Assert.Equal(["sound 1"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_HandlerGivesUpOnAServer_IsAFailureLikeAnyOther()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("faulty", (_, _) => throw new TaskCanceledException("The request timed out."))
            .Handle<TextEvent>("sound", (text, _) => Note("sound", text)));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1"));

        Assert.Equal(WebhookOutcome.HandlerFailed, answer.Outcome);
        Assert.Equal(["sound 1"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_DeliveredAgainAfterAFailure_RunsAgainAndIsAccepted()
    {
        int attempts = 0;
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) =>
            ++attempts == 1 ? throw new InvalidTimeZoneException() : Task.CompletedTask));
        byte[] body = Deliveries.Orders("1");

        WebhookResponse first = await receiver.Deliver(body);
        WebhookResponse second = await receiver.Deliver(body);

        Assert.Equal((500, 200, 2), (first.StatusCode, second.StatusCode, attempts));
    }

    [Fact]
    public async Task ProcessAsync_CancelledWhileAHandlerRuns_BeginsNoOtherAndThrows()
    {
        using CancellationTokenSource stopping = new();
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("stopped", async (text, cancellationToken) =>
            {
                await Note("stopped", text);
                await stopping.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            })
            .Handle<TextEvent>("later", (text, _) => Note("later", text)));
        byte[] body = Deliveries.Texts("1", "2");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiver.Processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: stopping.Token));

        Assert.Equal(["stopped 1"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_CancelledWhileTheLastHandlerFinishes_IsHandled()
    {
        using CancellationTokenSource stopping = new();
        await using Receiver receiver = new(webhooks => webhooks.Handle<TextEvent>("last", (_, _) => stopping.CancelAsync()));
        byte[] body = Deliveries.Texts("1");

        WebhookResponse answer = await receiver.Processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: stopping.Token);

        Assert.Equal(WebhookOutcome.Handled, answer.Outcome);
    }

    private static byte[] Body(string delivery) => delivery switch
    {
        "order" => Deliveries.Orders("1"),
        "text" => Deliveries.Texts("1"),
        "question" => Deliveries.Question("1"),
        "status" => Deliveries.Statuses("1"),
        "unknown" => Deliveries.OfUnknownType("1"),
        _ => Deliveries.Malformed("1"),
    };

    private Task Note(string handler, MessageEvent? message = null)
    {
        _calls.Add(message is null ? handler : $"{handler} {message.Id}");
        return Task.CompletedTask;
    }
}
