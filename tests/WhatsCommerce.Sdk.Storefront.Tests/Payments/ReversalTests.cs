using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments;

/// <summary>What becomes of a payment afterwards: given back in the provider's dashboard, disputed, decided.</summary>
public sealed class ReversalTests
{
    private readonly ShopFixture _shop = new();

    public ReversalTests() => _shop.Provider.TellsOfReversals = true;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settle_PartGivenBackInTheDashboard_IsARefundOfTheOrderOnce()
    {
        Order order = await PaidAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { Refunded = new Money(2m, "USD") };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);
        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        order = await _shop.OrderAsync(order.Id);
        Assert.Equal((OrderPaymentState.PartlyRefunded, new Money(2m, "USD")), (order.Payment, order.Refunded));
        Refund refund = Assert.Single(await _shop.Store.ListRefundsAsync("shop", order.Id, Stop));
        Assert.Equal((RefundState.Done, "scripted"), (refund.State, refund.By));
        Assert.Single(await _shop.EventsAsync(), name => name == nameof(OrderRefunded));
    }

    [Fact]
    public async Task Settle_OwnRefundThatTheProviderTellsOf_CountsOnce()
    {
        Order order = await PaidAsync();
        await _shop.Rooms.Orders.RefundAsync(order.Id, new Money(2m, "USD"), "ann", "bruised", cancellationToken: Stop);
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { Refunded = new Money(3m, "USD") };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        order = await _shop.OrderAsync(order.Id);
        Assert.Equal((new Money(3m, "USD"), order.Refunded), (order.Refunded, order.RefundsReserved));
        Assert.Equal(2, (await _shop.Store.ListRefundsAsync("shop", order.Id, Stop)).Count);
    }

    [Fact]
    public async Task Refund_OfWhatWasGivenBackInTheDashboard_IsTooMuch()
    {
        Order order = await PaidAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { Refunded = attempt.Amount };
        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        RefundResult result = await _shop.Rooms.Orders.RefundAsync(
            order.Id, new Money(0.01m, "USD"), "ann", "bruised", cancellationToken: Stop);

        Assert.Equal(RefundOutcome.TooMuch, result.Outcome);
        Assert.Equal(OrderPaymentState.Refunded, (await _shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Settle_Disputed_NeedsReviewAndSaysSoOnce()
    {
        Order order = await PaidAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = true };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);
        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        order = await _shop.OrderAsync(order.Id);
        Assert.Equal(
            (OrderState.NeedsReview, ReviewReason.Disputed, OrderPaymentState.Disputed),
            (order.State, order.ReviewReason, order.Payment));
        Assert.Single(await _shop.EventsAsync(), name => name == nameof(PaymentDisputed));
        Assert.Single(await _shop.EventsAsync(), name => name == nameof(OrderNeedsReview));
    }

    [Fact]
    public async Task Settle_DisputeWon_IsPaidAgainAndStaysWithThePerson()
    {
        Order order = await DisputedAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = false };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        order = await _shop.OrderAsync(order.Id);
        Assert.Equal((OrderState.NeedsReview, OrderPaymentState.Paid), (order.State, order.Payment));
    }

    [Fact]
    public async Task Settle_DisputeLost_IsRefunded()
    {
        Order order = await DisputedAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = false, Refunded = attempt.Amount };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        order = await _shop.OrderAsync(order.Id);
        Assert.Equal((OrderPaymentState.Refunded, order.Paid), (order.Payment, order.Refunded));
    }

    [Fact]
    public async Task Settle_RefundedWhileItIsDisputed_StaysDisputed()
    {
        Order order = await DisputedAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = true, Refunded = new Money(1m, "USD") };

        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);

        Assert.Equal(OrderPaymentState.Disputed, (await _shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Sweep_NoWebhookCame_FindsTheDispute()
    {
        Order order = await PaidAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = true };
        _shop.Time.Advance(TimeSpan.FromDays(2));

        await _shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal(OrderPaymentState.Disputed, (await _shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Sweep_ForHalfAYear_LooksEverMoreSeldomAndThenNoMore()
    {
        Order order = await PaidAsync();
        _shop.Provider.Calls.Clear();
        for (int day = 0; day < 400; day++)
        {
            _shop.Time.Advance(TimeSpan.FromDays(1));
            await _shop.Rooms.Sweep.RunOnceAsync(10, Stop);
        }

        Assert.InRange(_shop.Provider.Calls.Count, 6, 10);
        Assert.Null((await _shop.Store.FindAttemptAsync("shop", order.AttemptId, Stop))!.CheckAt);
    }

    [Fact]
    public async Task ApplyWebhook_Twice_ReadsBackOnce()
    {
        Order order = await PaidAsync();
        _shop.Provider.Calls.Clear();

        ProviderWebhookResult first = await WebhookAsync(order.AttemptId, "evt_1");
        ProviderWebhookResult second = await WebhookAsync(order.AttemptId, "evt_1");

        Assert.Equal((ProviderWebhookResult.Taken, ProviderWebhookResult.Taken), (first, second));
        Assert.Single(_shop.Provider.Calls);
    }

    [Fact]
    public async Task ApplyWebhook_Payment_StoresTheEventWithIt()
    {
        OfferResult offer = await _shop.OfferAsync();
        _shop.Provider.Says = ScriptedProvider.Paid;

        Assert.Equal(ProviderWebhookResult.Taken, await WebhookAsync(offer.Attempt!.Id, "evt_1"));

        Assert.True(await _shop.Store.HasProviderEventAsync("shop", "scripted", "evt_1", Stop));
        Assert.Equal(OrderState.Placed, (await _shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task ApplyWebhook_ProviderThatCannotBeReadBack_IsTakenLater()
    {
        OfferResult offer = await _shop.OfferAsync();
        _shop.Provider.Says = _ => throw new HttpRequestException("away");
        ProviderWebhookResult away = await WebhookAsync(offer.Attempt!.Id, "evt_1");
        _shop.Provider.Says = ScriptedProvider.Paid;

        Assert.Equal(ProviderWebhookResult.TryLater, away);
        Assert.Equal(ProviderWebhookResult.Taken, await WebhookAsync(offer.Attempt.Id, "evt_1"));
        Assert.Equal(OrderState.Placed, (await _shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task ApplyWebhook_OfAnAttemptOfAnotherProvider_IsIgnored()
    {
        OfferResult offer = await _shop.OfferAsync();

        Assert.Equal(
            ProviderWebhookResult.Ignored, await _shop.Rooms.Checkout.ApplyWebhookAsync(offer.Attempt!.Id, "other", "evt_1", Stop));
        Assert.Equal(ProviderWebhookResult.Ignored, await WebhookAsync("guessed", "evt_1"));
    }

    [Fact]
    public async Task ApplyWebhook_RefundThatWasPending_IsSettledToo()
    {
        Order order = await PaidAsync();
        _shop.Provider.SaysOfRefund = _ => new ProviderRefund { State = RefundState.Pending };
        await _shop.Rooms.Orders.RefundAsync(order.Id, null, "ann", "bruised", cancellationToken: Stop);
        _shop.Provider.SaysOfRefund = _ => new ProviderRefund { State = RefundState.Done };

        await WebhookAsync(order.AttemptId, "evt_1");

        Assert.Equal(OrderPaymentState.Refunded, (await _shop.OrderAsync(order.Id)).Payment);
    }

    [Fact]
    public async Task Settle_Approved_IsStoredAsPendingBeforeItIsCaptured()
    {
        OfferResult offer = await _shop.OfferAsync();
        _shop.Provider.Says = _ => new ProviderPayment { State = ProviderPaymentState.Pending, IsCapturable = true };
        AttemptState? stored = null;
        _shop.Provider.SaysOnCapture = attempt =>
        {
            stored = attempt.State;
            return ScriptedProvider.Paid(attempt);
        };

        SettleResult result = await _shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        Assert.Equal((SettleOutcome.Paid, AttemptState.Pending), (result.Outcome, stored));
        Assert.DoesNotContain(nameof(PaymentPending), await _shop.EventsAsync());
    }

    [Fact]
    public async Task Settle_CaptureThatTakesItsTime_IsToldAsPendingOnce()
    {
        OfferResult offer = await _shop.OfferAsync();
        _shop.Provider.Says = _ => new ProviderPayment { State = ProviderPaymentState.Pending, IsCapturable = true };
        _shop.Provider.SaysOnCapture = _ => new ProviderPayment { State = ProviderPaymentState.Pending };
        await _shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        _shop.Provider.Says = _ => new ProviderPayment { State = ProviderPaymentState.Pending };
        SettleResult later = await _shop.Rooms.Checkout.SettleAsync(offer.Attempt.Id, Stop);

        Assert.Equal(SettleOutcome.Pending, later.Outcome);
        Assert.Single(await _shop.EventsAsync(), name => name == nameof(PaymentPending));
    }

    [Fact]
    public async Task Settle_ApprovedAfterTheOfferWasTakenBack_IsNotCaptured()
    {
        OfferResult offer = await _shop.OfferAsync();
        await _shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);
        _shop.Provider.Says = _ => new ProviderPayment { State = ProviderPaymentState.Pending, IsCapturable = true };

        await _shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        Assert.DoesNotContain(_shop.Provider.Calls, call => call.StartsWith("capture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakeBack_ApprovedAndBeingCapturedMeanwhile_AsksAgainAndIsPaid()
    {
        OfferResult offer = await _shop.OfferAsync();
        bool isAsked = false;
        _shop.Provider.SaysOnCancel = attempt =>
        {
            if (isAsked)
            {
                return ScriptedProvider.Paid(attempt);
            }

            // The provider says that it ended; before that is stored, another instance has found it approved.
            isAsked = true;
#pragma warning disable RS0030 // The store in memory answers at once, and the provider's script cannot await.
            PaymentAttempt found = _shop.Store.FindAttemptAsync("shop", attempt.Id, Stop).Result!;
            Assert.True(_shop.Store.CommitAsync(
                new StorefrontStep { ShopId = "shop", Attempts = [found with { State = AttemptState.Pending }] }, Stop).Result);
#pragma warning restore RS0030
            return new ProviderPayment { State = ProviderPaymentState.Cancelled };
        };

        ChangeResult dropped = await _shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);

        Assert.Equal(ChangeOutcome.Ordered, dropped.Outcome);
        Assert.Equal(OrderState.Placed, (await _shop.OrderAsync(offer.Order!.Id)).State);
    }

    private Task<ProviderWebhookResult> WebhookAsync(AttemptId attempt, string id) =>
        _shop.Rooms.Checkout.ApplyWebhookAsync(attempt, "scripted", id, Stop);

    private async Task<Order> PaidAsync()
    {
        OfferResult offer = await _shop.OfferAsync();
        _shop.Provider.Says = ScriptedProvider.Paid;
        await _shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        return await _shop.OrderAsync(offer.Order!.Id);
    }

    private async Task<Order> DisputedAsync()
    {
        Order order = await PaidAsync();
        _shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsDisputed = true };
        await _shop.Rooms.Checkout.SettleAsync(order.AttemptId, Stop);
        return order;
    }
}
