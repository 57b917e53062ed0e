using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments;

/// <summary>One rule of settling at a time; what happens when they meet is the race's.</summary>
public sealed class SettleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settle_Paid_PlacesTheOrderOnceAndConvertsTheCart()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = ScriptedProvider.Paid;

        SettleResult first = await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        SettleResult second = await shop.Rooms.Checkout.SettleAsync(offer.Attempt.Id, Stop);

        Order order = await shop.OrderAsync(offer.Order!.Id);
        Assert.Equal((SettleOutcome.Paid, SettleOutcome.Paid), (first.Outcome, second.Outcome));
        Assert.Equal((OrderState.Placed, OrderPaymentState.Paid, new Money(6.98m, "USD")), (order.State, order.Payment, order.Paid));
        Assert.Equal(CartState.Converted, (await shop.Rooms.Carts.GetAsync(offer.Cart!.Id, Stop))!.State);
        Assert.Equal(["CartReceived", "CheckoutOffered", "PaymentReceived", "OrderPlaced"], await shop.EventsAsync());
    }

    [Theory]
    [InlineData(ReviewReason.AmountDiffers, "6.97")]
    [InlineData(ReviewReason.CurrencyDiffers, "0")]
    [InlineData(ReviewReason.ReferenceDiffers, "6.98")]
    [InlineData(ReviewReason.TestPayment, "0")]
    public async Task Settle_PaymentThatIsNotTheQuotes_NeedsReviewAndSaysWhy(ReviewReason reason, string paid)
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = attempt => reason switch
        {
            ReviewReason.AmountDiffers => ScriptedProvider.Paid(attempt) with { Amount = new Money(6.97m, "USD") },
            ReviewReason.CurrencyDiffers => ScriptedProvider.Paid(attempt) with { Amount = new Money(6.98m, "EUR") },
            ReviewReason.ReferenceDiffers => ScriptedProvider.Paid(attempt) with { Reference = "another" },
            _ => ScriptedProvider.Paid(attempt) with { IsTest = true },
        };

        SettleResult result = await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        Assert.Equal((SettleOutcome.NeedsReview, reason), (result.Outcome, result.Order!.ReviewReason));
        Assert.Equal(decimal.Parse(paid, CultureInfo.InvariantCulture), result.Order.Paid.Amount);
        Assert.Equal(["CartReceived", "CheckoutOffered", "OrderNeedsReview"], await shop.EventsAsync());
    }

    [Fact]
    public async Task Settle_TestPaymentWhereItIsAllowed_Pays()
    {
        ShopFixture shop = new(configure: options => options.AllowTestPayments = true);
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = attempt => ScriptedProvider.Paid(attempt) with { IsTest = true };

        Assert.Equal(SettleOutcome.Paid, (await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop)).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settle_SecondChargeOfAnOrder_IsHeldByItsGuard(bool isGuarded)
    {
        ShopFixture shop = new(isGuarded ? null : Guards.Without(Guard.SecondChargeIsHeld));
        OfferResult offer = await shop.OfferAsync();
        PaymentAttempt stray = offer.Attempt! with { Id = "stray", Version = 0 };
        await shop.Store.CommitAsync(new StorefrontStep { ShopId = "shop", Attempts = [stray] }, Stop);
        shop.Provider.Says = ScriptedProvider.Paid;

        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        SettleResult second = await shop.Rooms.Checkout.SettleAsync("stray", Stop);

        Order order = await shop.OrderAsync(offer.Order!.Id);
        Assert.Equal(isGuarded, order is { State: OrderState.NeedsReview, ReviewReason: ReviewReason.PaidTwice });
        Assert.Equal(isGuarded ? SettleOutcome.NeedsReview : SettleOutcome.Paid, second.Outcome);
    }

    [Fact]
    public async Task Settle_PaidLateWithAPolicyThatRefunds_GivesTheMoneyBack()
    {
        ShopFixture shop = new(seams: standard => standard with { LatePayments = new Policy(LatePaymentDecision.Refund) });
        OfferResult offer = await shop.OfferAsync();
        await shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);
        shop.Provider.Says = ScriptedProvider.Paid;

        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Order order = await shop.OrderAsync(offer.Order!.Id);
        Assert.Equal((OrderState.Cancelled, OrderPaymentState.Refunded, order.Paid), (order.State, order.Payment, order.Refunded));
    }

    [Fact]
    public async Task Settle_PaidLateWithAPolicyThatAccepts_PlacesTheOrder()
    {
        ShopFixture shop = new(seams: standard => standard with { LatePayments = new Policy(LatePaymentDecision.Accept) });
        OfferResult offer = await shop.OfferAsync();
        await shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);
        shop.Provider.Says = ScriptedProvider.Paid;

        Assert.Equal(SettleOutcome.Paid, (await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop)).Outcome);
        Assert.Equal(OrderState.Placed, (await shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task Settle_ProviderThatDoesNotAnswer_StaysUnknownAndIsReadBackLater()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.Says = _ => throw new HttpRequestException("away");

        Assert.Equal(SettleOutcome.Unknown, (await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop)).Outcome);
        Assert.Equal(OfferOutcome.Unknown, (await shop.Rooms.Checkout.OfferAsync(offer.Cart!.Id, cancellationToken: Stop)).Outcome);
        shop.Provider.Says = ScriptedProvider.Paid;
        shop.Time.Advance(TimeSpan.FromMinutes(10));
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal(OrderState.Placed, (await shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task Settle_AttemptOfNobody_IsNotFound() =>
        Assert.Equal(SettleOutcome.NotFound, (await new ShopFixture().Rooms.Checkout.SettleAsync("guessed", Stop)).Outcome);

    private sealed class Policy(LatePaymentDecision decision) : ILatePaymentPolicy
    {
        public Task<LatePaymentDecision> DecideAsync(
            Order order, ReviewReason reason, Money amount, CancellationToken cancellationToken) => Task.FromResult(decision);
    }
}
