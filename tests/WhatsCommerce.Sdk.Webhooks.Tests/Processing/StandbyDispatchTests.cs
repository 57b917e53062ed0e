using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Copies of messages in conversations of other responders reach those who watch, never those who answer.</summary>
public sealed class StandbyDispatchTests
{
    private const string Order =
        """{"from":"16505550142","id":"wamid.order","timestamp":"1762426800","type":"order","order":{"catalog_id":"1","product_items":"""
            + """[{"product_retailer_id":"a","quantity":1,"item_price":1,"currency":"USD"}]}}""";

    private const string PictureQuestion =
        """{"from":"16505550142","id":"wamid.image","timestamp":"1762426800","type":"image","image":{"id":"7"},"context":"""
            + """{"referred_product":{"catalog_id":"1","product_retailer_id":"a"}}}""";

    private readonly List<(string Handler, WebhookEvent Event)> _calls = [];

    [Theory]
    [InlineData(Order)]
    [InlineData(PictureQuestion)]
    [InlineData("""{"from":"16505550142","id":"wamid.new","timestamp":"1762426800","type":"poll","poll":{}}""")]
    public async Task ProcessAsync_MessageInStandby_ReachesThoseWhoWatchOnly(string message)
    {
        await using Receiver receiver = new(webhooks => Answering(webhooks)
            .Handle<StandbyEvent>("watch", (standby, _) => Note("watch", standby))
            .Handle<WebhookEvent>("audit", (e, _) => Note("audit", e)));

        WebhookResponse answer = await receiver.Deliver(Standby($$"""{"messages":[{{message}}]}"""));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["watch", "audit"], _calls.Select(call => call.Handler));
        Assert.All(_calls, call => Assert.IsType<StandbyEvent>(call.Event));
    }

    [Fact]
    public async Task ProcessAsync_StatusInStandby_IsNoStatusOfAMessageOfOurs()
    {
        await using Receiver receiver = new(webhooks => Answering(webhooks));

        await receiver.Deliver(Standby(
            """{"statuses":[{"id":"wamid.s","status":"sent","timestamp":"1762426800","recipient_id":"16505550142"}]}"""));

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task ProcessAsync_SameMessageInStandbyAndThenOurs_IsAnsweredOnce()
    {
        await using Receiver receiver = new(webhooks => Answering(webhooks));

        await receiver.Deliver(Standby($$"""{"messages":[{{Order}}]}"""));
        await receiver.Deliver(Encoding.UTF8.GetBytes(Bodies.Messages(Order)));
        await receiver.Deliver(Encoding.UTF8.GetBytes(Bodies.Messages(Order)));

        Assert.Equal(["orders", "inbox"], _calls.Select(call => call.Handler));
    }

    private WhatsCommerceWebhooksBuilder Answering(WhatsCommerceWebhooksBuilder webhooks) => webhooks
        .Handle<OrderEvent>("orders", (order, _) => Note("orders", order))
        .Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question))
        .Handle<ImageEvent>("pictures", (picture, _) => Note("pictures", picture))
        .Handle<MessageEvent>("inbox", (message, _) => Note("inbox", message))
        .Handle<StatusEvent>("statuses", (status, _) => Note("statuses", status))
        .Handle<UnknownEvent>("unknown", (unknown, _) => Note("unknown", unknown));

    private Task Note(string handler, WebhookEvent e)
    {
        _calls.Add((handler, e));
        return Task.CompletedTask;
    }

    private static byte[] Standby(string value) => Encoding.UTF8.GetBytes(
        Bodies.Envelope($$$"""{"field":"standby","value":{"messaging_product":"whatsapp","standby":{{{value}}}}}"""));
}
