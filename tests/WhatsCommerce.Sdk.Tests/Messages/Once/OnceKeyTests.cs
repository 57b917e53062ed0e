using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Diagnostics;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages.Once;

/// <summary>What is sent with a key is sent once, and what is told about it is true.</summary>
public class OnceKeyTests
{
    private const string Full =
        """{"contacts":[{"input":"+16505551234","wa_id":"16505551234","user_id":"US.1349"}],"messages":"""
            + """[{"id":"wamid.abc","message_status":"accepted"}]}""";

    private static readonly Uri Meta = new("https://graph.facebook.com/");
    private static readonly SendOptions Once = new() { OnceKey = "order-42 confirmation" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_SameKeyAgain_GivesTheSameReceiptWithoutARequest()
    {
        using StubMeta meta = new(StubMeta.Ok(Full));
        using TestClient client = new(Meta, handler: meta);

        MessageReceipt first = await SendAsync(client);
        MessageReceipt again = await SendAsync(client);

        Assert.Equal(first, again);
        Assert.Equal("16505551234", again.WaId);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_SameKeyAgainToAGroup_GivesTheSameReceipt()
    {
        using StubMeta meta =
            new(StubMeta.Ok("""{"contacts":[{"input":"Y2Fw","wa_id":"Y2Fw"}],"messages":[{"id":"wamid.abc"}]}"""));
        using TestClient client = new(Meta, handler: meta);

        MessageReceipt first = await client.Client.Messages.SendAsync(Recipient.Group("Y2Fw"), TestClient.Hello, Once, Cancel);
        MessageReceipt again = await client.Client.Messages.SendAsync(Recipient.Group("Y2Fw"), TestClient.Hello, Once, Cancel);

        Assert.Equal(new GroupId("Y2Fw"), first.GroupId);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task SendAsync_OtherKeyOrNone_IsSentAgain()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await SendAsync(client);
        await SendAsync(client, new() { OnceKey = "order-43 confirmation" });
        await client.SendHelloAsync();
        await client.SendHelloAsync();

        Assert.Equal(4, meta.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_RecipientInAnotherSpelling_IsTheSame()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        foreach (string spelling in new[] { "+16505551234", "16505551234", "+1 (650) 555-1234" })
        {
            await client.Client.Messages.SendAsync(spelling, TestClient.Hello, Once, Cancel);
        }

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_OtherContentOrRecipient_IsRefusedAndSendsNothing()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        await SendAsync(client);
        TextMessage other = Message.Text("Goodbye").Build();

        OnceKeyReusedException content = await Assert.ThrowsAsync<OnceKeyReusedException>(
            () => client.Client.Messages.SendAsync(TestClient.To, other, Once, Cancel));
        OnceKeyReusedException recipient = await Assert.ThrowsAsync<OnceKeyReusedException>(
            () => client.Client.Messages.SendAsync("+16505559999", TestClient.Hello, Once, Cancel));
        await Assert.ThrowsAsync<OnceKeyReusedException>(
            () => SendAsync(client, new() { OnceKey = Once.OnceKey, ReplyTo = "wamid.other" }));

        Assert.Contains("\"order-42 confirmation\" belongs to a message with another content", content.Message, StringComparison.Ordinal);
        Assert.Contains("another recipient", recipient.Message, StringComparison.Ordinal);
        Assert.Equal(Once.OnceKey, recipient.OnceKey);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_SameKeyFromAnotherNumber_IsAnotherMessage()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        await SendAsync(client);

        await client.Services.GetRequiredService<IWhatsCommerceClientFactory>()
            .Create(new WhatsCommerceAccount { PhoneNumberId = "7", AccessToken = "token-7" })
            .Messages.SendAsync(TestClient.To, Message.Text("Another shop").Build(), Once, Cancel);

        Assert.Equal(2, meta.Requests.Count);
    }

    [Theory]
    [InlineData(131000, 500)]
    [InlineData(987654, 400)]
    public async Task SendAsync_OutcomeUnknown_StaysUnknownUnderItsKeyAndIsNotPostedAgain(int code, int status)
    {
        using StubMeta meta = new(StubMeta.Error(code, status));
        RecordedLogs logs = new();
        using TestClient client = new(Meta, handler: meta, services: services => services.AddLogging(logging => logging.AddProvider(logs)));
        OutcomeUnknownException first = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));

        for (int i = 0; i < 10; i++)
        {
            OutcomeUnknownException again = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));
            Assert.Equal(Once.OnceKey, again.OnceKey);
            Assert.Contains("\"order-42 confirmation\"", again.Message, StringComparison.Ordinal);
            Assert.Contains("ISendLedger.ResolveAsync", again.Message, StringComparison.Ordinal);
            Assert.False(again.IsRetrySafe);
        }

        Assert.Equal(Once.OnceKey, first.OnceKey);
        Assert.Single(meta.Requests);
        Assert.Equal(10, logs.Entries.Count(entry => entry is { Id: 12, Level: LogLevel.Warning }));
    }

    [Fact]
    public async Task SendAsync_ConnectionCutAfterWriting_StaysUnknownUnderItsKey()
    {
        using StubMeta meta = new(StubMeta.Cut);
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileUnderWayAndNoResponseComes_StaysUnknownUnderItsKey()
    {
        using CancellationTokenSource caller = new();
        FakeTimeProvider time = new();
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async end =>
            {
                await caller.CancelAsync();
                time.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
            },
        };
        using TestClient client = new(Meta, handler: meta, time: time);

        SendCanceledException exception = await Assert.ThrowsAsync<SendCanceledException>(
            () => client.Client.Messages.SendAsync(TestClient.To, TestClient.Hello, Once, caller.Token));

        Assert.Equal((Once.OnceKey, caller.Token), (exception.OnceKey, exception.CancellationToken));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileUnderWayAndThenAccepted_StoresTheReceipt()
    {
        using CancellationTokenSource caller = new();
        using StubMeta meta = new(StubMeta.Ok()) { Before = _ => caller.CancelAsync() };
        using TestClient client = new(Meta, handler: meta);

        MessageReceipt first = await client.Client.Messages.SendAsync(TestClient.To, TestClient.Hello, Once, caller.Token);

        Assert.Equal(first, await SendAsync(client));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileUnderWayAndThenRejected_FreesTheKey()
    {
        using CancellationTokenSource caller = new();
        using StubMeta meta = new(_ => StubMeta.Error(130429), _ => StubMeta.Ok()) { Before = _ => caller.CancelAsync() };
        using TestClient client = new(Meta, handler: meta);

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Client.Messages.SendAsync(TestClient.To, TestClient.Hello, Once, caller.Token));
        await SendAsync(client);

        Assert.IsNotType<SendCanceledException>(exception);
        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_UnknownThenReportedByAStatus_GivesTheReceipt()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500));
        using TestClient client = new(Meta, handler: meta);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));
        string callbackData = JsonElement.Parse(meta.Requests[0].Body).GetProperty("biz_opaque_callback_data").GetString()!;

        await LedgerOf(client).ResolveAsync(new ReportedSend(TestClient.PhoneNumberId, "wamid.told", callbackData, "16505551234"), Cancel);
        MessageReceipt receipt = await SendAsync(client);

        Assert.Equal(new MessageReceipt { Id = "wamid.told", Input = TestClient.To }, receipt);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_UnknownThenResolvedAsNotSent_IsSentAgain()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));

        Assert.True(
            await LedgerOf(client).ResolveAsync(new SendKey(TestClient.PhoneNumberId, exception.OnceKey!), sentAs: default, Cancel));
        MessageReceipt receipt = await SendAsync(client);

        Assert.Equal("wamid.abc", receipt.Id.Value);
        Assert.Equal(2, meta.Requests.Count);
    }

    [Theory]
    [InlineData(131026)]
    [InlineData(131047)]
    [InlineData(130429)]
    [InlineData(190)]
    public async Task SendAsync_Refused_FreesTheKey(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        await Assert.ThrowsAnyAsync<GraphException>(() => SendAsync(client));

        Assert.Equal(
            "wamid.abc",
            (await client.Client.Messages.SendAsync(TestClient.To, Message.Text("Other words").Build(), Once, Cancel)).Id.Value);
        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_NeverWritten_FreesTheKey()
    {
        using StubMeta meta = new(_ => StubMeta.Ok());
        int tokens = 0;
        using TestClient client = new(Meta, handler: meta, services: services => services.AddSingleton<IAccessTokenProvider>(
            new Tokens(() => tokens++ == 0 ? throw new InvalidOperationException("The vault is closed.") : "token")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(client));
        await SendAsync(client);

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledBefore_StoresNothing()
    {
        HookedLedger ledger = new();
        using TestClient client = Client(new StubMeta(StubMeta.Ok()), ledger);

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Client.Messages.SendAsync(TestClient.To, TestClient.Hello, Once, new CancellationToken(canceled: true)));

        Assert.IsNotType<SendCanceledException>(exception);
        Assert.Empty(ledger.Calls);
    }

    [Theory]
    [InlineData("00447700900077", "key")]
    [InlineData("+16505551234", " ")]
    public async Task SendAsync_Invalid_StoresAndSendsNothing(string to, string key)
    {
        HookedLedger ledger = new();
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, ledger);

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Messages.SendAsync(to, TestClient.Hello, new() { OnceKey = key }, Cancel));

        Assert.Empty(ledger.Calls);
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_IntentAndReceipt_AreStoredAroundThePost()
    {
        HookedLedger ledger = new();
        using StubMeta meta = new(_ =>
        {
            Assert.Equal(["begin"], ledger.Calls);
            return StubMeta.Ok();
        });
        using TestClient client = Client(meta, ledger);

        await SendAsync(client);

        Assert.Equal(["begin", "complete"], ledger.Calls);
    }

    [Fact]
    public async Task SendAsync_TwoAtOnce_OnePostsAndBothGetTheReceipt()
    {
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        HookedLedger ledger = new();
        ledger.After = member =>
        {
            if (member == "begin" && ledger.Calls.Count(call => call == "begin") >= 3)
            {
                waits.TrySetResult();
            }

            return Task.CompletedTask;
        };
        using StubMeta meta = new(StubMeta.Ok()) { Before = token => waits.Task.WaitAsync(token) };
        using TestClient client = Client(meta, ledger);

        MessageReceipt[] receipts = await Task.WhenAll(SendAsync(client), SendAsync(client));

        Assert.Equal(receipts[0].Id, receipts[1].Id);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_AnotherCallTakesTooLong_SaysThatItIsUnderWayAndSendsNothing()
    {
        FakeTimeProvider time = new() { Skips = wait => wait <= TimeSpan.FromSeconds(1) };
        HookedLedger ledger = new(time);
        TestClient.Hello.ToJson(TestClient.To, Once, out byte[] content);
        SendIntent other = new(new SendKey(TestClient.PhoneNumberId, Once.OnceKey!), TestClient.To, content);
        await ledger.TryBeginAsync(other, TimeSpan.FromHours(1), Cancel);
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, ledger, time);

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));

        Assert.Contains("Another call is sending", exception.Message, StringComparison.Ordinal);
        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_LedgerCannotStoreTheIntent_SendsNothingAndSaysSo()
    {
        HookedLedger ledger =
            new() { Before = member => member == "begin" ? throw new TimeoutException("The database is down.") : Task.CompletedTask };
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, ledger);

        SendLedgerException exception = await Assert.ThrowsAsync<SendLedgerException>(() => SendAsync(client));

        Assert.Contains(
            "was not sent, because the ledger could not store the intent (The database is down)",
            exception.Message,
            StringComparison.Ordinal);
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_LedgerStoresTheIntentButItsAnswerIsLost_TakesItBack()
    {
        bool isDown = true;
        HookedLedger ledger = new();
        ledger.After = member => member == "begin" && isDown ? throw new TimeoutException("The database is down.") : Task.CompletedTask;
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, ledger);

        await Assert.ThrowsAsync<SendLedgerException>(() => SendAsync(client));
        isDown = false;
        await SendAsync(client);

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_LedgerCannotStoreTheReceipt_GivesItAndIsNotPostedAgain()
    {
        FakeTimeProvider time = new();
        HookedLedger ledger = new(
            time) { Before = member => member == "complete" ? throw new TimeoutException("The database is down.") : Task.CompletedTask };
        using StubMeta meta = new(StubMeta.Ok());
        RecordedLogs logs = new();
        using TestClient client = Client(meta, ledger, time, logs);

        MessageReceipt receipt = await SendAsync(client);
        time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client));
        await ledger.ResolveAsync(new ReportedSend(TestClient.PhoneNumberId, receipt.Id, SendKey.CallbackDataOf(Once.OnceKey!)), Cancel);

        Assert.Equal(receipt.Id, (await SendAsync(client)).Id);
        Assert.Single(meta.Requests);
        Assert.Single(logs.Entries, entry => entry is { Id: 14, Level: LogLevel.Error });
    }

    [Fact]
    public async Task SendAsync_StillWaitingForItsTurnWhenTheLeaseEnds_IsGivenUpUnsent()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, new HookedLedger(
            time), time, services: services => services.AddSingleton<IAccessTokenProvider>(
            new Tokens(() =>
            {
                asked.TrySetResult();
                return null;
            })));

        Task<MessageReceipt> sending = SendAsync(client);
        await asked.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromMinutes(5));

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(() => sending);
        Assert.True(exception.IsRetrySafe);
        Assert.Contains("did not get its turn", exception.Message, StringComparison.Ordinal);
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task SendWithAnswerAsync_SameKeyAgain_GivesTheReceiptWithoutAnAnswer()
    {
        using StubMeta meta = new(StubMeta.Ok(Full));
        using TestClient client = new(Meta, handler: meta);

        GraphResponse<MessageReceipt> first =
            await client.Client.Messages.SendWithResponseAsync(TestClient.To, TestClient.Hello, Once, Cancel);
        GraphResponse<MessageReceipt> again =
            await client.Client.Messages.SendWithResponseAsync(TestClient.To, TestClient.Hello, Once, Cancel);

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(Full, Encoding.UTF8.GetString(first.Body.Span));
        Assert.Equal((HttpStatusCode.OK, 0, 0), (again.StatusCode, again.Headers.Count, again.Body.Length));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendManyAsync_WithAKey_SendsToEachOnceHoweverOftenItIsRun()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        Recipient[] customers = ["+16505550001", "+16505550002", "16505550001"];

        for (int run = 0; run < 3; run++)
        {
            await foreach (SendResult result in client.Client.Messages.SendManyAsync(
                customers, TestClient.Hello, new SendManyOptions { OnceKey = "spring sale" }, Cancel))
            {
                Assert.Equal(SendOutcome.Sent, result.Outcome);
            }
        }

        Assert.Equal(2, meta.Requests.Count);
        Assert.Equal(2, meta.Requests
            .Select(request => JsonElement.Parse(request.Body).GetProperty("biz_opaque_callback_data").GetString())
            .Distinct()
            .Count());
    }

    [Fact]
    public async Task SendManyAsync_KeyOfTheRecipient_GoesBeforeTheOneOfAll()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await foreach (SendResult result in client.Client.Messages.SendManyAsync(
            [TestClient.To], TestClient.Hello, new SendManyOptions { OnceKey = "spring sale", OptionsFor = _ => Once }, Cancel))
        {
            Assert.Equal(SendOutcome.Sent, result.Outcome);
        }

        await SendAsync(client);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendManyAsync_UnknownUnderItsKey_IsToldAsUnknown()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500));
        using TestClient client = new(Meta, handler: meta);

        for (int run = 0; run < 2; run++)
        {
            await foreach (SendResult result in client.Client.Messages.SendManyAsync(
                [TestClient.To], TestClient.Hello, new SendManyOptions { OnceKey = "spring sale" }, Cancel))
            {
                Assert.Equal(SendOutcome.Unknown, result.Outcome);
            }
        }

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task Observer_SameKeyAgain_SeesThatItWasSentBefore()
    {
        Recorder recorder = new();
        FakeTimeProvider time = new();
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client =
            Client(meta, new HookedLedger(time), time, services: services => services.AddSingleton<ISentMessageObserver>(recorder));

        await SendAsync(client);
        time.Advance(TimeSpan.FromHours(1));
        await SendAsync(client);

        Assert.Equal([false, true], recorder.Seen.Select(sent => sent.WasSentBefore));
        Assert.Equal([time.Start, time.Start], recorder.Seen.Select(sent => sent.SentAt));
        Assert.Equal(recorder.Seen[0].Receipt, recorder.Seen[1].Receipt);
    }

    [Fact]
    public async Task ToJson_WithAKey_WritesWhatIsPosted()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await SendAsync(client);

        Assert.Equal(meta.Requests[0].Body, Encoding.UTF8.GetString(TestClient.Hello.ToJson(TestClient.To, Once)));
        Assert.Equal(
            new SendKey(TestClient.PhoneNumberId, Once.OnceKey!).CallbackData,
            JsonElement.Parse(meta.Requests[0].Body).GetProperty("biz_opaque_callback_data").GetString());
    }

    [Fact]
    public void ToJson_WithAKeyAndDataOfTheApp_LeavesTheDataAlone()
    {
        SendOptions options = new() { OnceKey = new string('k', 10_000), CallbackData = "order 42" };

        Assert.Equal(
            "order 42",
            JsonElement.Parse(TestClient.Hello.ToJson(TestClient.To, options)).GetProperty("biz_opaque_callback_data").GetString());
    }

    [Fact]
    public async Task Ledger_GetsNeitherNumberNorText()
    {
        HookedLedger ledger = new();
        using TestClient client = Client(new StubMeta(StubMeta.Ok(Full)), ledger);

        await SendAsync(client, new() { OnceKey = "welcome 16505551234", CallbackData = "for 16505551234" });
        SendRecord record = await ledger.TryBeginAsync(
            new SendIntent(ledger.Intent!.Key, TestClient.To, []), TimeSpan.FromMinutes(1), Cancel);

        string all =
            $"{ledger.Intent.Key} {ledger.Intent.ContentHash} {ledger.Intent.RecipientHash} {ledger.Intent.CallbackDataHash} "
                + $"{record.RecipientHash} {record.ContentHash} {Encoding.UTF8.GetString(record.Receipt.Span)}";
        Assert.DoesNotContain("6505551234", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", all, StringComparison.Ordinal);
        Assert.DoesNotContain("welcome", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-42 confirmation", "order-42 confirmation")]
    [InlineData("welcome 16505551234", "welcome ***1234")]
    [InlineData("+16505551234/welcome", "+***1234/welcome")]
    [InlineData("a1234567890b", "a1234567890b")]
    [InlineData("order-12345678", "order-12345678")]
    public async Task Error_NamesTheKey_WithoutTheWholeNumber(string key, string shown)
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500));
        using TestClient client = new(Meta, handler: meta);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client, new() { OnceKey = key }));

        OutcomeUnknownException exception =
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(client, new() { OnceKey = key }));

        Assert.Contains($"\"{shown}\"", exception.Message, StringComparison.Ordinal);
        Assert.Equal(key, exception.OnceKey);
    }

    private static Task<MessageReceipt> SendAsync(TestClient client, SendOptions? options = null) =>
        client.Client.Messages.SendAsync(TestClient.To, TestClient.Hello, options ?? Once, Cancel);

    private static ISendLedger LedgerOf(TestClient client) => client.Services.GetRequiredService<ISendLedger>();

    private static TestClient Client(
        StubMeta meta,
        HookedLedger ledger,
        TimeProvider? time = null,
        RecordedLogs? logs = null,
        Action<IServiceCollection>? services = null) => new(
        Meta,
        options => options.Retry.Enabled = false,
        meta,
        time,
        collection =>
        {
            collection.AddSingleton<ISendLedger>(ledger);
            services?.Invoke(collection);
            if (logs is not null)
            {
                collection.AddLogging(logging => logging.AddProvider(logs));
            }
        });

    /// <summary>A provider of tokens that throws, gives one, or never comes back.</summary>
    private sealed class Tokens(Func<string?> next) : IAccessTokenProvider
    {
        public async ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default)
        {
            if (next() is { } token)
            {
                return token;
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return "";
        }
    }

    private sealed class Recorder : ISentMessageObserver
    {
        public List<SentMessage> Seen { get; } = [];

        public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
        {
            Seen.Add(message);
            return default;
        }
    }
}
