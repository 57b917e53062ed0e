using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class FollowUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_ThatAnOldAppCannotShow_IsSaidInWordsWithItsLink()
    {
        AnswersFixture answers = new(new ShopFixture());
        await answers.SendCartAsync();
        Assert.IsType<CallToActionMessage>(answers.Last);

        await FailAsync(answers, GraphErrorCodes.MessageUndeliverable);

        TextMessage words = Assert.IsType<TextMessage>(answers.Last);
        Assert.Contains("*Total: 6.98 USD*", words.Body, StringComparison.Ordinal);
        Assert.Contains("https://pay.example/", words.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_ThatCannotBeDeliveredEither_AreNotFollowed()
    {
        AnswersFixture answers = new(new ShopFixture());
        await answers.SendCartAsync();
        await FailAsync(answers, GraphErrorCodes.MessageUndeliverable);

        Assert.Null(FollowUp.Read(answers.Client.Sent[^1].Options.CallbackData));
    }

    [Fact]
    public async Task Choice_ThatAnOldAppCannotShow_CanBeTyped()
    {
        ShopFixture shop = new(seams: seams => seams with { Providers = [new PayOnDelivery(new PayOnDeliveryOptions())] });
        AnswersFixture answers = new(shop);
        await answers.SendCartAsync();
        await FailAsync(answers, GraphErrorCodes.UnsupportedMessageType);
        Assert.EndsWith("Please answer with one of these:\nPay on delivery", ((TextMessage)answers.Last).Body, StringComparison.Ordinal);

        await answers.WriteAsync("pay on delivery ");

        Assert.Equal(OrderState.Placed, Assert.Single(await shop.Rooms.Orders.ListAsync(cancellationToken: Stop)).State);
    }

    [Fact]
    public async Task Title_TypedWithoutBeingAskedInWords_IsWords()
    {
        ShopFixture shop = new();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();

        await answers.WriteAsync("No, thanks");

        Assert.True((await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!.IsLive);
    }

    [Fact]
    public async Task Decline_TypedAfterBeingAskedInWords_DropsTheCart()
    {
        ShopFixture shop = new();
        AnswersFixture answers = new(shop);
        Cart cart = await shop.CartAsync(shown: new Money(1m, "USD"));
        await answers.PressAsync(Buttons.Of(Buttons.Offer, cart.Id));
        await FailAsync(answers, GraphErrorCodes.MessageUndeliverable);

        await answers.WriteAsync("No, thanks");

        Assert.False((await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!.IsLive);
    }

    [Fact]
    public async Task OrderStatus_WhoseStatusTellsThatTheWindowIsClosed_IsToldByTheTemplate()
    {
        ShopFixture shop = new(configure: options => options.OrderStatusTemplate = "order_update");
        AnswersFixture answers = new(shop);
        await answers.Orders.TellAsync(Advanced(await PlaceAsync(shop)), Stop);
        Assert.IsType<OrderStatusMessage>(answers.Last);

        await FailAsync(answers, GraphErrorCodes.OutsideCustomerServiceWindow);

        Assert.IsType<TemplateMessage>(answers.Last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order-42")]
    [InlineData("wcs:cart:c")]
    [InlineData("wcs:cart::x:0123456789abcdef")]
    public void Read_CallbackDataOfSomebodyElse_IsNull(string? data) => Assert.Null(FollowUp.Read(data));

    [Fact]
    public void Read_CallbackDataThatWasMade_GivesItsParts()
    {
        FollowUp about = new(nameof(OrderRefunded), "o1", "2.00 USD: a part");

        Assert.Equal(about, FollowUp.Read(about.DataFor("key")));
        Assert.NotEqual(about.DataFor("key"), about.DataFor("other"));
    }

    private static async Task<Order> PlaceAsync(ShopFixture shop)
    {
        OfferResult offer = await shop.OfferAsync();
        await shop.Rooms.Orders.MarkPaidAsync(offer.Order!.Id, "ann", "cash", Stop);
        return await shop.OrderAsync(offer.Order.Id);
    }

    private static OrderAdvanced Advanced(Order order) => OrderSteps.Advanced(order, OrderState.Fulfilling, note: null, order.CreatedAt);

    /// <summary>The last message comes back as failed.</summary>
    private static Task FailAsync(AnswersFixture answers, int code) => answers.FollowUps.AnswerAsync(
        new MessageFailed
        {
            Id = "failed",
            ShopId = "shop",
            Customer = new CustomerKey("pablo"),
            At = default,
            CallbackData = answers.Client.Sent[^1].Options.CallbackData!,
            Code = code,
        },
        Stop);
}
