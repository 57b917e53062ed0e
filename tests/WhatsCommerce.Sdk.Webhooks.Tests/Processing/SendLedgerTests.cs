using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Keys for what handlers send, and statuses that settle sends.</summary>
public class SendLedgerTests
{
    private const string PhoneNumberId = "106540352242922";
    private static readonly SendKey Key = new(PhoneNumberId, "order-42");

    [Fact]
    public async Task OnceKey_EachAttemptAndRedelivery_IsTheSame()
    {
        List<string> keys = [];
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent, WebhookContext>("orders", (_, context, _) =>
        {
            keys.Add(context.OnceKey("confirmation"));
            return keys.Count < 3 ? throw new InvalidTimeZoneException() : Task.CompletedTask;
        }));

        for (int i = 0; i < 3; i++)
        {
            await receiver.Deliver(Deliveries.Orders(Deliveries.LongId));
        }

        Assert.Equal(3, keys.Count);
        string key = Assert.Single(keys.Distinct());
        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
    }

    [Fact]
    public void OnceKey_OtherEventHandlerOrPurpose_IsAnother()
    {
        string[] keys =
        [
            Context("/messages/message/1/wamid.A", "orders").OnceKey("confirmation"),
            Context("/messages/message/1/wamid.B", "orders").OnceKey("confirmation"),
            Context("/messages/message/1/wamid.A", "texts").OnceKey("confirmation"),
            Context("/messages/message/1/wamid.A", "orders").OnceKey("reminder"),
            Context("/messages/message/1/wamid.A", "orderscon").OnceKey("firmation"),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Theory, InlineData(""), InlineData(" "), InlineData(null)]
    public void OnceKey_NoPurpose_IsRefused(string? purpose) =>
        Assert.ThrowsAny<ArgumentException>(() => Context("a", "b").OnceKey(purpose!));

    [Theory]
    [InlineData("sent")]
    [InlineData("read")]
    [InlineData("failed")]
    [InlineData("something new")]
    public async Task Status_OfAnySort_SettlesTheSendWithoutAHandler(string status)
    {
        Ledger ledger = new();
        await using Receiver receiver = Receive(ledger);

        WebhookResponse answer = await receiver.Deliver(Statuses(Key.CallbackData, status));

        Assert.Equal(200, answer.StatusCode);
        ReportedSend reported = Assert.Single(ledger.Reported);
        Assert.Equal((Key, Deliveries.LongId), (reported.Key, reported.MessageId.Value));
        RecordedLogs.Entry log = Assert.Single(receiver.Logs.OfSdk, entry => entry.Id == 151);
        Assert.DoesNotContain("NTAxMjM", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_ManyInADelivery_AreAllReported()
    {
        Ledger ledger = new();
        await using Receiver receiver = Receive(ledger);
        string[] ids = [.. Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"wamid.{i}"))];

        await receiver.Deliver(WithCallbackData(Deliveries.Statuses(ids), "order 42"));

        Assert.Equal(ids.Order(), ledger.Reported.Select(reported => reported.MessageId.Value!).Order());
    }

    [Fact]
    public async Task Status_SettlesTheSend_BeforeItsHandlerRuns()
    {
        Ledger ledger = new();
        int reportedBefore = 0;
        await using Receiver receiver = Receive(ledger, webhooks => webhooks.Handle<StatusEvent>("statuses", (_, _) =>
        {
            reportedBefore = ledger.Reported.Count;
            return Task.CompletedTask;
        }));

        await receiver.Deliver(Statuses(Key.CallbackData));

        Assert.Equal(1, reportedBefore);
    }

    [Fact]
    public async Task Status_CallbackDataOfTheApp_IsReportedWithEachNameOfTheRecipient()
    {
        Ledger ledger = new();
        await using Receiver receiver = Receive(ledger);

        await receiver.Deliver(Statuses("order 42"));

        ReportedSend reported = Assert.Single(ledger.Reported);
        Assert.Null(reported.Key);
        Assert.Equal(SendIntent.HashOf(PhoneNumberId, "order 42"), reported.CallbackDataHash);
        Assert.Contains(SendIntent.HashOf(Deliveries.CustomerPhone), reported.RecipientHashes);
        Assert.Contains(SendIntent.HashOf("+16505550123"), reported.RecipientHashes);
    }

    [Fact]
    public async Task Status_WithoutCallbackData_AsksNobody()
    {
        Ledger ledger = new();
        await using Receiver receiver = Receive(ledger);

        await receiver.Deliver(Deliveries.Statuses("wamid.A"));

        Assert.Empty(ledger.Reported);
    }

    [Fact]
    public async Task Status_LedgerFails_RunsTheHandlersAndComesAgain()
    {
        Ledger ledger = new() { IsDown = true };
        int runs = 0;
        await using Receiver receiver =
            Receive(ledger, webhooks => webhooks.Handle<StatusEvent>("statuses", (_, _) => Task.FromResult(++runs)));

        WebhookResponse first = await receiver.Deliver(Statuses(Key.CallbackData));
        ledger.IsDown = false;
        WebhookResponse again = await receiver.Deliver(Statuses(Key.CallbackData));

        Assert.Equal((WebhookOutcome.StoreFailed, WebhookOutcome.Handled), (first.Outcome, again.Outcome));
        Assert.Equal((1, 1), (runs, ledger.Reported.Count));
        Assert.Single(receiver.Logs.OfSdk, entry => entry is { Id: 152, Level: LogLevel.Error });
    }

    [Fact]
    public async Task Status_WithoutALedger_IsHandledAsAlways()
    {
        await using Receiver receiver = new();

        Assert.Equal(200, (await receiver.Deliver(Statuses(Key.CallbackData))).StatusCode);
    }

    private static Receiver Receive(Ledger ledger, Action<WhatsCommerceWebhooksBuilder>? add = null) => new(webhooks =>
    {
        webhooks.Services.AddSingleton<ISendLedger>(ledger);
        add?.Invoke(webhooks);
    });

    private static WebhookContext Context(string webhookEvent, string handler) => new(
        WebhookParser.Parse(Deliveries.Orders("wamid.A")).Events[0],
        "",
        WebhookClaim.Claimed(new(webhookEvent, handler), Guid.NewGuid(), 1));

    private static byte[] Statuses(string callbackData, string status = "sent") =>
        WithCallbackData(Deliveries.Statuses(Deliveries.LongId), callbackData, status);

    private static byte[] WithCallbackData(byte[] statuses, string callbackData, string status = "sent") => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(statuses).Replace(
            "\"status\":\"read\"", $"\"status\":\"{status}\",\"biz_opaque_callback_data\":\"{callbackData}\"", StringComparison.Ordinal));

    /// <summary>Takes note of what is reported.</summary>
    private sealed class Ledger : ISendLedger
    {
        public List<ReportedSend> Reported { get; } = [];

        public bool IsDown { get; set; }

        public ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default)
        {
            if (IsDown)
            {
                throw new TimeoutException("The database is down.");
            }

            lock (Reported)
            {
                Reported.Add(reported);
            }

            return new(true);
        }

        public ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<bool> CompleteAsync(
            SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
