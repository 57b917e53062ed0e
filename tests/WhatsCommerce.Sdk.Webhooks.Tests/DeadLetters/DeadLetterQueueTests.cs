using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>Letters that are run again, from the delivery that made them on.</summary>
public sealed class DeadLetterQueueTests : IAsyncDisposable
{
    private const string Secret = "0123456789abcdef";
    private readonly Letters _letters = new();
    private readonly RecordedLogs _logs = new();
    private readonly List<string> _calls = [];
    private bool _isMended;
    private ServiceProvider? _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DeadLetterQueue Office => _services!.GetRequiredService<DeadLetterQueue>();

    [Fact]
    public async Task Replay_FaultIsMended_RunsOnlyThatHandlerAndRemovesTheLetter()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter letter = Assert.Single(await List());
        _calls.Clear();
        _isMended = true;

        ReplayResult result = await Office.ReplayAsync(letter, Cancellation);

        Assert.Equal(ReplayOutcome.Handled, result.Outcome);
        Assert.Equal(["failing wamid.1 attempt 1 key /messages/message/106540352242922/wamid.1"], _calls);
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_ThenRedelivery_DoesNotRunItAgain()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        _isMended = true;
        await Office.ReplayAsync(Assert.Single(await List()), Cancellation);
        _calls.Clear();

        WebhookResponse answer = await Deliver(Deliveries.Orders("wamid.1"));

        Assert.Equal((200, 0), (answer.StatusCode, _calls.Count));
    }

    [Fact]
    public async Task Replay_FailsAgain_KeepsTheLetterWithItsNewErrorAndTheEventStaysGivenUp()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter before = Assert.Single(await List());

        ReplayResult result = await Office.ReplayAsync(before, Cancellation);
        int calls = _calls.Count;
        WebhookResponse redelivery = await Deliver(Deliveries.Orders("wamid.1"));

        DeadLetter after = Assert.Single(await List());
        Assert.Equal(
            (ReplayOutcome.Failed, "System.InvalidTimeZoneException: failure 3", 2, 3),
            (result.Outcome, result.Error, before.Attempts, after.Attempts));
        Assert.Equal(before with { Error = result.Error, Attempts = 3, Body = default }, after with { Body = default });
        Assert.Equal((200, calls), (redelivery.StatusCode, _calls.Count));
    }

    [Fact]
    public async Task Replay_AfterARestart_Works()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        await _services!.DisposeAsync();
        _isMended = true;
        _calls.Clear();
        Start(FailingAndOther);

        ReplayResult result = await Office.ReplayAsync(Assert.Single(await List()), Cancellation);

        Assert.Equal((ReplayOutcome.Handled, 1), (result.Outcome, _calls.Count));
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_CrashBetweenSuccessAndRemoval_OnlyRemovesTheLetter()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter letter = Assert.Single(await List());
        _isMended = true;
        await Office.ReplayAsync(letter, Cancellation);
        await _services!.GetRequiredService<IDeadLetterStore>().AppendAsync(letter, Cancellation);
        _calls.Clear();

        ReplayResult result = await Office.ReplayAsync(letter, Cancellation);

        Assert.Equal((ReplayOutcome.Handled, 0), (result.Outcome, _calls.Count));
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_WhileARedeliveryRunsIt_LeavesTheLetter()
    {
        Start(FailingAndOther, options => options.WaitForOtherDelivery = TimeSpan.Zero);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter letter = Assert.Single(await List());
        IWebhookStore store = _services!.GetRequiredService<IWebhookStore>();
        WebhookKey key = new(letter.EventKey!, letter.HandlerName!);
        await store.ReviveAsync(key, Cancellation);
        await store.TryBeginAsync(key, TimeSpan.FromMinutes(1), Cancellation);

        ReplayResult result = await Office.ReplayAsync(letter, Cancellation);

        Assert.Equal(ReplayOutcome.InProgress, result.Outcome);
        Assert.Single(await List());
    }

    [Fact]
    public async Task Replay_HandlerOrEndpointIsGone_KeepsTheLetterAndSaysSo()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter letter = Assert.Single(await List());
        await _services!.DisposeAsync();
        Start(webhooks => webhooks.Handle<OrderEvent>("renamed", (_, _) => Task.CompletedTask));

        ReplayResult ofHandler = await Office.ReplayAsync(letter, Cancellation);
        ReplayResult ofEndpoint = await Office.ReplayAsync(letter with { EndpointName = "berlin" }, Cancellation);

        Assert.Equal("There is no handler \"failing\" any more that takes this event.", ofHandler.Error);
        Assert.Equal("There is no endpoint \"berlin\" any more.", ofEndpoint.Error);
        Assert.Single(await List());
    }

    [Fact]
    public async Task Replay_MalformedEventAsBefore_KeepsTheLetter()
    {
        Start(FailingAndOther);
        await Deliver(Deliveries.Malformed("wamid.1"));
        DeadLetter letter = Assert.Single(await List());

        ReplayResult result = await Office.ReplayAsync(letter, Cancellation);

        Assert.Equal((DeadLetterReason.Malformed, ReplayOutcome.Failed), (letter.Reason, result.Outcome));
        Assert.Contains("messages[0].order", result.Error, StringComparison.Ordinal);
        Assert.Single(await List());
    }

    [Fact]
    public async Task Replay_MalformedEventOnceThereIsAHandler_GoesToIt()
    {
        Start(FailingAndOther);
        await Deliver(Deliveries.Malformed("wamid.1"));
        await _services!.DisposeAsync();
        Start(webhooks => webhooks.Handle<MalformedEvent>("odd", (malformed, _) => Call($"odd {malformed.MessageId}")));

        ReplayResult result = await Office.ReplayAsync(Assert.Single(await List()), Cancellation);

        Assert.Equal(ReplayOutcome.Handled, result.Outcome);
        Assert.Equal(["odd wamid.1"], _calls);
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_BodyThatIsReadableNow_GoesToAllHandlers()
    {
        Start(FailingAndOther);
        await Deliver("{\"entry\":["u8.ToArray());
        DeadLetter letter = Assert.Single(await List());
        ReplayResult unreadable = await Office.ReplayAsync(letter, Cancellation);
        _isMended = true;

        // As if a later version could read it.
        ReplayResult readable = await Office.ReplayAsync(letter with { Body = Deliveries.Orders("wamid.1", "wamid.2") }, Cancellation);

        Assert.Equal(
            (DeadLetterReason.Unreadable, ReplayOutcome.Failed, ReplayOutcome.Handled),
            (letter.Reason, unreadable.Outcome, readable.Outcome));
        Assert.Equal(
            ["failing wamid.1", "failing wamid.2", "other wamid.1", "other wamid.2"], _calls.Select(Short).Order(StringComparer.Ordinal));
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_ReadableBodyOfWhichAHandlerFails_IsKeptAndRunsOnlyWhatIsNotDone()
    {
        Start(FailingAndOther);
        await Deliver("{\"entry\":["u8.ToArray());
        DeadLetter letter = Assert.Single(await List()) with { Body = Deliveries.Orders("wamid.1") };

        ReplayResult first = await Office.ReplayAsync(letter, Cancellation);
        _isMended = true;
        ReplayResult second = await Office.ReplayAsync(letter, Cancellation);

        Assert.Equal((ReplayOutcome.Failed, ReplayOutcome.Handled), (first.Outcome, second.Outcome));
        Assert.Equal(["failing wamid.1", "other wamid.1", "failing wamid.1"], _calls.Select(Short));
        Assert.Empty(await List());
    }

    [Fact]
    public async Task Replay_Cancelled_KeepsTheLetter()
    {
        using CancellationTokenSource stopping = new();
        Start(webhooks => webhooks.Handle<OrderEvent>("failing", async (_, token) =>
        {
            if (!_isMended)
            {
                throw new InvalidTimeZoneException("failure");
            }

            await stopping.CancelAsync();
            token.ThrowIfCancellationRequested();
        }));
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        _isMended = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Office.ReplayAsync(Assert.Single(await List()), stopping.Token));

        Assert.Single(await List());
    }

    [Fact]
    public async Task ReplayAll_SomeFailStill_DoesEachOnceAndKeepsThose()
    {
        Start(webhooks => webhooks.Handle<OrderEvent>("failing", (order, _) =>
            _isMended && order.Id != "wamid.2" ? Call(order.Id.Value!) : throw new InvalidTimeZoneException("failure")));
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1", "wamid.2", "wamid.3"));
        _isMended = true;

        List<ReplayResult> results = [];
        await foreach (ReplayResult result in Office.ReplayAllAsync(Cancellation))
        {
            results.Add(result);
        }

        Assert.Equal(1, results.Count(result => result.Outcome == ReplayOutcome.Failed));
        Assert.Equal(["wamid.1", "wamid.3"], _calls.Order(StringComparer.Ordinal));
        Assert.EndsWith("/wamid.2", Assert.Single(await List()).EventKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindCountAndRemove_OfALetter_DoSo()
    {
        Start(FailingAndOther);
        await DeliverUntilGivenUp(Deliveries.Orders("wamid.1"));
        DeadLetter letter = Assert.Single(await List());

        DeadLetter? found = await Office.FindAsync(letter.Id, Cancellation);
        DeadLetter? other = await Office.FindAsync("another", Cancellation);
        int before = await Office.CountAsync(Cancellation);
        bool removed = await Office.RemoveAsync(letter.Id, Cancellation);

        Assert.Equal((letter.Id, null, 1, true, 0), (found?.Id, other?.Id, before, removed, await Office.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Logs_OfEverything_HoldNoNumberAndNoText()
    {
        Start(webhooks =>
            webhooks.Handle<TextEvent>("failing", (text, _) => _isMended ? Task.CompletedTask : throw new InvalidTimeZoneException("no")));
        await DeliverUntilGivenUp(Deliveries.Texts(Deliveries.LongId));
        DeadLetter letter = Assert.Single(await List());
        await Office.ReplayAsync(letter, Cancellation);
        _isMended = true;
        ReplayResult result = await Office.ReplayAsync(letter, Cancellation);

        string all = string.Join('\n', [.. _logs.OfSdk.Select(entry => entry.Text), $"{letter}", $"{result}"]);

        Assert.DoesNotContain(Deliveries.CustomerPhone, all, StringComparison.Ordinal);
        Assert.DoesNotContain("ripe", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Deliveries.LongId[..^12], all, StringComparison.Ordinal);
        Assert.Contains(_logs.OfSdk, entry => entry.Id == 146);
    }

    [Fact]
    public void Registration_WithAPathInTheSection_UsesIt()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Shop:DeadLetters:Path", "letters.jsonl"), new("Shop:AppSecrets:0", Secret)]).Build();
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(configuration.GetSection("Shop"));
        services.AddWhatsCommerceWebhooks("without", configuration.GetSection("Other"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(
            Path.GetFullPath("letters.jsonl"), Assert.IsType<FileDeadLetterStore>(provider.GetRequiredService<IDeadLetterStore>()).Path);
        Assert.EndsWith("dead-letters.jsonl", new FileDeadLetterOptions().EffectivePath, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _letters.Dispose();
    }

    private void FailingAndOther(WhatsCommerceWebhooksBuilder webhooks)
    {
        int failures = 0;
        webhooks
            .Handle<OrderEvent, WebhookContext>("failing", (order, context, _) =>
            {
                Note($"failing {order.Id} attempt {context.Attempt} key {context.Key.Event}");
                return _isMended ? Task.CompletedTask : throw new InvalidTimeZoneException($"failure {++failures}");
            })
            .Handle<OrderEvent>("other", (order, _) => Call($"other {order.Id}"));
    }

    private Task Call(string line)
    {
        Note(line);
        return Task.CompletedTask;
    }

    private void Note(string line)
    {
        lock (_calls)
        {
            _calls.Add(line);
        }
    }

    private static string Short(string call) => string.Join(' ', call.Split(' ')[..2]);

    private void Start(Action<WhatsCommerceWebhooksBuilder> add, Action<WebhookOptions>? configure = null)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.Configure<FileDeadLetterOptions>(options => options.Path = _letters.Path);
        add(services.AddWhatsCommerceWebhooks(options =>
        {
            (options.AppSecrets, options.MaxAttempts) = ([Secret], 2);
            configure?.Invoke(options);
        }));
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    private Task<WebhookResponse> Deliver(byte[] body) => _services!.GetRequiredService<WebhookProcessor>()
        .ProcessAsync(body, WebhookSignature.Compute(body, Secret), cancellationToken: Cancellation);

    private async Task DeliverUntilGivenUp(byte[] body)
    {
        Assert.Equal(500, (await Deliver(body)).StatusCode);
        Assert.Equal(200, (await Deliver(body)).StatusCode);
    }

    private Task<List<DeadLetter>> List() => Letters.ReadAsync(_services!.GetRequiredService<IDeadLetterStore>());
}
