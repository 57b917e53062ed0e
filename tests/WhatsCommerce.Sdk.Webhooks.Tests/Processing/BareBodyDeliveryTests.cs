using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What was signed and then answered 200 is handled or kept, whatever became of its envelope.</summary>
public sealed class BareBodyDeliveryTests
{
    private const string Order =
        """{"from":"1","id":"wamid.1","order":{"catalog_id":"5","product_items":[{"product_retailer_id":"p","quantity":1}]}}""";

    [Theory]
    [InlineData("""{"field":"messages","value":{"messages":[#]}}""")]
    [InlineData("""{"id":"1","changes":[{"field":"messages","value":{"messages":[#]}}]}""")]
    [InlineData("""{"entry":{"id":"1","changes":{"field":"messages","value":{"messages":#}}}}""")]
    [InlineData("""{"object":"whatsapp_business_api_data","messages":[#]}""")]
    public async Task ProcessAsync_OrderInOddClothes_ReachesItsHandler(string body)
    {
        List<OrderEvent> orders = [];
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) =>
        {
            orders.Add(order);
            return Task.CompletedTask;
        }));

        WebhookResponse answer = await receiver.Deliver(body.Replace("#", Order, StringComparison.Ordinal).Bytes());

        Assert.Equal((200, "wamid.1"), (answer.StatusCode, Assert.Single(orders).Id.Value));
        Assert.Empty(receiver.Letters.All);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hello":1}""")]
    [InlineData("""{"object":"whatsapp_business_account"}""")]
    [InlineData("[]")]
    [InlineData(
        """[{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[#]}}]}]}]""")]
    [InlineData("""{"body":{"entry":[{"changes":[{"value":{"messages":[#]}}]}]}}""")]
    [InlineData("""{"messages":{"0":#}}""")]
    [InlineData("""{"entry":[{"id":"1","messages":[#]}]}""")]
    [InlineData("""{"entry":[{"id":"1","changes":[{"messages":[#]}]}]}""")]
    [InlineData("""{"entry":[[{"id":"1","changes":[{"value":{"messages":[#]}}]}]]}""")]
    [InlineData("""{"field":"messages","value":[{"messages":[#]}]}""")]
    public async Task ProcessAsync_NothingThatIsKnown_IsKeptOnceAndStaysUntilItCanBeRead(string body)
    {
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask));
        byte[] bytes = body.Replace("#", Order, StringComparison.Ordinal).Bytes();

        WebhookResponse answer = await receiver.Deliver(bytes);
        await receiver.Deliver(bytes);

        Assert.Equal(200, answer.StatusCode);
        DeadLetter letter = Assert.Single(receiver.Letters.All);
        if (body.Contains('#', StringComparison.Ordinal))
        {
            Assert.Contains("wamid.1", System.Text.Encoding.UTF8.GetString(letter.Body.Span), StringComparison.Ordinal);
        }

        DeadLetterQueue office = receiver.Services.GetRequiredService<DeadLetterQueue>();
        ReplayResult result = await office.ReplayAsync(letter, TestContext.Current.CancellationToken);
        Assert.Equal((ReplayOutcome.Failed, 1), (result.Outcome, receiver.Letters.All.Count));
    }
}
