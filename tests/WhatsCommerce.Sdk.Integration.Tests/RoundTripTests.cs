using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Client, local Cloud API and endpoint together, over real connections: what one says, the other understands.</summary>
public class RoundTripTests
{
    private const string Pablo = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_EachKindOfMessage_ReachesTheCustomerAsBuilt()
    {
        await using TestShop shop = await TestShop.OpenAsync();
        OutboundMessage[] messages =
        [
            Message.Text("Hello 👩‍🌾").Build(),
            Message.Catalog().Body("All we have").Footer("Free delivery").Thumbnail("apple-1kg").Build(),
            Message.Product(shop.Catalog, "apple-1kg").Body("This one?").Build(),
            Message.ProductList(shop.Catalog).Header("Fresh").Body("Pick").Section("Fruit", "apple-1kg", "banana-1kg").Build(),
            Message.CatalogLink(shop.Cloud.PhoneNumber).Body("Our catalog:").Build(),
        ];

        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        foreach (OutboundMessage message in messages)
        {
            MessageReceipt receipt = await shop.Client.Messages.SendAsync(Pablo, message, cancellationToken: Stop);
            ReceivedMessage received = await pablo.NextMessageAsync(Patiently.Patience, Stop);

            Assert.Equal(receipt.Id, received.Id);
            Assert.EndsWith(message.Kind, received.Kind, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Send_WithCallbackData_IsFoundInEveryStatus()
    {
        await using TestShop shop = await TestShop.OpenAsync();

        MessageReceipt receipt = await shop.Client.Messages.SendAsync(
            Pablo, Message.Text("Hello").Build(), new SendOptions { CallbackData = "order 42" }, Stop);

        StatusEvent[] statuses = [.. (await shop.EventsAsync()).OfType<StatusEvent>()];
        Assert.Equal([MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Read], statuses.Select(status => status.Status));
        Assert.All(statuses, status => Assert.Equal((receipt.Id, "order 42"), (status.MessageId, status.CallbackData)));
    }

    [Fact]
    public async Task Order_AnsweredInItsHandler_QuotesTheCart()
    {
        await using TestShop shop = await TestShop.OpenAsync(webhooks => webhooks.Handle<OrderEvent, WhatsCommerceClient>(
            "orders",
            (order, client, ct) => client.Messages.SendAsync(
                order.Customer.ToRecipient(),
                Message.Text($"Got {order.Items.Count} items").Build(),
                new SendOptions { ReplyTo = order.Id },
                ct)));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo, name: "Pablo");

        MessageId cart = await pablo.SendCartAsync(
            [("apple-1kg", 2), new CartItem("banana-1kg") { ClaimedPrice = new Money(0.01m, "USD") }], "Ring twice", Stop);

        ReceivedMessage answer = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(("Got 2 items", cart), (answer.Text, answer.RepliesTo));
        OrderEvent order = Assert.Single((await shop.EventsAsync()).OfType<OrderEvent>());
        Assert.Equal((cart, shop.Catalog, "Ring twice", "Pablo"), (order.Id, order.CatalogId, order.Text, order.Customer.ProfileName));
        Assert.Equal(
            [("apple-1kg", 2, new Money(3.49m, "USD")), ("banana-1kg", 1, new Money(0.01m, "USD"))],
            order.Items.Select(item => (item.RetailerId.Value!, item.Quantity, item.ItemPrice!.Value)));
    }

    [Fact]
    public async Task Question_FromTheProductPage_NamesTheProduct()
    {
        await using TestShop shop = await TestShop.OpenAsync();

        await shop.Cloud.Customer(Pablo).AskAboutAsync("apple-1kg", "Sweet or sour?", Stop);

        ProductQuestionEvent question = Assert.Single((await shop.EventsAsync()).OfType<ProductQuestionEvent>());
        Assert.Equal((shop.Catalog, "apple-1kg", "Sweet or sour?"), (question.CatalogId, question.RetailerId.Value, question.Text));
    }

    [Fact]
    public async Task Text_AnsweringAMessage_NamesIt()
    {
        await using TestShop shop = await TestShop.OpenAsync();
        MessageReceipt receipt =
            await shop.Client.Messages.SendAsync(Pablo, Message.Product(shop.Catalog, "apple-1kg").Build(), cancellationToken: Stop);

        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await pablo.ReplyToAsync(receipt.Id, "Two of these", Stop);

        TextEvent text = Assert.Single((await shop.EventsAsync()).OfType<TextEvent>());
        Assert.Equal((receipt.Id, "Two of these"), (text.RepliesTo, text.Text));
    }

    [Fact]
    public async Task Customer_WithoutAPhoneNumber_IsWrittenToByUserId()
    {
        await using TestShop shop = await TestShop.OpenAsync(webhooks => webhooks.Handle<TextEvent, WhatsCommerceClient>(
            "echo", (text, client, ct) =>
                client.Messages.SendAsync(text.Customer.ToRecipient(), Message.Text(text.Text).Build(), cancellationToken: ct)));
        EmulatedCustomer hidden = shop.Cloud.Customer("US.13491208655302741918");

        await hidden.SendTextAsync("Hello", Stop);

        Assert.Equal("Hello", (await hidden.NextMessageAsync(Patiently.Patience, Stop)).Text);
    }

    [Fact]
    public async Task Product_ThatTheCatalogLacks_IsRefusedAsAProductError()
    {
        await using TestShop shop = await TestShop.OpenAsync();

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(
            () => shop.Client.Messages.SendAsync(Pablo, Message.Product(shop.Catalog, "pear-1kg").Build(), cancellationToken: Stop));

        Assert.Equal(GraphErrorClass.Product, exception.ErrorClass);
        Assert.Empty(shop.Cloud.Customer(Pablo).Received);
    }

    [Fact]
    public async Task ProductList_OfWhichSomeAreMissing_IsSentWithoutThemAndTold()
    {
        await using TestShop shop = await TestShop.OpenAsync();

        await shop.Client.Messages.SendAsync(
            Pablo,
            Message.ProductList(shop.Catalog).Header("Fresh").Body("Pick").Products("apple-1kg", "pear-1kg").Build(),
            cancellationToken: Stop);

        ReceivedMessage received = await shop.Cloud.Customer(Pablo).NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(["apple-1kg"], received.Products);
        Assert.Contains((await shop.EventsAsync()).OfType<ErrorsEvent>(), e => e.Errors.Count == 1);
    }

    [Fact]
    public async Task Handler_ThatFailsOnce_GetsTheDeliveryAgain()
    {
        int runs = 0;
        await using TestShop shop = await TestShop.OpenAsync(webhooks => webhooks.Handle<TextEvent>(
            "fails once",
            (_, _) => Interlocked.Increment(ref runs) == 1 ? throw new InvalidOperationException("No database") : Task.CompletedTask));

        await shop.Cloud.Customer(Pablo).SendTextAsync("Hello", Stop);

        Assert.Equal(2, runs);
        RecordedDelivery delivery = Assert.Single(shop.Cloud.Deliveries);
        Assert.Equal([500, 200], delivery.Attempts.Select(attempt => attempt.StatusCode));
    }
}
