using System.Collections;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Diagnostics;

/// <summary>No secret and no customer's number shows in a log, an exception, a span, a metric, or the text of anything public.</summary>
[Collection(nameof(Alone))]
public sealed class LeakTests : IDisposable
{
    private const string AppSecret = "0123456789abcdef-the-app-secret";
    private const string Number = "6505551234";
    private static readonly string CodedNumber = Convert.ToBase64String(Encoding.ASCII.GetBytes($"1{Number}")).TrimEnd('=');

    private readonly Listeners _listeners = new(WhatsCommerceDiagnostics.ActivitySourceName, WhatsCommerceDiagnostics.MeterName);
    private readonly RecordedLogs _logs = new();
    private readonly List<SentMessage> _sent = [];
    private readonly FakeTimeProvider _time = new() { Skips = due => due < TimeSpan.FromMinutes(30) };

    public void Dispose() => _listeners.Dispose();

    /// <summary>Each way in which a send can end, with a server that repeats all it was told.</summary>
    public static TheoryData<string> Ways() => [
        "accepted",
        "refused",
        "refused in html",
        "throttled",
        "token refused",
        "open",
        "cut",
        "never written",
        "redirect",
        "cancelled",
        "nonsense"];

    [Theory, MemberData(nameof(Ways))]
    public async Task SendAsync_WhateverHappens_ShowsNoSecretAndNoNumber(string way)
    {
        using CancellationTokenSource cancellation = new();
        using EchoingMeta meta = new(way, cancellation);
        using TestClient client = new(
            new Uri("https://graph.example/"),
            options => (options.AppSecret, options.Timeout) = (AppSecret, TimeSpan.FromMinutes(30)),
            meta,
            _time,
            services => services
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
                .AddSingleton<ISentMessageObserver>(new Observer(_sent)));

        List<object> seen = [client.Client, client.Client.Messages];
        seen.AddRange(await Try(() => client.SendUntilAsync(cancellation.Token)));
        seen.AddRange(await Try(
            () => client.Client.Messages.SendWithResponseAsync(TestClient.To, TestClient.Hello, cancellationToken: cancellation.Token)));
        await foreach (SendResult result in client.Client.Messages.SendManyAsync(
            [TestClient.To], TestClient.Hello, cancellationToken: CancellationToken.None))
        {
            seen.Add(result);
        }

        seen.AddRange(_sent);
        Assert.NotEmpty(_listeners.Activities);
        Assert.NotEmpty(_logs.Entries);
        AssertClean(_listeners.Text);
        AssertClean(string.Join('\n', _logs.Entries.Select(entry => $"{entry.Message} {entry.Values} {entry.Exception}")));
        foreach (object one in seen)
        {
            AssertClean(one.ToString()!);
            if (one is Exception exception)
            {
                AssertClean(Everything(exception));
            }
        }
    }

    [Fact]
    public void ToString_OfEverythingThatHoldsASecretOrANumber_HidesIt()
    {
        WhatsCommerceAccount account = new() { PhoneNumberId = "7", AccessToken = TestClient.Token, AppSecret = AppSecret };
        object[] all =
        [
            account,
            new AccessTokenContext { Account = account, RefusedToken = TestClient.Token },
            new WhatsCommerceOptions { AccessToken = TestClient.Token, AppSecret = AppSecret },
            new SendOptions { CallbackData = $"call +1{Number}" },
            (Recipient)TestClient.To,
            PhoneNumber.Parse(TestClient.To),
            TestClient.Hello,
            new WhatsCommerce.Http.Redaction(TestClient.Token, AppSecret, Proof, TestClient.To),
        ];

        Assert.All(all, one => AssertClean(one.ToString()!));
    }

    [Fact]
    public void ToString_OfAReceipt_HidesTheNumberAndWhereItIsCodedInTheId()
    {
        string id = $"wamid.HBgL{CodedNumber}VAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA";
        MessageReceipt receipt = new() { Id = id, Input = TestClient.To, WaId = $"1{Number}" };
        SentMessage sent = new() { To = TestClient.To, From = "7", Message = TestClient.Hello, Receipt = receipt, SentAt = default };

        Assert.All([receipt.ToString(), sent.ToString()], text =>
        {
            AssertClean(text);
            Assert.DoesNotContain(CodedNumber, text, StringComparison.Ordinal);
            Assert.Contains("...", text, StringComparison.Ordinal);
        });
        Assert.Equal(id, receipt.Id.ToString());
    }

    [Fact]
    public async Task SendAsync_ErrorThatQuotesWhatWasWritten_ShowsItsBeginningAlone()
    {
        string quoted = string.Concat(Enumerable.Repeat("a secret of the customer's, ", 200));
        using StubMeta meta = new(StubMeta.Answer(
            HttpStatusCode.BadRequest,
            $$$$"""{"error":{"code":100,"message":"(#100) Invalid: {{{{quoted}}}}","error_data":"""
                + $$$$"""{"details":"+1 650-555-1299, 16505551298: {{{{quoted}}}}"}}}"""));
        using TestClient client = new(new Uri("https://graph.example/"), handler: meta);

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(client.SendHelloAsync);

        Assert.InRange(exception.Message.Length, 100, 800);
        Assert.Contains("***1299, ***1298: a secret", exception.Message, StringComparison.Ordinal);
        Assert.Contains(quoted, exception.Error!.Details, StringComparison.Ordinal);
    }

    // A record prints all its members, unless it says otherwise. Whoever adds one decides whether that may be, and puts it here if so.
    [Fact]
    public void PublicRecords_ThatPrintAllTheirMembers_AreThoseThatMay()
    {
        string[] printing = [.. typeof(WhatsCommerceClient).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is { } print
                && print.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                && type.GetMethod("ToString", Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)];

        // Those of catalogs, templates, numbers, their call settings and profiles hold what the business shows to everybody, those of
        // payments ids and amounts, those of a permission to call how often and until when, those of campaigns the app's ids and hashes,
        // those of analytics, flows and onboarding figures, states and ids of the business; a schedule of a feed hides its password
        // itself, and a contact of the compliance data its person.
        Assert.Equal(
            [
                "AnalyticsQuery", "AppSubscription", "AppWebhook", "AppWebhookField", "BlockListFailure",
                "BlockListResult", "BusinessAccount", "BusinessCompliance", "BusinessPhoneNumber", "BusinessProfile",
                "BusinessProfileUpdate", "BusinessUsage", "CallAction", "CallActionLimit", "CallAnalyticsQuery",
                "CallDataPoint", "CallPermissionState", "CallingHoliday", "CallingHours", "CallingSettings",
                "CallingSettingsUpdate", "CallingSipServer", "CallingSlot", "CampaignClaim", "CampaignCount",
                "CampaignEntry", "CampaignOptions", "CampaignOutcome", "CampaignRecord", "CampaignSlot", "Catalog",
                "CatalogChangeResult", "CatalogItem", "CommerceSettings", "ConversationAnalyticsQuery",
                "ConversationDataPoint", "ConversationalCommand", "ConversationalComponents", "CreatedFlow",
                "CreatedTemplate", "CreditLine", "CreditShare", "FeedUpload", "Flow", "FlowApplication",
                "FlowErrorPointer", "FlowHealth", "FlowHealthEntity", "FlowHealthError", "FlowMetricPoint",
                "FlowMetricValue", "FlowMigration", "FlowMigrationFailure", "FlowPublicKey", "FlowUpdate",
                "FlowValidationError", "GraphUsage", "GroupAnalyticsQuery", "GroupDataPoint", "GroupReceipt",
                "Importer", "ImporterAddress", "InventoryOptions", "InventoryProgress", "InventorySyncOptions", "ItemsBatchStatus",
                "LibraryTemplate", "MessageTemplate", "MessagingAnalyticsQuery", "MessagingDataPoint", "MigratedFlow",
                "NumberSettings", "OfficialAccountRequest", "OfficialAccountStatus", "OrderDetailsItem", "OrderPayment",
                "OrderPaymentTransaction", "OrderRefund", "OwningBusiness", "PhoneNumberThroughput",
                "PricingAnalyticsQuery", "PricingDataPoint", "Product", "ProductFeed", "ProductFeedDefinition",
                "ProductGroup", "ProductQuery", "ProductSet", "QrCode", "RefundReceipt", "RefundRequest",
                "ReviewWatchOptions", "SharedCredit", "SubscribedApp", "TemplateAnalyticsQuery", "TemplateClicks",
                "TemplateComparison", "TemplateCost", "TemplateDataPoint", "TemplateGroup", "TemplateGroupUpdate",
                "TemplateLibraryQuery", "TemplateQuery", "TextAdjustment", "UnconfirmedBatch", "UploadCheckpoint",
                "UsageShare",
            ],
            printing);
    }

    private static string Proof =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(AppSecret), Encoding.ASCII.GetBytes(TestClient.Token)));

    private static void AssertClean(string text)
    {
        foreach (string secret in new[] { TestClient.Token, AppSecret, Proof, Number })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<object>> Try<T>(Func<Task<T>> send)
        where T : notnull
    {
        try
        {
            return [await send()];
        }
        catch (Exception exception)
        {
            return [exception];
        }
    }

    // The texts of an exception and of whatever it carries, as a tool that dumps properties would find them.
    private static string Everything(object value, int depth = 0)
    {
        StringBuilder text = new();
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.PropertyType.IsByRefLike || property.Name is "TargetSite")
            {
                continue;
            }

            switch (property.GetValue(value))
            {
                case null:
                    break;
                case ReadOnlyMemory<byte> bytes:
                    text.Append(Encoding.UTF8.GetString(bytes.Span)).AppendLine();
                    break;
                case IEnumerable many and not string:
                    text.AppendJoin(", ", many.Cast<object>()).AppendLine();
                    break;
                case object one:
                    text.Append(one).AppendLine();
                    if (depth < 3 && (one is Exception || one.GetType().Namespace is "WhatsCommerce"))
                    {
                        text.Append(Everything(one, depth + 1));
                    }

                    break;
            }
        }

        return text.ToString();
    }

    private sealed class Observer(List<SentMessage> sent) : ISentMessageObserver
    {
        public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
        {
            sent.Add(message);
            throw new InvalidOperationException("No room.");
        }
    }

    private sealed class EchoingMeta(string way, CancellationTokenSource cancellation) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = await request.Content!.ReadAsStringAsync(CancellationToken.None);
            string echo = $"{request.Headers.Authorization} {request.RequestUri} {AppSecret} {JsonEncode(body)}";
            return way switch
            {
                "accepted" => StubMeta.Ok(),
                "refused" => Error(100, echo),
                "refused in html" => StubMeta.Answer(HttpStatusCode.BadGateway, $"<html>{echo}</html>", ("X-Echo", echo)),
                "throttled" => Error(130429, echo),
                "token refused" => Error(190, echo),
                "open" => Error(131000, echo),
                "cut" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
                "never written" => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"),
                "redirect" => Redirect(echo),
                "cancelled" => await CancelAsync(),
                _ => StubMeta.Ok($$"""{"messages":[],"echo":"{{echo}}"}"""),
            };
        }

        private static string JsonEncode(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);

        private static HttpResponseMessage Error(int code, string echo) => StubMeta.Answer(
            HttpStatusCode.BadRequest,
            $$$"""{"error":{"message":"{{{echo}}}","type":"{{{echo}}}","code":{{{code}}},"error_data":{"details":"{{{echo}}}"}"""
                + $$$""","error_user_title":"{{{echo}}}","error_user_msg":"{{{echo}}}","fbtrace_id":"{{{echo}}}"}}""",
            ("X-Echo", echo),
            ("x-fb-trace-id", echo));

        private static HttpResponseMessage Redirect(string echo)
        {
            HttpResponseMessage response = StubMeta.Answer(HttpStatusCode.Redirect, echo, ("X-Echo", echo));
            response.Headers.Location = new Uri($"https://elsewhere.example/?{Uri.EscapeDataString(echo)}");
            return response;
        }

        private async Task<HttpResponseMessage> CancelAsync()
        {
            await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
            return StubMeta.Ok();
        }
    }
}
