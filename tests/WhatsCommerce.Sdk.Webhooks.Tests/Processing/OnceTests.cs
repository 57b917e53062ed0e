using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What runs again and what does not: after success, after failures, and after crashes at each moment.</summary>
public class OnceTests
{
    private readonly List<string> _calls = [];
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_DeliveredAgain_RunsNothingAndIs200()
    {
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) => Note("orders", order)));
        byte[] body = Deliveries.Orders("1", "2");

        await receiver.Deliver(body);
        WebhookResponse again = await receiver.Deliver(body);

        Assert.Equal(WebhookOutcome.Handled, again.Outcome);
        Assert.Equal(["orders 1", "orders 2"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_OneOfTwoHandlersFails_OnlyThatOneRunsAgain()
    {
        int attempts = 0;
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<OrderEvent>("faulty", async (order, _) =>
            {
                await Note("faulty", order);
                if (++attempts == 1)
                {
                    throw new InvalidTimeZoneException();
                }
            })
            .Handle<OrderEvent>("sound", (order, _) => Note("sound", order)));
        byte[] body = Deliveries.Orders("1");

        WebhookResponse[] answers = [await receiver.Deliver(body), await receiver.Deliver(body), await receiver.Deliver(body)];

        Assert.Equal([500, 200, 200], answers.Select(answer => answer.StatusCode));
        Assert.Equal(["faulty 1", "sound 1", "faulty 1"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_SameMessageAtTwoEndpoints_RunsAtEach()
    {
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Handle<OrderEvent>("orders", (order, _) => Note("default", order));
            webhooks.Services
                .AddWhatsCommerceWebhooks("berlin", options => options.AppSecrets = [Receiver.Secret])
                .Handle<OrderEvent>("orders", (order, _) => Note("berlin", order));
        });
        byte[] body = Deliveries.Orders("1");

        await receiver.Deliver(body);
        await receiver.Processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), new WebhookRequestOptions { EndpointName = "berlin" }, Cancellation);

        Assert.Equal(["default 1", "berlin 1"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_PoisonAmongGoodEvents_IsKeptAfterItsAttemptsAndTheGoodRunOnce()
    {
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<TextEvent>("texts", async (text, _) =>
            {
                await Note("texts", text);
                if (text.Id.Value == "poison")
                {
                    throw new InvalidTimeZoneException("No such shelf");
                }
            }),
            options => options.MaxAttempts = 3);
        byte[] body = Deliveries.Texts("1", "poison", "3");

        List<int> answers = [];
        for (int i = 0; i < 4; i++)
        {
            answers.Add((await receiver.Deliver(body)).StatusCode);
        }

        Assert.Equal([500, 500, 200, 200], answers);
        Assert.Equal(["texts 1", "texts poison", "texts 3", "texts poison", "texts poison"], _calls);
        DeadLetter letter = Assert.Single(receiver.Letters.All);
        Assert.Equal(
            (DeadLetterReason.AttemptsExhausted, "", "texts", "/messages/message/106540352242922/poison", 3, _time.Start),
            (letter.Reason, letter.EndpointName, letter.HandlerName, letter.EventKey, letter.Attempts, letter.Time));
        Assert.Equal("System.InvalidTimeZoneException: No such shelf", letter.Error);
        TextEvent kept = Assert.IsType<TextEvent>(Assert.Single(WebhookParser.Parse(letter.Body).Events));
        Assert.Equal(letter.EventKey, EventKeys.For("", kept));
    }

    [Fact]
    public async Task ProcessAsync_ProcessEndsInEachAttempt_IsGivenUpWithoutRunning()
    {
        MemoryWebhookStore store = new(null, _time);
        WebhookKey key = new("/messages/message/106540352242922/1", "orders");
        for (int i = 0; i < 3; i++)
        {
            await store.TryBeginAsync(key, TimeSpan.FromSeconds(30), Cancellation);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) => Note("orders", order)),
            options => options.MaxAttempts = 3,
            _time,
            store);

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Empty(_calls);
        Assert.Equal((3, "orders"), (Assert.Single(receiver.Letters.All).Attempts, receiver.Letters.All[0].HandlerName));
    }

    [Fact]
    public async Task ProcessAsync_CrashBetweenEffectAndCompletion_RunsAgainAfterTheLeaseAsTheSecondAttempt()
    {
        List<int> attempts = [];

        // The completion is tried again, until the store works once more or the lease is over.
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromSeconds(2) };
        HookedStore store = new(time) { OnComplete = _ => throw new TimeoutException("The connection broke."), OnRenew = _ => true };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", (_, context, _) =>
            {
                attempts.Add(context.Attempt);
                return Task.CompletedTask;
            }),
            options => options.WaitForOtherDelivery = TimeSpan.Zero,
            time,
            store);
        byte[] body = Deliveries.Orders("1");

        WebhookResponse crashed = await receiver.Deliver(body);
        store.OnComplete = null;
        WebhookResponse tooEarly = await receiver.Deliver(body);
        time.Advance(TimeSpan.FromSeconds(30));
        WebhookResponse later = await receiver.Deliver(body);

        Assert.Equal(
            [WebhookOutcome.StoreFailed, WebhookOutcome.InProgress, WebhookOutcome.Handled],
            new[] { crashed, tooEarly, later }.Select(answer => answer.Outcome));
        Assert.Equal([1, 2], attempts);
        Assert.Contains(receiver.Logs.OfSdk, entry => (entry.Id, entry.Level) == (131, LogLevel.Error));
    }

    [Fact]
    public async Task ProcessAsync_CrashBetweenLetterAndDeath_KeepsTheLetterOnceAndSettles()
    {
        HookedStore store = new(_time) { OnMarkDead = _ => throw new TimeoutException() };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", async (order, _) =>
            {
                await Note("orders", order);
                throw new InvalidTimeZoneException();
            }),
            options => options.MaxAttempts = 1,
            _time,
            store);
        byte[] body = Deliveries.Orders("1");

        WebhookResponse crashed = await receiver.Deliver(body);
        store.OnMarkDead = null;
        _time.Advance(TimeSpan.FromSeconds(30));
        WebhookResponse again = await receiver.Deliver(body);
        WebhookResponse last = await receiver.Deliver(body);

        Assert.Equal([500, 200, 200], new[] { crashed, again, last }.Select(answer => answer.StatusCode));
        Assert.Equal(["orders 1"], _calls);
        Assert.Equal((1, 2), (receiver.Letters.All.Count, receiver.Letters.Appended));
    }

    [Fact]
    public async Task ProcessAsync_LetterCannotBeKept_Is500UntilItCanAndRunsNoMore()
    {
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", async (order, _) =>
            {
                await Note("orders", order);
                throw new InvalidTimeZoneException();
            }),
            options => options.MaxAttempts = 1);
        byte[] body = Deliveries.Orders("1");
        receiver.Letters.Fault = new IOException("The disk is full.");

        WebhookResponse refused = await receiver.Deliver(body);
        WebhookResponse again = await receiver.Deliver(body);
        receiver.Letters.Fault = null;
        WebhookResponse kept = await receiver.Deliver(body);

        Assert.Equal(
            [WebhookOutcome.StoreFailed, WebhookOutcome.StoreFailed, WebhookOutcome.Handled],
            new[] { refused, again, kept }.Select(answer => answer.Outcome));
        Assert.Equal(["orders 1"], _calls);
        Assert.Single(receiver.Letters.All);
        Assert.Contains(receiver.Logs.OfSdk, entry => (entry.Id, entry.Level) == (134, LogLevel.Critical));
    }

    [Fact]
    public async Task ProcessAsync_MalformedEventWithoutHandler_IsKeptAtOnceBesideItsNeighbours()
    {
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) => Note("orders", order)));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Malformed("1"));
        await receiver.Deliver(Deliveries.Malformed("1"));

        Assert.Equal(200, answer.StatusCode);
        DeadLetter letter = Assert.Single(receiver.Letters.All);
        Assert.Equal((DeadLetterReason.Malformed, null, 0), (letter.Reason, letter.HandlerName, letter.Attempts));
        Assert.StartsWith("entry[0].changes[0].value.messages[0]", letter.Error, StringComparison.Ordinal);
        Assert.IsType<MalformedEvent>(Assert.Single(WebhookParser.Parse(letter.Body).Events));
    }

    [Fact]
    public async Task ProcessAsync_MalformedEventWithHandler_IsLikeAnyOther()
    {
        await using Receiver receiver = new(webhooks => webhooks.Handle<MalformedEvent>("malformed", (_, _) => Note("malformed")));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Malformed("1"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["malformed"], _calls);
        Assert.Empty(receiver.Letters.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProcessAsync_MalformedOrUnreadableThatCannotBeKept_Is500(bool isMalformed)
    {
        await using Receiver receiver = new();
        receiver.Letters.Fault = new IOException("The disk is full.");

        WebhookResponse answer = await receiver.Deliver(isMalformed ? Deliveries.Malformed("1") : "{"u8.ToArray());

        Assert.Equal((WebhookOutcome.StoreFailed, 500), (answer.Outcome, answer.StatusCode));
    }

    [Fact]
    public async Task ProcessAsync_StoreIsDown_Is500AndRunsNothing()
    {
        HookedStore store = new(_time) { OnTryBegin = _ => throw new TimeoutException() };
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) => Note("orders", order)), time: _time, store: store);
        byte[] body = Deliveries.Orders("1", "2");

        WebhookResponse down = await receiver.Deliver(body);
        store.OnTryBegin = null;
        WebhookResponse up = await receiver.Deliver(body);

        Assert.Equal((WebhookOutcome.StoreFailed, WebhookOutcome.Handled), (down.Outcome, up.Outcome));
        Assert.Equal(["orders 1", "orders 2"], _calls);
    }

    [Fact]
    public async Task ProcessAsync_AppStopsDuringAHandler_FreesTheEventForWhoeverComesNext()
    {
        using CancellationTokenSource stopping = new();
        HookedStore store = new(_time);
        List<int> attempts = [];
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", async (_, context, cancellationToken) =>
            {
                attempts.Add(context.Attempt);
                await stopping.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }),
            time: _time,
            store: store);
        byte[] body = Deliveries.Orders("1");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiver.Processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: stopping.Token));
        WebhookResponse afterRestart = await receiver.Deliver(body);

        Assert.Equal(["abandon: The app stopped.", "complete"], store.Calls);
        Assert.Equal([1, 2], attempts);
        Assert.Equal(200, afterRestart.StatusCode);
    }

    [Fact]
    public async Task ProcessAsync_HandlerFails_TellsTheStoreWhyWithoutTheMessage()
    {
        HookedStore store = new(_time);
        await using Receiver receiver = new(
            webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) => throw new InvalidTimeZoneException("Ada, +1 650 555 0123")),
            time: _time,
            store: store);

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["abandon: System.InvalidTimeZoneException"], store.Calls);
    }

    [Fact]
    public async Task ProcessAsync_NoStoreOfDeadLetters_NeedsNoneUntilSomethingIsGivenUp()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [Receiver.Secret])
            .Handle<OrderEvent>("orders", (order, _) => Note("orders", order));
        services.AddSingleton<IDeadLetterStore>(_ => throw new IOException("No such folder"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        WebhookProcessor processor = provider.GetRequiredService<WebhookProcessor>();

        int[] answers = [await Deliver(Deliveries.Orders("1")), await Deliver(Deliveries.Malformed("2"))];

        Assert.Equal([200, 500], answers);

        async Task<int> Deliver(byte[] body) => (await processor.ProcessAsync(
            body, WebhookSignature.Compute(body, Receiver.Secret), cancellationToken: Cancellation)).StatusCode;
    }

    private Task Note(string handler, MessageEvent? message = null)
    {
        _calls.Add(message is null ? handler : $"{handler} {message.Id}");
        return Task.CompletedTask;
    }
}
