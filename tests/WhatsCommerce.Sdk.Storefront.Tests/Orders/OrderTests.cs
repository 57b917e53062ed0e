using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Orders;

public sealed class OrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MarkPaid_OpenCart_PricesCreatesAndMarksAtOnceAndOnlyOnce()
    {
        ShopFixture shop = new();
        Cart cart = await shop.CartAsync();

        MarkResult first = await shop.Rooms.Orders.MarkPaidAsync(cart.Id, "ann", "cash", Stop);
        MarkResult second = await shop.Rooms.Orders.MarkPaidAsync(cart.Id, "bob", "cash", Stop);

        Assert.Equal((MarkOutcome.Marked, MarkOutcome.AlreadyPaid), (first.Outcome, second.Outcome));
        Assert.Equal((OrderState.Placed, OrderPaymentState.Paid, "ann"), (first.Order!.State, first.Order.Payment, first.Order.DecidedBy));
        Assert.Equal(["CartReceived", "PaymentReceived", "OrderPlaced"], await shop.EventsAsync());
    }

    [Fact]
    public async Task MarkPaid_OfferThatIsOpen_TakesItBackFirst()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();

        MarkResult marked = await shop.Rooms.Orders.MarkPaidAsync(offer.Order!.Id, "ann", "cash", Stop);

        Assert.Equal(MarkOutcome.Marked, marked.Outcome);
        Assert.Contains("cancel " + offer.Attempt!.Id, shop.Provider.Calls);
    }

    [Fact]
    public async Task MarkPaid_OfferThatTheProviderDoesNotGiveUp_ChangesNothing()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.SaysOnCancel = _ => throw new HttpRequestException("away");

        MarkResult marked = await shop.Rooms.Orders.MarkPaidAsync(offer.Order!.Id, "ann", "cash", Stop);

        Assert.Equal(MarkOutcome.OfferStillOpen, marked.Outcome);
        Assert.Equal(OrderState.AwaitingCheckout, (await shop.OrderAsync(offer.Order.Id)).State);
    }

    [Fact]
    public async Task Advance_NoteThatNoMessageHolds_ThrowsAndMovesNothing()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, new string('x', 1025), Stop));

        Assert.Equal(OrderState.Placed, (await shop.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task Advance_BlankNote_TellsTheShopsOwnWords()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);

        await shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, " ", Stop);

        Assert.Equal(OrderState.Fulfilling, (await shop.OrderAsync(order.Id)).State);
        IReadOnlyList<OutboxRow> rows = await shop.Store.ListOutboxAsync("shop", OutboxState.Waiting, 1_000, Stop);
        Assert.Null(rows.Select(row => row.Event).OfType<OrderAdvanced>().Single().Note);
    }

    [Fact]
    public async Task Refund_InParts_NeverSumsUpToMoreThanWasPaid()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);

        RefundResult part = await shop.Rooms.Orders.RefundAsync(order.Id, new Money(2m, "USD"), "ann", "bruised", cancellationToken: Stop);
        RefundResult much = await shop.Rooms.Orders.RefundAsync(
            order.Id, new Money(4.99m, "USD"), "ann", "bruised", cancellationToken: Stop);
        OrderPaymentState between = (await shop.OrderAsync(order.Id)).Payment;
        RefundResult rest = await shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);
        RefundResult none = await shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);

        Assert.Equal(
            (RefundOutcome.Requested, RefundOutcome.TooMuch, RefundOutcome.Requested, RefundOutcome.TooMuch),
            (part.Outcome, much.Outcome, rest.Outcome, none.Outcome));
        Assert.Equal((OrderPaymentState.PartlyRefunded, new Money(4.98m, "USD")), (between, rest.Refund!.Amount));
        Assert.Equal(OrderPaymentState.Refunded, (await shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Refund_WithoutAnAnswer_KeepsItsAmountReservedUntilItIsReadBack()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);
        shop.Provider.SaysOfRefund = _ => throw new HttpRequestException("cut");

        RefundResult first = await shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);
        RefundResult second = await shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);
        shop.Provider.SaysOfRefund = _ => new ProviderRefund { State = RefundState.Done };
        shop.Time.Advance(TimeSpan.FromMinutes(5));
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal((RefundState.Unknown, RefundOutcome.TooMuch), (first.Refund!.State, second.Outcome));
        Assert.Equal(OrderPaymentState.Refunded, (await shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Refund_ThatTheProviderRefuses_FreesItsAmount()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);
        shop.Provider.SaysOfRefund = _ => throw new ProviderRefusedException("no");

        RefundResult refused = await shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);

        Order after = await shop.OrderAsync(order.Id);
        Assert.Equal(
            (RefundState.Failed, OrderPaymentState.Paid, 0m), (refused.Refund!.State, after.Payment, after.RefundsReserved.Amount));
    }

    [Fact]
    public async Task Advance_PlacedOrder_GoesToItsEndAndTellsEachStepOnce()
    {
        ShopFixture shop = new();
        Order order = await PaidAsync(shop);

        await shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, cancellationToken: Stop);
        await shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, cancellationToken: Stop);
        await shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Done, cancellationToken: Stop);

        Assert.Equal(2, (await shop.EventsAsync()).Count(name => name == "OrderAdvanced"));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => shop.Rooms.Orders.AdvanceAsync(order.Id, OrderState.Cancelled, cancellationToken: Stop));
    }

    [Fact]
    public async Task Resolve_OrderUnderReview_IsPlacedWithWhatWasPaid()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { Amount = new Money(6m, "USD") };
        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        Order? order = await shop.Rooms.Orders.ResolveAsync(
            offer.Order!.Id, ReviewResolution.Place, "ann", "close enough", Stop);

        Assert.Equal((OrderState.Placed, OrderPaymentState.Paid, null), (order!.State, order.Payment, order.ReviewReason));
        Assert.Contains("OrderPlaced", await shop.EventsAsync());
    }

    [Fact]
    public async Task Resolve_ToCancelAnOrderUnderReview_CancelsIt()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { Amount = new Money(6m, "USD") };
        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        Order? order = await shop.Rooms.Orders.ResolveAsync(
            offer.Order!.Id, ReviewResolution.Cancel, "ann", "not what was ordered", Stop);

        Assert.Equal((OrderState.Cancelled, null, "ann"), (order!.State, order.ReviewReason, order.DecidedBy));
        Assert.DoesNotContain("OrderPlaced", await shop.EventsAsync());
    }

    [Fact]
    public async Task Resolve_ToSomethingElse_IsRefused() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => new ShopFixture().Rooms.Orders.ResolveAsync("1", (ReviewResolution)7, "ann", "why not", Stop));

    [Theory]
    [InlineData("k7m2p9q")]
    [InlineData(" K7M2P9Q ")]
    public async Task FindByNumber_AsPeopleSayIt_IsFound(string said)
    {
        ShopFixture shop = new(seams: standard => standard with { Numbers = new Numbers() });
        await PaidAsync(shop);

        Assert.Equal("K7M2P9Q", (await shop.Rooms.Orders.FindByNumberAsync(said, Stop))!.Number);
    }

    [Fact]
    public async Task PayOnDelivery_Chosen_PlacesTheOrderAndIsPaidWhenItIsMarked()
    {
        ShopFixture shop = OnDelivery();
        OfferResult asked = await shop.OfferAsync();

        OfferResult placed = await shop.Rooms.Checkout.OfferAsync(asked.Cart!.Id, "on-delivery", Stop);
        Order due = await shop.OrderAsync(placed.Order!.Id);
        MarkResult marked = await shop.Rooms.Orders.MarkPaidAsync(due.Id, "courier", "cash", Stop);
        MarkResult again = await shop.Rooms.Orders.MarkPaidAsync(due.Id, "courier", "cash", Stop);

        Assert.Equal((OfferOutcome.ChooseProvider, OfferOutcome.Ordered), (asked.Outcome, placed.Outcome));
        Assert.Equal((OrderState.Placed, OrderPaymentState.Due), (due.State, due.Payment));
        Assert.Equal((MarkOutcome.Marked, MarkOutcome.AlreadyPaid), (marked.Outcome, again.Outcome));
        Assert.Equal(AttemptState.Paid, (await shop.Rooms.Orders.ListAttemptsAsync(due.Id, Stop)).Single().State);
        Assert.Equal(["CartReceived", "OrderPlaced", "PaymentReceived"], await shop.EventsAsync());
    }

    [Fact]
    public async Task PayOnDelivery_OrderThatIsCalledOff_IsOwedNoMore()
    {
        ShopFixture shop = OnDelivery();
        OfferResult asked = await shop.OfferAsync();
        OfferResult placed = await shop.Rooms.Checkout.OfferAsync(asked.Cart!.Id, "on-delivery", Stop);

        await shop.Rooms.Orders.AdvanceAsync(placed.Order!.Id, OrderState.Cancelled, cancellationToken: Stop);

        Assert.Equal(AttemptState.Cancelled, (await shop.Rooms.Orders.ListAttemptsAsync(placed.Order.Id, Stop)).Single().State);
        Assert.Equal(MarkOutcome.Gone, (await shop.Rooms.Orders.MarkPaidAsync(placed.Order.Id, "courier", "cash", Stop)).Outcome);
        Assert.Equal(OfferOutcome.CartGone, (await shop.Rooms.Checkout.OfferAsync(asked.Cart.Id, cancellationToken: Stop)).Outcome);
    }

    private static ShopFixture OnDelivery() => new(seams: standard => standard with
    {
        Providers = [new PayOnDelivery(new PayOnDeliveryOptions())],
    });

    private static async Task<Order> PaidAsync(ShopFixture shop)
    {
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = ScriptedProvider.Paid;
        return (await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop)).Order!;
    }

    private sealed class Numbers : IOrderNumbers
    {
        public Task<string> NextAsync(string shopId, CancellationToken cancellationToken) => Task.FromResult("K7M2P9Q");
    }
}
