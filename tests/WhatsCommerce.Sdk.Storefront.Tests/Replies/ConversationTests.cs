using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

/// <summary>Whole conversations over real HTTP: what a customer sends, and what they read.</summary>
public sealed class ConversationTests
{
    private const string Pablo = "+16505551234";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cart_PaidOnDelivery_IsPricedAndPlacedOnce()
    {
        ConcurrentQueue<OrderPlaced> placed = [];
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .On<OrderPlaced>("book", (order, _) =>
            {
                placed.Enqueue(order);
                return Task.CompletedTask;
            }));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo, name: "Pablo");
        shop.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());

        MessageId cart = await pablo.SendCartAsync([("apple-1kg", 2), ("banana-1kg", 1)], "Ring twice", Stop);
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Equal(cart, summary.RepliesTo);
        Assert.Equal(
            """
            2 x Apples, 1 kg: 6.98 USD
            1 x Bananas, 1 kg: 2.29 USD

            *Total: 9.27 USD*

            How would you like to pay?
            """,
            summary.Text);
        await PressAsync(pablo, summary, "Pay on delivery");
        ReceivedMessage confirmation = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await PressAsync(pablo, summary, "Pay on delivery");
        ReceivedMessage again = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Order order = Assert.Single(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        Assert.Equal((OrderState.Placed, OrderPaymentState.Due), (order.State, order.Payment));
        Assert.Equal($"Thank you! Your order {order.Number} is placed. You pay 9.27 USD on delivery.", confirmation.Text);
        Assert.Equal($"This is ordered already: order {order.Number}.", again.Text);
        await Patiently.Until(() => !placed.IsEmpty);
        Assert.Equal(order.Id, Assert.Single(placed).OrderId);
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Cart_PriceMovedMeanwhile_IsToldAndConfirmedBeforeAnythingIsOffered()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .Services.Configure<StorefrontOptions>(options => options.Catalog.MaxPriceAge = TimeSpan.Zero));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        EmulatedCart cart = pablo.Devices[0].Cart;
        cart.Put("apple-1kg", 2);
        shop.Cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(3.99m, "USD") });

        await cart.SendAsync(cancellationToken: Stop);
        ReceivedMessage question = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Contains("Apples, 1 kg: 3.49 USD, now 3.99 USD", question.Text, StringComparison.Ordinal);
        Assert.Contains("*Total: 7.98 USD*", question.Text, StringComparison.Ordinal);
        await PressAsync(pablo, question, "OK, go on");
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Contains("How would you like to pay?", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_WithAProductThatIsSoldOut_NamesItAndGoesOnWithTheRest()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .Services.AddSingleton<IPriceSource>(new FixedPrices(
                new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") },
                new ProductPrice { RetailerId = "banana-1kg", Name = "Bananas, 1 kg", CanBeOrdered = false })));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        await pablo.SendCartAsync([("apple-1kg", 2), ("banana-1kg", 1)], cancellationToken: Stop);
        ReceivedMessage question = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Contains("Bananas, 1 kg: sold out", question.Text, StringComparison.Ordinal);
        await PressAsync(pablo, question, "OK, go on");
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.StartsWith("2 x Apples, 1 kg: 6.98 USD\n\n*Total: 6.98 USD*", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_PaidOnTheShopsOwnPage_IsPlacedByItsReport()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store.AddExternalCheckout("https://shop.example/pay", Secret));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        ReceivedMessage offer = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        string url = offer.Json.GetProperty("interactive").GetProperty("action").GetProperty("parameters").GetProperty("url").GetString()!;
        Dictionary<string, string> query = new Uri(url).Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        ExternalCheckout page = shop.Services.GetRequiredService<ExternalCheckout>();

        ExternalCheckoutView? view = await page.ReadAsync(query["attempt"], query["signature"], Stop);
        Assert.Equal((true, new Money(6.98m, "USD")), (view!.CanBePaid, view.Order.Quote.Total));
        await page.ReportAsync(
            view.Attempt.Id,
            new ProviderPayment { State = ProviderPaymentState.Paid, Amount = view.Attempt.Amount, Reference = view.Attempt.Id.Value },
            Stop);

        ReceivedMessage thanks = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Order order = Assert.Single(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        Assert.Equal(OrderPaymentState.Paid, order.Payment);
        Assert.Equal($"Thank you! Your order {order.Number} is placed and paid: 6.98 USD.", thanks.Text);
    }

    [Fact]
    public async Task Order_Advanced_IsToldByOrderStatus()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store.AddPayOnDelivery());
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.SendCartAsync([("apple-1kg", 1)], cancellationToken: Stop);
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await PressAsync(pablo, summary, "Pay on delivery");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Order order = Assert.Single(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));

        await shop.Shop.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, cancellationToken: Stop);

        ReceivedMessage told = await pablo.NextMessageAsync("interactive.order_status", Patiently.Patience, Stop);
        Assert.Equal($"We are preparing your order {order.Number}.", told.Text);
    }

    [Fact]
    public async Task SecondCart_WhileOneIsOpen_IsAskedAboutAndAdded()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store.AddPayOnDelivery());
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        await pablo.NextMessageAsync(Patiently.Patience, Stop);

        await pablo.SendCartAsync([("apple-1kg", 1), ("banana-1kg", 1)], cancellationToken: Stop);
        ReceivedMessage question = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await PressAsync(pablo, question, "Add to the first");
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.StartsWith("3 x Apples, 1 kg: 10.47 USD\n1 x Bananas, 1 kg: 2.29 USD", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OfSomebodyElsesCart_MovesNothing()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store.AddPayOnDelivery());
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        EmulatedCustomer maria = shop.Cloud.Customer("+16505551235");
        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        CartAnswers answers = shop.Services.GetRequiredService<Shops>().Default.Get<CartAnswers>();
        InboundMessage guessed = new() { Kind = InboundMessageKind.Button, ButtonId = ButtonOf(summary, "Pay on delivery") };

        Assert.True(await answers.PressAsync(new ReplyContext(guessed, new CustomerKey("maria")), Stop));

        Assert.Empty(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        Assert.Empty(maria.Received);
    }

    [Fact]
    public async Task Question_AboutAProduct_IsToldWithItsNameAndNoLaterResponderAnswers()
    {
        ConcurrentQueue<ProductAsked> told = [];
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .DefaultReply("We will write to you.")
            .On<ProductAsked, WhatsCommerceClient>("bake", async (asked, client, token) =>
            {
                told.Enqueue(asked);
                await client.Messages.SendAsync(asked.To, Message.Text($"About {asked.ProductName}").Build(), cancellationToken: token);
            }));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        MessageId question = await pablo.AskAboutAsync("apple-1kg", "Are they sweet?", Stop);
        ReceivedMessage answer = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Equal("About Apples, 1 kg", answer.Text);
        ProductAsked asked = Assert.Single(told);
        Assert.Equal(
            ("apple-1kg", "Apples, 1 kg", "Are they sweet?", new Money(3.49m, "USD"), question),
            (asked.RetailerId.Value, asked.ProductName, asked.Question, asked.Price, asked.MessageId));
        Assert.Equal(shop.Cloud.Number.Id, asked.PhoneNumberId);
        await pablo.SendTextAsync("hello", Stop);
        Assert.Equal("We will write to you.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
        Assert.Equal(2, pablo.Received.Count);
    }

    [Fact]
    public async Task Text_DeliveredTwice_IsAnsweredOnceByTheFirstReplyThatDoes()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .AddReply<NightHours>()
            .AddReply(async (context, token) =>
            {
                await context.SendAsync($"You said: {context.Message.Text}", token);
                return true;
            })
            .DefaultReply("never"));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        shop.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());

        await pablo.SendTextAsync("hello", Stop);
        await pablo.SendTextAsync("are you open at night?", Stop);

        Assert.Equal("You said: hello", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
        Assert.Equal("From 22:00 on.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
        Assert.Equal(2, pablo.Received.Count);
    }

    [Fact]
    public async Task Text_InAShopThatAnswersNone_IsNotKept()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store.AddPayOnDelivery(), hasSearch: false);
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        await pablo.SendTextAsync("a text that is far too long for any button of the shop", Stop);

        IStorefrontStore store = shop.Services.GetRequiredService<IStorefrontStore>();
        Assert.Empty(await store.ListOutboxAsync("shop", OutboxState.Waiting, 10, Stop));
        Assert.Empty(await store.ListOutboxAsync("shop", OutboxState.Done, 10, Stop));
    }

    [Fact]
    public async Task Cart_WithDeliverySteps_IsAskedStepByStepOverHttp()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .AddDeliverySteps(steps => steps.AskNote = true)
            .AddMinimumOrder(new Money(5m, "USD"))
            .AddDeliveryArea(area => area.PostalCodes("5600")));
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);

        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        await PressAsync(pablo, await pablo.NextMessageAsync(Patiently.Patience, Stop), "Deliver it");
        ReceivedMessage where = await pablo.NextMessageAsync("interactive.location_request_message", Patiently.Patience, Stop);
        Assert.StartsWith("Where shall we deliver?", where.Text, StringComparison.Ordinal);
        await pablo.SendTextAsync("1 Orchard Rd, 560001 Bengaluru", Stop);
        await PressAsync(pablo, await pablo.NextMessageAsync(Patiently.Patience, Stop), "Yes, deliver there");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await pablo.SendTextAsync("Ring twice", Stop);
        await PressAsync(pablo, await pablo.NextMessageAsync(Patiently.Patience, Stop), "Pay on delivery");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Order order = Assert.Single(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        Assert.Equal(
            (DeliveryMethod.Delivery, "1 Orchard Rd, 560001 Bengaluru", "Ring twice"),
            (order.Answers.GetDeliveryMethod(), order.Answers.GetAddress()?.Text, order.Note));
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Order_AdvancedAfterTheWindow_IsToldByTheTemplate()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .Services.Configure<StorefrontOptions>(options => options.OrderStatusTemplate = "order_update"));
        shop.Cloud.Templates.Add("""
            {
                "name": "order_update", "language": "en", "category": "UTILITY",
                "components": [
                    {
                        "type": "BODY", "text": "News of your order {{1}}: {{2}} Bye.",
                        "example": { "body_text": [["K7M2P9Q", "It is on its way."]] }
                    }
                ]
            }
            """);
        shop.Cloud.Templates.Approve("order_update");
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.SendCartAsync([("apple-1kg", 1)], cancellationToken: Stop);
        await PressAsync(pablo, await pablo.NextMessageAsync(Patiently.Patience, Stop), "Pay on delivery");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Order order = Assert.Single(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        pablo.CloseWindow();

        await shop.Shop.Orders.AdvanceAsync(order.Id, OrderState.Done, cancellationToken: Stop);

        ReceivedMessage told = await pablo.NextMessageAsync("template", Patiently.Patience, Stop);
        string parameters = told.Json.GetRawText();
        Assert.Contains(order.Number, parameters, StringComparison.Ordinal);
        Assert.Contains($"Your order {order.Number} is complete. Thank you!", parameters, StringComparison.Ordinal);
    }

    private sealed class NightHours : IReply
    {
        public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
        {
            if (context.Message.Text?.Contains("night", StringComparison.Ordinal) != true)
            {
                return false;
            }

            await context.SendAsync("From 22:00 on.", cancellationToken);
            return true;
        }
    }

    private static Task<MessageId> PressAsync(EmulatedCustomer customer, ReceivedMessage message, string title) =>
        customer.PressAsync(message.Id, ButtonOf(message, title), Stop);

    private static string ButtonOf(ReceivedMessage message, string title) => message.Json.GetProperty("interactive").GetProperty("action")
        .GetProperty("buttons").EnumerateArray().Select(button => button.GetProperty("reply"))
        .Single(reply => reply.GetProperty("title").GetString() == title).GetProperty("id").GetString()!;
}
