using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What an endpoint tells campaigns: deliveries, and who wants no marketing messages.</summary>
public class CampaignRecordingTests
{
    private const string PhoneNumberId = "106540352242922";
    private const string Key = "spring sale 1";

    [Theory]
    [InlineData("sent", DeliveryProgress.Sent)]
    [InlineData("delivered", DeliveryProgress.Delivered)]
    [InlineData("read", DeliveryProgress.Read)]
    [InlineData("played", DeliveryProgress.Read)]
    [InlineData("failed", DeliveryProgress.Failed)]
    public async Task Status_OfAMessage_IsRecorded(string status, DeliveryProgress progress)
    {
        Recorder recorder = new();
        await using Receiver receiver = Receive(recorder);

        WebhookResponse answer = await receiver.Deliver(Status(status, SendKey.CallbackDataOf(Key)));

        Assert.Equal(200, answer.StatusCode);
        DeliveryReport report = Assert.Single(recorder.Reports);
        Assert.Equal((PhoneNumberId, progress), (report.From.Value, report.Progress));
        Assert.Equal((SendKey.HashOf(Key), DeliveryReport.HashOf("wamid.A")), (report.SendHash, report.MessageHash));
        Assert.Equal(progress == DeliveryProgress.Failed ? 131049 : null, report.ErrorCode);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1767225601), report.At);
    }

    [Fact]
    public async Task Status_WithCallbackDataOfTheApp_IsRecordedByItsMessage()
    {
        Recorder recorder = new();
        await using Receiver receiver = Receive(recorder);

        await receiver.Deliver(Status("read", "order 42"));

        Assert.Null(Assert.Single(recorder.Reports).SendHash);
    }

    [Fact]
    public async Task Status_ThatSaysNothingOfDelivery_IsNotRecorded()
    {
        Recorder recorder = new();
        await using Receiver receiver = Receive(recorder);

        await receiver.Deliver(Status("deleted", "order 42"));

        Assert.Empty(recorder.Reports);
    }

    [Theory, InlineData("stop", true), InlineData("resume", false)]
    public async Task Preference_ForMarketing_IsRecordedForEachIdOfTheCustomer(string value, bool isStopped)
    {
        Recorder recorder = new();
        await using Receiver receiver = Receive(recorder);

        await receiver.Deliver(Preference("marketing_messages", value));

        MarketingPreference preference = Assert.Single(recorder.Preferences);
        Assert.Equal((PhoneNumberId, isStopped), (preference.From.Value, preference.IsStopped));
        Assert.Equal(
            [SendIntent.HashOf("+16505551234"), SendIntent.HashOf("US.13491208655302741918")], preference.RecipientHashes);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1731705721), preference.At);
    }

    [Theory, InlineData("marketing_messages", "perhaps"), InlineData("something_new", "stop")]
    public async Task Preference_ForAnythingElse_IsNotRecorded(string category, string value)
    {
        Recorder recorder = new();
        await using Receiver receiver = Receive(recorder);

        await receiver.Deliver(Preference(category, value));

        Assert.Empty(recorder.Preferences);
    }

    [Fact]
    public async Task Status_RecorderFails_IsDeliveredAgain()
    {
        Recorder recorder = new() { Fails = true };
        await using Receiver receiver = Receive(recorder);

        Assert.Equal(500, (await receiver.Deliver(Status("read", SendKey.CallbackDataOf(Key)))).StatusCode);
        recorder.Fails = false;
        Assert.Equal(200, (await receiver.Deliver(Status("read", SendKey.CallbackDataOf(Key)))).StatusCode);

        Assert.Single(recorder.Reports);
    }

    private static Receiver Receive(Recorder recorder) => new(webhooks =>
    {
        webhooks.Services.AddSingleton<IDeliveryRecorder>(recorder).AddSingleton<IMarketingPreferences>(recorder);
        webhooks.RecordCampaigns();
    });

    private static byte[] Status(string status, string callbackData) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{PhoneNumberId}}}"},
        "statuses":[{"id":"wamid.A","status":"{{{status}}}","timestamp":"1767225601","recipient_id":"16505551234",
        "biz_opaque_callback_data":"{{{callbackData}}}","errors":[{"code":131049,"title":"Not delivered"}]}]}}]}]}
        """);

    private static byte[] Preference(string category, string value) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"user_preferences","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{PhoneNumberId}}}"},
        "contacts":[{"profile":{"name":"Pablo"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}],
        "user_preferences":[{"wa_id":"16505551234","user_id":"US.13491208655302741918","detail":"User requested",
        "category":"{{{category}}}","value":"{{{value}}}","timestamp":1731705721}]}}]}]}
        """);

    private sealed class Recorder : IDeliveryRecorder, IMarketingPreferences
    {
        public List<DeliveryReport> Reports { get; } = [];

        public List<MarketingPreference> Preferences { get; } = [];

        public bool Fails { get; set; }

        public ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default)
        {
            if (Fails)
            {
                throw new TimeoutException("The database is down.");
            }

            Reports.Add(report);
            return new(true);
        }

        public ValueTask RecordAsync(MarketingPreference preference, CancellationToken cancellationToken = default)
        {
            Preferences.Add(preference);
            return default;
        }

        public ValueTask<IReadOnlySet<string>> FindStoppedAsync(
            PhoneNumberId from, IReadOnlyCollection<string> recipients, CancellationToken cancellationToken = default) =>
            new(new HashSet<string>());
    }
}
