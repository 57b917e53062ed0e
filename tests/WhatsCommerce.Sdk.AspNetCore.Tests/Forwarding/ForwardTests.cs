using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Tests.Tenants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Forwarding;

/// <summary>What another system gets of what is received, and what becomes of what it refuses.</summary>
public sealed class ForwardTests
{
    private static Action<WhatsCommerceWebhooksBuilder> Whole(Uri address, Action<ForwardOptions>? configure = null) =>
        webhooks => webhooks.ForwardDeliveries("erp", options =>
        {
            (options.Address, options.Secret) = (address, ForwardTarget.Secret);
            configure?.Invoke(options);
        });

    /// <summary>Retries at once, so that the test waits for nothing.</summary>
    private static Action<WhatsCommerceWebhooksBuilder> WithoutPause(Action<WhatsCommerceWebhooksBuilder> add) => webhooks =>
    {
        add(webhooks);
        webhooks.Services.Configure<DeliveryQueueOptions>(options => options.RetryDelay = TimeSpan.Zero);
    };

    [Fact]
    public async Task ForwardDeliveries_Anew_SendsTheSameBytesSignedWithItsOwnSecret()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(Whole(target.Address, options => options.Headers["X-Own"] = "ours"));
        byte[] body = Deliveries.Orders("wamid.1");

        Assert.Equal(HttpStatusCode.OK, await site.Deliver(body));
        await Patiently.Until(() => target.Received.Count == 1);

        ForwardTarget.Request request = target.Received.Single();
        Assert.Equal(body, request.Body);
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(request.Body, request.Signature, ForwardTarget.Secret));
        Assert.Equal(
            ("ours", "1", "application/json"),
            (request.Headers["X-Own"], request.Headers["X-WhatsCommerce-Attempt"], request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task ForwardDeliveries_AsReceived_SendsBytesAndSignatureUnchanged()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(
            Whole(target.Address, options => (options.Signature, options.Secret) = (ForwardSignature.AsReceived, null)));

        // Blanks that a serializer would not write.
        string plain = Encoding.UTF8.GetString(Deliveries.Orders("wamid.1"));
        byte[] body = Encoding.UTF8.GetBytes(plain.Replace(",", " ,\n", StringComparison.Ordinal));
        await site.Deliver(body);
        await Patiently.Until(() => target.Received.Count == 1);

        ForwardTarget.Request request = target.Received.Single();
        Assert.Equal(body, request.Body);
        Assert.Equal(WebhookSignature.Compute(body, WebhookSite.Secret), request.Signature);
    }

    [Fact]
    public async Task ForwardEvents_MixedDelivery_SendsEachEventOfTheTypeAlone()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.ForwardEvents<OrderEvent>("orders", options =>
        {
            (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret);
        }, order => order.Id != "wamid.2"));

        await site.Deliver(Deliveries.Texts("wamid.0"));
        await site.Deliver(Deliveries.Orders("wamid.1", "wamid.2", "wamid.3"));
        await Patiently.Until(() => target.Received.Count == 2);

        string[] sent = [.. target.Received.Select(request =>
            ((OrderEvent)Assert.Single(WebhookParser.Parse(request.Body).Events)).Id.Value!).Order(StringComparer.Ordinal)];
        Assert.Equal(["wamid.1", "wamid.3"], sent);
        Assert.All(target.Received, request => Assert.Equal(
            SignatureResult.Valid, WebhookSignature.Verify(request.Body, request.Signature, ForwardTarget.Secret)));
    }

    [Fact]
    public async Task ForwardDeliveries_ForgedDelivery_IsNotForwarded()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(Whole(target.Address));

        Assert.Equal(HttpStatusCode.Unauthorized, await site.Deliver(Deliveries.Texts("wamid.0"), WebhookSignature.Compute("x"u8, "x")));
        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => !target.Received.IsEmpty);

        Assert.Contains("wamid.1", Encoding.UTF8.GetString(target.Received.Single().Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForwardEvents_EndpointWithTenants_SendsNoEventThatIsForeign()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.UseTenants([TenantTable.Make(1)])
            .ForwardEvents<TextEvent>("texts", options => (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret))
            .ForwardDeliveries("whole", options => (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret)));

        await site.Deliver(TenantBodies.Text(2, "wamid.foreign"));
        await site.Deliver(TenantBodies.Texts((2, 2, "wamid.2"), (1, 1, "wamid.1")));
        await Patiently.Until(() => target.Received.Count == 2);

        int[] events = [.. target.Received.Select(request => WebhookParser.Parse(request.Body).Events.Count).Order()];
        Assert.Equal([1, 2], events);
        Assert.Equal(["wamid.1"], target.Received.Select(request => WebhookParser.Parse(request.Body).Events)
            .Where(all => all.Count == 1).Select(all => ((TextEvent)all[0]).Id.Value));
    }

    [Fact]
    public async Task ForwardEvents_ConditionThrows_ForwardsAndHandles()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.ForwardEvents<TextEvent>(
            "texts",
            options => (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret),
            _ => throw new InvalidOperationException("No.")));

        Assert.Equal(HttpStatusCode.OK, await site.Deliver(Deliveries.Texts("wamid.1")));
        await Patiently.Until(() => target.Received.Count == 1);
    }

    [Fact]
    public async Task ForwardDeliveries_MetaDeliversAgain_IsSentOnce()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(Whole(target.Address));

        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => target.Received.Count == 1);
        await site.Deliver(Deliveries.Texts("wamid.1"));
        await site.Deliver(Deliveries.Texts("wamid.2"));
        await Patiently.Until(() => target.Received.Count == 2);

        Assert.Equal(2, target.Received.Select(request => request.Id).Distinct().Count());
    }

    [Fact]
    public async Task ForwardDeliveries_HandlerFails_IsForwardedAllTheSame()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            Whole(target.Address)(webhooks);
            webhooks.Handle<TextEvent>("fails", (_, _) => throw new InvalidOperationException("No."));
        });

        Assert.Equal(HttpStatusCode.InternalServerError, await site.Deliver(Deliveries.Texts("wamid.1")));
        await Patiently.Until(() => target.Received.Count == 1);
    }

    [Fact]
    public async Task ForwardDeliveries_ReceiverAnswers500Twice_IsTriedAgainWithTheSameId()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = (number, _) => Task.FromResult(number < 2 ? HttpStatusCode.InternalServerError : HttpStatusCode.Accepted);
        await using WebhookSite site = await WebhookSite.StartAsync(WithoutPause(Whole(target.Address)));

        Assert.Equal(HttpStatusCode.OK, await site.Deliver(Deliveries.Texts("wamid.1")));
        await Patiently.Until(() => target.Received.Count == 3);

        Assert.Single(target.Received.Select(request => request.Id).Distinct());
        Assert.Equal(["1", "2", "3"], target.Received.Select(request => request.Headers["X-WhatsCommerce-Attempt"]));
        Assert.Empty(site.Letters.All);
    }

    [Fact]
    public async Task ForwardDeliveries_ReceiverHangs_HandlersAndAnswersGoOn()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        target.Answer = async (_, _) =>
        {
            await gate.Task;
            return HttpStatusCode.OK;
        };
        int handled = 0;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            Whole(target.Address, options => options.Timeout = TimeSpan.FromMinutes(5))(webhooks);
            webhooks.Handle<TextEvent>("texts", (_, _) => Task.FromResult(Interlocked.Increment(ref handled)));
        });

        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await Patiently.Wait(site.Deliver(Deliveries.Texts($"wamid.{i}"))));
        }

        Assert.Equal(40, handled);
        gate.SetResult();
        await Patiently.Until(() => target.Received.Count == 40);
    }

    [Fact]
    public async Task ForwardDeliveries_ReceiverDoesNotAnswerInTime_CountsAsFailed()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = async (_, context) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            return HttpStatusCode.OK;
        };
        await using WebhookSite site = await WebhookSite.StartAsync(WithoutPause(Whole(
            target.Address, options => (options.Timeout, options.MaxAttempts) = (TimeSpan.FromSeconds(1), 1))));

        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => site.Letters.All.Count == 1);

        Assert.Equal("The address did not answer within 1 s.", site.Letters.All.Single().Error);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task ForwardDeliveries_ReceiverRedirects_FollowsNowhere(HttpStatusCode redirect)
    {
        await using ForwardTarget elsewhere = await ForwardTarget.StartAsync();
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = (_, context) =>
        {
            context.Response.Headers.Location = elsewhere.Address.ToString();
            return Task.FromResult(redirect);
        };
        await using WebhookSite site = await WebhookSite.StartAsync(
            WithoutPause(Whole(target.Address, options => options.MaxAttempts = 2)));

        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => site.Letters.All.Count == 1);

        Assert.Equal((0, 2), (elsewhere.Received.Count, target.Received.Count));
    }

    [Fact]
    public async Task Replay_ReceiverIsBack_SendsItWithItsOriginalSignatureAndRemovesTheLetter()
    {
        using ReservedPort port = new();
        await using WebhookSite site = await WebhookSite.StartAsync(WithoutPause(Whole(
            new Uri($"http://127.0.0.1:{port.Number}/"),
            options => (options.Signature, options.MaxAttempts) = (ForwardSignature.AsReceived, 2))));
        byte[] body = Deliveries.Texts("wamid.1");

        Assert.Equal(HttpStatusCode.OK, await site.Deliver(body));
        await Patiently.Until(() => site.Letters.All.Count == 1);
        // The letter is kept before the event is marked dead and taken out of the queue.
        IDeliveryQueue queue = site.App.Services.GetRequiredService<IDeliveryQueue>();
        await Patiently.Until(async () =>
            (await queue.MeasureAsync(TestContext.Current.CancellationToken)).All(lane => lane.Events == 0));
        DeadLetter letter = site.Letters.All.Single();
        Assert.Equal(("forward:erp", 2), (letter.HandlerName, letter.Attempts));

        DeadLetterQueue office = site.App.Services.GetRequiredService<DeadLetterQueue>();
        ReplayResult failed = await office.ReplayAsync(letter, TestContext.Current.CancellationToken);
        port.LetListen();
        await using ForwardTarget target = await ForwardTarget.StartAsync(port.Number);
        ReplayResult sent = await office.ReplayAsync(site.Letters.All.Single(), TestContext.Current.CancellationToken);

        Assert.Equal((ReplayOutcome.Failed, ReplayOutcome.Handled), (failed.Outcome, sent.Outcome));
        Assert.Empty(site.Letters.All);
        Assert.Equal(WebhookSignature.Compute(body, WebhookSite.Secret), target.Received.Single().Signature);
    }

    [Fact]
    public async Task ForwardDeliveries_QueueFails_HandlesAndKeepsTheBodyAsADeadLetter()
    {
        int handled = 0;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton<IDeliveryQueue, BrokenQueue>();
            Whole(new Uri("https://erp.example/"))(webhooks);
            webhooks.Handle<TextEvent>("texts", (_, _) => Task.FromResult(++handled));
        });
        byte[] body = Deliveries.Texts("wamid.1");

        HttpStatusCode status = await site.Deliver(body);

        Assert.Equal((HttpStatusCode.OK, 1), (status, handled));
        Assert.Equal(body, site.Letters.All.Single().Body.ToArray());
    }

    [Fact]
    public async Task ForwardDeliveries_Failure_LogsNeitherAddressNorBodyNorSecret()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = (_, _) => Task.FromResult(HttpStatusCode.BadGateway);
        await using WebhookSite site = await WebhookSite.StartAsync(
            WithoutPause(Whole(target.Address, options => options.MaxAttempts = 2)));

        await site.Deliver(Deliveries.Texts(Deliveries.LongId));
        await Patiently.Until(() => site.Letters.All.Count == 1);

        string logs = string.Join('\n', site.Logs.OfSdk.Select(entry => entry.Text));
        Assert.Contains("Forward erp failed, attempt 2 of 2: The address answered 502.", logs, StringComparison.Ordinal);
        Assert.All(
            ["in-the-address", ForwardTarget.Secret, Deliveries.CustomerPhone, Deliveries.LongId, "sha256="],
            secret => Assert.DoesNotContain(secret, logs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ForwardDeliveries_SentAndRefused_AreCounted()
    {
        List<string> outcomes = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == WebhookDiagnostics.Forwards)
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            Dictionary<string, object?> all = new(tags.ToArray());
            if (all["whatscommerce.forward"] is "counted")
            {
                lock (outcomes)
                {
                    outcomes.Add((string)all["whatscommerce.outcome"]!);
                }
            }
        });
        listener.Start();
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = (number, _) => Task.FromResult(number == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        await using WebhookSite site = await WebhookSite.StartAsync(WithoutPause(webhooks => webhooks.ForwardDeliveries(
            "counted", options => (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret))));

        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() =>
        {
            lock (outcomes)
            {
                return outcomes.Count == 2;
            }
        });

        Assert.Equal(["failed", "sent"], outcomes);
    }

    [Theory]
    [InlineData("http://erp.example/hooks")]
    [InlineData("ftp://erp.example/hooks")]
    [InlineData("https://user:password@erp.example/hooks")]
    [InlineData("/hooks")]
    public async Task StartAsync_AddressIsNotAllowed_SaysSo(string address)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => WebhookSite.StartAsync(Whole(new Uri(address, UriKind.RelativeOrAbsolute))));

        Assert.Contains("Address must be an absolute https address", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForwardDeliveries_SettingsFromConfiguration_AreTaken()
    {
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        IConfigurationRoot settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Erp:Address", target.Address.ToString()),
            new("Erp:Signature", "AsReceived"),
            new("Erp:Headers:Authorization", "Bearer of-the-erp"),
        ]).Build();
        await using WebhookSite site =
            await WebhookSite.StartAsync(webhooks => webhooks.ForwardDeliveries("erp", settings.GetSection("Erp")));

        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => target.Received.Count == 1);

        ForwardTarget.Request request = target.Received.Single();
        Assert.Equal(
            ("Bearer of-the-erp", WebhookSignature.Compute(Deliveries.Texts("wamid.1"), WebhookSite.Secret)),
            (request.Headers["Authorization"], request.Signature));
    }

    [Fact]
    public async Task StartAsync_SingleEventsSignedAsReceived_SaysSo()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => WebhookSite.StartAsync(webhooks => webhooks.ForwardEvents<TextEvent>("texts", options =>
                (options.Address, options.Signature) = (new Uri("https://erp.example/"), ForwardSignature.AsReceived))));

        Assert.Contains("\"texts\" sends single events", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_NoSecret_SaysSo()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => WebhookSite.StartAsync(Whole(new Uri("https://erp.example/"), options => options.Secret = null)));

        Assert.Contains("\"erp\" has no Secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X Own", "ours")]
    [InlineData("Content-Language", "en")]
    [InlineData("X-Own", "ours\r\nX-Other: theirs")]
    public async Task StartAsync_HeaderThatARequestCannotCarry_SaysSo(string name, string value)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => WebhookSite.StartAsync(Whole(new Uri("https://erp.example/"), options => options.Headers[name] = value)));

        Assert.Contains("Headers has one that a request cannot carry", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForwardDeliveries_NameIsTaken_Throws()
    {
        WhatsCommerceWebhooksBuilder webhooks =
            new ServiceCollection().AddWhatsCommerceWebhooks(options => options.AppSecrets = ["secret"]);
        Whole(new Uri("https://erp.example/"))(webhooks);

        Assert.Throws<ArgumentException>(() => Whole(new Uri("https://erp.example/"))(webhooks));
    }

    /// <summary>A queue whose database is down.</summary>
    private sealed class BrokenQueue : IDeliveryQueue
    {
        public ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The database is down.");

        public ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
            DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
            IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default) => new([]);

        public ValueTask FinishAsync(
            ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default) => default;

        public async ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default) =>
            await Task.Delay(atMost, TimeProvider.System, cancellationToken);

        public ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default) => new([]);
    }
}
