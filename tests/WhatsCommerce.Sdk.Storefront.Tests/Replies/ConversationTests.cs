using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
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
        CartAnswers answers = shop.Services.GetRequiredService<CartAnswers>();

        await answers.AnswerAsync(
            new ButtonPressed
            {
                Id = "guessed",
                ShopId = "shop",
                Customer = new CustomerKey("maria"),
                At = TimeProvider.System.GetUtcNow(),
                Button = ButtonOf(summary, "Pay on delivery"),
                To = "+16505551235",
            },
            Stop);

        Assert.Empty(await shop.Shop.Orders.ListAsync(cancellationToken: Stop));
        Assert.Empty(maria.Received);
    }

    private static Task<MessageId> PressAsync(EmulatedCustomer customer, ReceivedMessage message, string title) =>
        customer.PressAsync(message.Id, ButtonOf(message, title), Stop);

    private static string ButtonOf(ReceivedMessage message, string title) => message.Json.GetProperty("interactive").GetProperty("action")
        .GetProperty("buttons").EnumerateArray().Select(button => button.GetProperty("reply"))
        .Single(reply => reply.GetProperty("title").GetString() == title).GetProperty("id").GetString()!;
}
