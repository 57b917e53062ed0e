using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Checkout;

public sealed class OfferTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_AttemptOfAProvider_IsStoredBeforeTheCallAndNamesItAsTheKey()
    {
        ShopFixture shop = new();
        bool wasStored = false;
        shop.Provider.Says = attempt =>
        {
            wasStored = shop.Store.AllAttempts.Any(row => row.Id == attempt.Id && row.State == AttemptState.Created);
            return new ProviderPayment { State = ProviderPaymentState.Open, Url = "https://pay.example" };
        };

        OfferResult offer = await shop.OfferAsync();

        Assert.True(wasStored);
        Assert.Equal(["create " + offer.Attempt!.Id], shop.Provider.Calls);
        Assert.Equal(32, offer.Attempt.Id.Value!.Length);
    }

    [Fact]
    public async Task Offer_SecondTap_GivesTheSameOfferWithoutACall()
    {
        ShopFixture shop = new();
        OfferResult first = await shop.OfferAsync();

        OfferResult second = await shop.Rooms.Checkout.OfferAsync(first.Cart!.Id, cancellationToken: Stop);

        Assert.Equal(first.Attempt!.Id, second.Attempt!.Id);
        Assert.Single(shop.Provider.Calls);
    }

    [Fact]
    public async Task Offer_PriceOtherThanShown_AsksAndHoldsToWhatWasConfirmed()
    {
        ShopFixture shop = new();
        Cart cart = await shop.CartAsync(shown: new Money(0.01m, "USD"));

        OfferResult asked = await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);
        await shop.Rooms.Checkout.ConfirmAsync(cart.Id, asked.Quote!.Fingerprint, Stop);
        shop.Prices.Prices[0] = shop.Prices.Prices[0] with { Price = new Money(3.99m, "USD") };
        OfferResult askedAgain = await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);
        await shop.Rooms.Checkout.ConfirmAsync(cart.Id, askedAgain.Quote!.Fingerprint, Stop);
        OfferResult offered = await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);

        Assert.Equal(
            (OfferOutcome.ConfirmPrice, OfferOutcome.ConfirmPrice, OfferOutcome.Offered),
            (asked.Outcome, askedAgain.Outcome, offered.Outcome));
        Assert.Equal(new Money(7.98m, "USD"), offered.Attempt!.Amount);
    }

    [Theory]
    [InlineData("ghost-1kg", 1, LineProblemKind.Unknown)]
    [InlineData("gift-1kg", 1, LineProblemKind.Unpriced)]
    [InlineData("plum-1kg", 1, LineProblemKind.SoldOut)]
    [InlineData("cherry-1kg", 9, LineProblemKind.NotEnough)]
    [InlineData("pear-1kg", 1, LineProblemKind.OtherCurrency)]
    public async Task Offer_LineThatCannotBeSold_IsNamedBesideTheRest(string product, int quantity, LineProblemKind kind)
    {
        ShopFixture shop = new();
        shop.Prices.Prices.AddRange(
        [
            new ProductPrice { RetailerId = "gift-1kg", Name = "Gift", Price = new Money(-1m, "USD") },
            new ProductPrice { RetailerId = "plum-1kg", Name = "Plums", Price = new Money(1m, "USD"), Available = 0 },
            new ProductPrice { RetailerId = "cherry-1kg", Name = "Cherries", Price = new Money(1m, "USD"), Available = 4 },
        ]);
        Cart cart = await shop.Rooms.Carts.CreateAsync(
            new CustomerKey("pablo"),
            "+16505551234",
            [
                new CartLine { RetailerId = "apple-1kg", Quantity = 1 },
                new CartLine { RetailerId = product, Quantity = quantity },
            ],
            Stop);

        OfferResult offer = await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);

        Assert.Equal(OfferOutcome.ConfirmRest, offer.Outcome);
        Assert.Equal((product, kind), (offer.Problems.Single().RetailerId.Value!, offer.Problems.Single().Kind));
        Assert.Equal(kind == LineProblemKind.NotEnough ? 2 : 1, offer.Quote!.Lines.Count);
        Assert.Empty(shop.Provider.Calls);
    }

    [Fact]
    public async Task Offer_StockThatGrantsLess_IsAskedAboutAndNothingStaysHeld()
    {
        Shelf shelf = new(granted: 1);
        ShopFixture shop = new(seams: standard => standard with { Stock = shelf });

        OfferResult offer = await shop.OfferAsync();

        Assert.Equal((OfferOutcome.ConfirmRest, 1), (offer.Outcome, offer.Problems.Single().Available));
        Assert.Equal(0, shelf.Held);
    }

    [Theory]
    [InlineData(1_001, 1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, 201)]
    public async Task Offer_CartBeyondTheLimits_IsNotPriced(int quantity, int lines)
    {
        ShopFixture shop = new();
        Cart cart = await shop.Rooms.Carts.CreateAsync(
            new CustomerKey("pablo"),
            "+16505551234",
            Enumerable.Range(0, lines).Select(number => new CartLine { RetailerId = $"sku-{number}", Quantity = quantity }),
            Stop);

        Assert.Equal(OfferOutcome.TooLarge, (await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop)).Outcome);
    }

    [Fact]
    public async Task Offer_SeveralProviders_LetsTheCustomerChooseOfThoseThatAccept()
    {
        ShopFixture shop = new(seams: standard => standard with
        {
            Providers =
            [
                .. standard.Providers,
                new PayOnDelivery(new PayOnDeliveryOptions()),
                new ExternalProvider(new ExternalCheckoutOptions { Url = "https://shop.example", Secret = new string('s', 32) }),
            ],
        });
        shop.Prices.Prices[0] = shop.Prices.Prices[0] with { Price = new Money(0, "USD") };

        OfferResult offer = await shop.OfferAsync();

        Assert.Equal(OfferOutcome.ChooseProvider, offer.Outcome);
        Assert.Equal(["on-delivery", "external"], offer.Providers.Select(provider => provider.Name));
    }

    [Fact]
    public async Task Change_OfferedCart_TakesTheOfferBackFirstAndMakesANewOne()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();

        ChangeResult changed = await shop.Rooms.Carts.ChangeAsync(
            offer.Cart!.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);
        OfferResult next = await shop.Rooms.Checkout.OfferAsync(changed.Cart!.Id, cancellationToken: Stop);

        Assert.Equal(
            ["create " + offer.Attempt!.Id, "cancel " + offer.Attempt.Id, "create " + next.Attempt!.Id], shop.Provider.Calls);
        Assert.Equal(new Money(17.45m, "USD"), next.Attempt.Amount);
        Assert.Equal(OrderState.Cancelled, (await shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task Change_OfferThatWasPaidMeanwhile_IsOrderedAsFrozen()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Provider.SaysOnCancel = ScriptedProvider.Paid;

        ChangeResult changed = await shop.Rooms.Carts.ChangeAsync(
            offer.Cart!.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);

        Assert.Equal(ChangeOutcome.Ordered, changed.Outcome);
        Order order = await shop.OrderAsync(offer.Order!.Id);
        Assert.Equal((OrderState.Placed, new Money(6.98m, "USD")), (order.State, order.Paid));
    }

    [Fact]
    public async Task Offer_QuoteThatEndedAtAnotherPrice_IsAskedAboutInANewCart()
    {
        ShopFixture shop = new();
        OfferResult offer = await shop.OfferAsync();
        shop.Time.Advance(TimeSpan.FromHours(2));
        shop.Prices.Prices[0] = shop.Prices.Prices[0] with { Price = new Money(3.99m, "USD") };

        OfferResult next = await shop.Rooms.Checkout.OfferAsync(offer.Cart!.Id, cancellationToken: Stop);

        Assert.Equal(OfferOutcome.ConfirmPrice, next.Outcome);
        Assert.NotEqual(offer.Cart.Id, next.Cart!.Id);
        Assert.Equal((new Money(3.49m, "USD"), new Money(3.99m, "USD")), (next.Changes.Single().Shown, next.Changes.Single().Price));
        Assert.Contains("cancel " + offer.Attempt!.Id, shop.Provider.Calls);
    }

    private sealed class Shelf(int granted) : IStockHold
    {
        public int Held { get; private set; }

        public Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken)
        {
            Held += granted;
            return Task.FromResult<IReadOnlyDictionary<RetailerId, int>>(
                request.Lines.ToDictionary(line => line.RetailerId, _ => granted));
        }

        public Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken)
        {
            Held -= granted;
            return Task.CompletedTask;
        }
    }
}
