using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>
/// The handler of the README, when its send ends in an unknown outcome and Meta delivers again: the customer gets one answer.
/// </summary>
public class OnceTests
{
    private const string Pablo = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("order 42")]
    public async Task Order_AnswerWhoseOutcomeIsUnknown_IsSettledByItsStatusAndSentOnce(string? callbackData)
    {
        int runs = 0;
        MessageId told = default;
        await using TestShop shop = await OpenAsync(async (order, whatsApp, context, cancellationToken) =>
        {
            runs++;
            SendOptions options = new() { ReplyTo = order.Id, OnceKey = context.OnceKey("confirmation"), CallbackData = callbackData };
            told = (await whatsApp.Messages.SendAsync(
                order.Customer.ToRecipient(), Message.Text("Got it").Build(), options, cancellationToken)).Id;
        });
        shop.Cloud.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        await shop.Cloud.WhenDeliveredAsync(Stop);

        ReceivedMessage answer = Assert.Single(pablo.Received);
        Assert.Equal(answer.Id, told);
        Assert.InRange(runs, 2, 10);
        Assert.Equal(1, shop.Cloud.Requests.Count(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Order_HandlerThatFailsAfterItsAnswer_DoesNotAnswerAgain()
    {
        int runs = 0;
        await using TestShop shop = await OpenAsync(async (order, whatsApp, context, cancellationToken) =>
        {
            await whatsApp.Messages.SendAsync(
                order.Customer.ToRecipient(),
                Message.Text("Got it").Build(),
                new SendOptions { ReplyTo = order.Id, OnceKey = context.OnceKey("confirmation") },
                cancellationToken);
            if (++runs < 4)
            {
                throw new InvalidOperationException("No database");
            }
        });
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        await shop.Cloud.WhenDeliveredAsync(Stop);

        // The second cart is another event, however equal.
        Assert.Equal(5, runs);
        Assert.Equal(2, pablo.Received.Count);
    }

    private static Task<TestShop> OpenAsync(
        Func<OrderEvent, WhatsCommerceClient, WebhookContext, CancellationToken, Task> handler) => TestShop.OpenAsync(
        webhooks => webhooks.Handle("orders", handler),
        new CloudApiEmulatorOptions
        {
            // As Meta does: what fails comes again later, and holds nothing up.
            DeliverInOrder = false,
            RedeliveryWaits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(100), 9)],
        });
}
