using WhatsCommerce.Messages;
using WhatsCommerce.Payments;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

public sealed class WhatsAppProviderTests
{
    private readonly FakeClient _meta = new();
    private readonly FakePix _pix = new();
    private readonly WhatsAppPaymentsOptions _options = new() { Gateway = WhatsAppGateway.Razorpay, ConfigurationName = "prod" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_InRupees_IsAnOrderDetailsMessageWithTheAttemptsReference()
    {
        ShopFixture shop = Shop("INR");

        OfferResult offer = await shop.OfferAsync();

        OrderDetailsMessage message = Assert.IsType<OrderDetailsMessage>(offer.Message);
        Assert.Equal((OfferOutcome.Offered, null), (offer.Outcome, offer.Attempt!.Url));
        Assert.Equal(offer.Attempt.Id.Value, message.Order.ReferenceId);
        Assert.Equal(0, _meta.FakePayments.LookUps);
    }

    [Fact]
    public async Task Settle_CapturedInRupees_PaysTheOrder()
    {
        ShopFixture shop = Shop("INR");
        OfferResult offer = await shop.OfferAsync();
        SettleResult before = await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        Captured(offer);

        SettleResult after = await shop.Rooms.Checkout.SettleAsync(offer.Attempt.Id, Stop);

        Assert.Equal((SettleOutcome.Open, SettleOutcome.Paid), (before.Outcome, after.Outcome));
    }

    [Fact]
    public async Task Cancel_InRupees_TellsTheCustomerAndLooksOnceMore()
    {
        ShopFixture shop = Shop("INR");
        OfferResult offer = await shop.OfferAsync();
        _meta.FakeMessages.WhenSent = () => Captured(offer);

        ChangeResult dropped = await shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);

        Assert.Equal(ChangeOutcome.Ordered, dropped.Outcome);
        Assert.IsType<OrderStatusMessage>(Assert.Single(_meta.FakeMessages.Sent));
    }

    [Fact]
    public async Task Refund_InRupees_IsKnownByMetasId()
    {
        ShopFixture shop = Shop("INR");
        OfferResult offer = await shop.OfferAsync();
        Captured(offer);
        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        RefundResult result = await shop.Rooms.Orders.RefundAsync(
            offer.Order!.Id, new Money(2m, "INR"), "ann", "bruised", cancellationToken: Stop);
        _meta.FakePayments.Payment = _meta.FakePayments.Payment! with
        {
            Refunds = [new OrderRefund { Id = "refund-1", State = PaymentState.Success, Amount = new Money(2m, "INR") }],
        };
        shop.Time.Advance(TimeSpan.FromHours(1));
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal(RefundState.Pending, result.Refund!.State);
        Order order = await shop.OrderAsync(offer.Order.Id);
        Assert.Equal((OrderPaymentState.PartlyRefunded, new Money(2m, "INR")), (order.Payment, order.Refunded));
    }

    [Fact]
    public async Task Refund_InRupeesWithoutAnAnswer_IsNeverRepeatedWithoutALook()
    {
        ShopFixture shop = Shop("INR");
        OfferResult offer = await shop.OfferAsync();
        Captured(offer);
        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        _meta.FakePayments.Refunds = _ => throw new HttpRequestException("cut");
        await shop.Rooms.Orders.RefundAsync(offer.Order!.Id, new Money(2m, "INR"), "ann", "bruised", cancellationToken: Stop);

        // Meta does not show it, for a while: it may still come.
        shop.Time.Advance(TimeSpan.FromMinutes(20));
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);
        Assert.Equal(1, _meta.FakePayments.RefundCalls);

        // After that it is asked for once more, and the wait begins anew.
        shop.Time.Advance(TimeSpan.FromMinutes(20));
        int looks = _meta.FakePayments.LookUps;
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);
        Assert.Equal((2, true), (_meta.FakePayments.RefundCalls, _meta.FakePayments.LookUps > looks));
        shop.Time.Advance(TimeSpan.FromMinutes(20));
        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);
        Assert.Equal(2, _meta.FakePayments.RefundCalls);
    }

    [Fact]
    public async Task Refund_InRupeesWithoutAnAnswer_IsFoundByAmountAndTime()
    {
        ShopFixture shop = Shop("INR");
        OfferResult offer = await shop.OfferAsync();
        Captured(offer);
        await shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);
        _meta.FakePayments.Refunds = _ => throw new HttpRequestException("cut");
        await shop.Rooms.Orders.RefundAsync(offer.Order!.Id, new Money(2m, "INR"), "ann", "bruised", cancellationToken: Stop);
        _meta.FakePayments.Payment = _meta.FakePayments.Payment! with
        {
            Refunds =
            [
                new OrderRefund
                {
                    Id = "refund-1", State = PaymentState.Success, Amount = new Money(2m, "INR"), CreatedAt = shop.Time.GetUtcNow(),
                },
            ],
        };
        shop.Time.Advance(TimeSpan.FromHours(2));

        await shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal(1, _meta.FakePayments.RefundCalls);
        Assert.Equal(new Money(2m, "INR"), (await shop.OrderAsync(offer.Order.Id)).Refunded);
    }

    [Fact]
    public async Task Offer_InReais_ShowsThePixCodeOfTheSource()
    {
        ShopFixture shop = Shop("BRL");

        OfferResult offer = await shop.OfferAsync();

        Assert.IsType<OrderDetailsMessage>(offer.Message);
        Assert.All(_pix.Created, id => Assert.Equal(offer.Attempt!.Id, id));
    }

    [Fact]
    public async Task Accepts_OtherCurrency_IsNotOffered() =>
        Assert.Equal(OfferOutcome.NoProvider, (await Shop("USD").OfferAsync()).Outcome);

    private void Captured(OfferResult offer) => _meta.FakePayments.Payment = new OrderPayment
    {
        ReferenceId = offer.Attempt!.Id.Value,
        State = PaymentState.Captured,
        Amount = offer.Attempt.Amount,
    };

    private ShopFixture Shop(string currency)
    {
        ICheckoutProvider? provider = null;
        ShopFixture shop = new(seams: standard => standard with { Providers = [new Later(() => provider!)] });
        provider = new WhatsAppProvider(
            _options, new IndianGateway(_options, shop.Services, new ShopClients(_ => _meta)), _pix, shop.Time);
        shop.Prices.Prices.Clear();
        shop.Prices.Prices.Add(new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, currency) });
        return shop;
    }

    /// <summary>The provider needs the shop, and the shop the provider: in an app the container ties them.</summary>
    private sealed class Later(Func<ICheckoutProvider> get) : ICheckoutProvider
    {
        public string Name => "whatsapp";

        public bool TellsOfReversals => true;

        public string TitleFor(string language) => get().TitleFor(language);

        public bool Accepts(Quote quote) => get().Accepts(quote);

        public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) =>
            get().CreateAsync(request, cancellationToken);

        public Task<OutboundMessage?> CreateMessageAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken) =>
            get().CreateMessageAsync(attempt, order, cancellationToken);

        public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            get().ReadAsync(attempt, cancellationToken);

        public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            get().CancelAsync(attempt, cancellationToken);

        public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            get().RefundAsync(refund, attempt, cancellationToken);

        public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            get().ReadRefundAsync(refund, attempt, cancellationToken);
    }

    private sealed class FakeClient : WhatsCommerceClient
    {
        public FakeMessagesClient FakeMessages { get; } = new();

        public FakePaymentsClient FakePayments { get; } = new();

        public override MessagesClient Messages => FakeMessages;

        public override PaymentsClient Payments => FakePayments;
    }

    private sealed class FakeMessagesClient : MessagesClient
    {
        public List<OutboundMessage> Sent { get; } = [];

        public Action WhenSent { get; set; } = () => { };

        public override Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
        {
            Sent.Add(message);
            WhenSent();
            return Task.FromResult(new MessageReceipt { Id = "wamid.1" });
        }
    }

    private sealed class FakePaymentsClient : PaymentsClient
    {
        public OrderPayment? Payment { get; set; }

        public int LookUps { get; private set; }

        public override Task<OrderPayment?> FindAsync(
            string configurationName, string referenceId, CancellationToken cancellationToken = default)
        {
            LookUps++;
            return Task.FromResult(Payment);
        }

        public Func<RefundRequest, RefundReceipt> Refunds { get; set; } =
            _ => new RefundReceipt { Id = "refund-1", State = PaymentState.Pending };

        public int RefundCalls { get; private set; }

        public override Task<RefundReceipt> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default)
        {
            RefundCalls++;
            return Task.FromResult(Refunds(refund));
        }
    }

    private sealed class FakePix : IPixSource
    {
        public List<AttemptId> Created { get; } = [];

        public Task<PixOffer> CreateAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken)
        {
            Created.Add(attempt.Id);
            return Task.FromResult(new PixOffer
            {
                Pix = PaymentSetting.PixDynamicCode("00020126", "Padaria", "key", PixKeyType.RandomKey),
                Link = PaymentSetting.Link("https://pay.example/1"),
            });
        }

        public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderPayment { State = ProviderPaymentState.Open });

        public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderPayment { State = ProviderPaymentState.Cancelled });

        public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderRefund { State = RefundState.Done });

        public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderRefund { State = RefundState.Done });
    }
}
