using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>
/// What is wrong with an order is said at once, all of it; nothing is rounded, added up wrongly or thrown in another way.
/// </summary>
public partial class OrderViolationTests
{
    private const string At = "interactive.action.parameters.";

    private static readonly StoppedClock Clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> BadReferenceIds => ["", " ", "order 42", "order/42", "ordem-nº42", "заказ"];

    [Fact]
    public void Build_NothingGiven_NamesWhatIsRequired()
    {
        Assert.Equal(
            ["interactive.body.text", At + "reference_id", At + "type", At + "order.items"],
            PathsOf(Message.OrderDetails(null, _ => { })));
        Assert.Equal(
            ["interactive.body.text", At + "reference_id", At + "order.status"],
            PathsOf(Message.OrderStatus(null)));
        Assert.Equal(
            ["interactive.body.text", "interactive.action.cards[0].action.catalog_id", "interactive.action.cards"],
            PathsOf(Message.ProductCarousel(default)));
    }

    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryViolation()
    {
        OrderDetailsMessageBuilder order = Message.OrderDetails("order 42", order => order
                .Catalog("apple-1kg")
                .Item(" ", "", new Money(-1m, "BRL"), quantity: 0)
                .Item("apple-1kg", new string('x', 61), new Money(7.905m, "BRL"), salePrice: new Money(8m, "USD"))
                .Item("rye-750g", "Rye bread", new Money(7m, "BRL"), salePrice: new Money(7m, "BRL"))
                .Item("ghost", "Ghost", default)
                .Item(null)
                .Tax(new Money(1m, "INR"), new string('t', 61))
                .Discount(new Money(-2m, "BRL"))
                .Expires(Clock.Now.AddSeconds(299))
                .UpiConfiguration(new string('c', 61))
                .Payment(PaymentSetting.PixDynamicCode(null, " ", null, PixKeyType.None))
                .Payment(PaymentSetting.Link("shop.example/pay"))
                .Payment(PaymentSetting.Boleto(""))
                .Payment(PaymentSetting.OffsiteCard("5555 5235", null))
                .Payment(PaymentSetting.UpiIntentLink("https://shop.example/pay"))
                .Payment(PaymentSetting.Razorpay(null, notes: [KeyValuePair.Create("a", "1"), KeyValuePair.Create("a", "2")]).PreferApp(""))
                .Payment(PaymentSetting.PayUAccount(null))
                .Beneficiary(new Beneficiary { Name = "", AddressLine1 = "", City = "", State = "", PostalCode = "4000" })
                .ShipTo(new AddressValues { PinCode = "4000511" }))
            .Header(MessageHeader.Video(MediaSource.FromId("1")))
            .Body(" ").Footer(new string('f', 61));

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => order.Build(Clock));

        Snapshot.MatchText(exception.Message);
    }

    [Theory, MemberData(nameof(BadReferenceIds))]
    public void Build_BadReferenceId_IsTheOneViolation(string id)
    {
        Assert.Equal([At + "reference_id"], PathsOf(Message.OrderDetails(id, order => Fine(order)).Body("Bill")));
        Assert.Equal([At + "reference_id"], PathsOf(Message.OrderStatus(id, OrderStatus.Shipped).Body("On its way")));
    }

    [Fact]
    public void Build_NegativeAmount_IsAViolationWhereItStands()
    {
        Money negative = new(-0.01m, "BRL");

        Assert.Equal((At + "order.items[0].amount", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", negative)));
        Assert.Equal(
            (At + "order.items[0].sale_amount", ViolationRule.Range),
            Only(order => order.DigitalGoods().Item("a", "A", Reais(1), 1, negative)));
        Assert.Equal((At + "order.tax", ViolationRule.Range), Only(order => Fine(order).Tax(negative)));
        Assert.Equal((At + "order.shipping", ViolationRule.Range), Only(order => Fine(order).Shipping(negative)));
        Assert.Equal((At + "order.discount", ViolationRule.Range), Only(order => Fine(order).Discount(negative)));
        Assert.Equal((At + "total_amount", ViolationRule.Range), Only(order => Fine(order).Total(negative)));
    }

    [Fact]
    public void Build_AmountInAnotherCurrency_IsAViolationWhereItStands()
    {
        Money dollars = new(1m, "USD");

        Assert.Equal((At + "order.items[1].amount", ViolationRule.Mismatch), Only(order => Fine(order).Item("b", "B", dollars)));
        Assert.Equal(
            (At + "order.items[0].sale_amount", ViolationRule.Mismatch),
            Only(order => order.DigitalGoods().Item("a", "A", Reais(9), 1, dollars)));
        Assert.Equal((At + "order.tax", ViolationRule.Mismatch), Only(order => Fine(order).Tax(dollars)));
        Assert.Equal((At + "order.shipping", ViolationRule.Mismatch), Only(order => Fine(order).Shipping(dollars)));
        Assert.Equal((At + "order.discount", ViolationRule.Mismatch), Only(order => Fine(order).Discount(dollars)));
        Assert.Equal((At + "total_amount", ViolationRule.Mismatch), Only(order => Fine(order).Total(dollars)));
    }

    [Theory, InlineData("BRL", 0.005), InlineData("JPY", 0.5), InlineData("KWD", 1.2345)]
    public void Build_MoreDigitsThanTheCurrencyHas_IsAViolationAndNeverRounded(string currency, double amount) => Assert.Equal(
        (At + "order.items[0].amount", ViolationRule.Format),
        Only(order => order.DigitalGoods().Item("a", "A", new Money((decimal)amount, currency))));

    [Fact]
    public void Build_DigitsThatAreZero_AreNoDigits() =>
        Assert.Empty(PathsOf(Message.OrderDetails("a", order => order.DigitalGoods().Item("a", "A", Reais(1.5000m))).Body("Bill")));

    [Theory, InlineData("XXL"), InlineData("reais"), InlineData("€")]
    public void Build_UnknownCurrency_IsTheOneViolation(string currency) => Assert.Equal(
        (At + "currency", ViolationRule.Format),
        Only(order => order.DigitalGoods().Item("a", "A", new Money(1.23456m, currency)).Tax(new Money(1, currency))));

    [Fact]
    public void Build_AmountsOfAnUnknownCurrency_AreNotAddedUp() => Assert.Equal(
        (At + "currency", ViolationRule.Format),
        Only(order => order.DigitalGoods().Item("a", "A", new Money(decimal.MaxValue, "XXL")).Total(new Money(1, "XXL"))));

    [Fact]
    public void Build_NoCurrency_IsAViolationWhereItIsMissing() =>
        Assert.Equal((At + "order.items[0].amount", ViolationRule.Required), Only(order => order.DigitalGoods().Item("a", "A", default)));

    [Fact]
    public void Build_AmountsBeyondAllBounds_AreViolationsAndNoOverflow()
    {
        Money most = new(decimal.MaxValue, "BRL");
        Money fits = Money.FromMinorUnits(long.MaxValue, "BRL");
        Money beyond = new(fits.Amount + 0.01m, "BRL");

        Assert.Equal((At + "order.items[0].amount", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", most)));
        Assert.Equal((At + "order.items[0].amount", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", beyond)));
        Assert.Equal((At + "total_amount", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", fits, int.MaxValue)));
        Assert.Equal(
            (At + "total_amount", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", fits).Tax(Reais(0.01m))));
        Assert.Equal(fits, Message.OrderDetails("a", order => order.DigitalGoods().Item("a", "A", fits)).Body("Bill").Build().Order.Total);
    }

    [Fact]
    public void Build_DiscountOfMoreThanAll_IsAViolationAtTheTotal()
    {
        Assert.Equal((At + "total_amount", ViolationRule.Range), Only(order => Fine(order).Discount(Reais(10.01m))));
        Assert.Empty(PathsOf(Message.OrderDetails("a", order => Fine(order).Discount(Reais(10m))).Body("Bill")));
    }

    [Fact]
    public void Build_TotalThatDoesNotAgree_SaysHowItIsComputed()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.OrderDetails("a", order => Fine(order)
            .Tax(Reais(1)).Shipping(Reais(2)).Discount(Reais(3)).Total(Reais(9.99m))).Body("Bill")));

        Assert.Equal((At + "total_amount", ViolationRule.Mismatch), (violation.Path, violation.Rule));
        Assert.Contains(
            "10.00 BRL + tax 1.00 BRL + shipping 2.00 BRL - discount 3.00 BRL = 10.00 BRL", violation.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("9.99", true), InlineData("10.00", false), InlineData("10.01", false)]
    public void Build_SalePrice_MustLieBelowThePrice(string salePrice, bool allowed) => Assert.Equal(
        allowed ? [] : [At + "order.items[0].sale_amount"],
        PathsOf(Message.OrderDetails("a", order => order.DigitalGoods()
            .Item("a", "A", Reais(10), 1, Reais(decimal.Parse(salePrice, System.Globalization.CultureInfo.InvariantCulture)))).Body(
                "Bill")));

    [Fact]
    public void Build_SalePriceThatIsWrongOrInAnotherCurrency_IsNotComparedWithThePrice()
    {
        Assert.Equal(
            (At + "order.items[1].amount", ViolationRule.Mismatch),
            Only(order => Fine(order).Item("b", "B", new Money(1m, "USD"), 1, Reais(2))));
        Assert.Equal(
            (At + "order.items[0].sale_amount", ViolationRule.Format),
            Only(order => order.DigitalGoods().Item("a", "A", Reais(1), 1, Reais(2.005m))));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(int.MinValue)]
    public void Build_QuantityBelowOne_IsTheOneViolation(int quantity) => Assert.Equal(
        (At + "order.items[0].quantity", ViolationRule.Range), Only(order => order.DigitalGoods().Item("a", "A", Reais(1), quantity)));

    [Fact]
    public void Build_QuantityBelowOneWithATotal_IsNotHeldAgainstTheTotal() => Assert.Equal(
        (At + "order.items[0].quantity", ViolationRule.Range),
        Only(order => order.DigitalGoods().Item("a", "A", Reais(1), 0).Total(Reais(1))));

    [Fact]
    public void Build_ExpirationThreeHundredSecondsAhead_IsAllowed() =>
        Message.OrderDetails("a", order => Fine(order).Expires(Clock.Now.AddSeconds(300), "Soon")).Body("Bill").Build(Clock);

    [Fact]
    public void Build_ExpirationOneSecondTooSoon_IsTheOneViolation()
    {
        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(
            () => Message.OrderDetails("a", order => Fine(order).Expires(Clock.Now.AddSeconds(299.9), "Soon")).Body("Bill").Build(Clock));

        Violation violation = Assert.Single(exception.Violations);
        Assert.Equal(
            (At + "order.expiration.timestamp", ViolationRule.Range, 300, 299),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Fact]
    public void ToJson_ExpirationTooSoonByNow_IsAViolationOfTheSend()
    {
        StoppedClock clock = new(Clock.Now);
        OrderDetailsMessage message =
            Message.OrderDetails("a", order => Fine(order).Expires(clock.Now.AddSeconds(310), "Soon")).Body("Bill").Build(clock);
        TemplateMessage template = Message.Template("bill", "en")
            .OrderDetailsButton(0, "a", order => Fine(order).Expires(clock.Now.AddSeconds(310), "Soon")).Build(clock);
        message.ToJson("+16505551234");
        template.ToJson("+16505551234");

        clock.Now = clock.Now.AddSeconds(11);

        Assert.Equal(
            [At + "order.expiration.timestamp"],
            Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson("+16505551234")).Violations.Select(
                violation => violation.Path));
        Assert.Equal(
            ["template.components[0].parameters[0].action.order_details.order.expiration.timestamp"],
            Assert.Throws<WhatsCommerceValidationException>(() => template.ToJson("+16505551234")).Violations.Select(
                violation => violation.Path));
    }

    [Fact]
    public void Build_NoClockGiven_GoesByTheSystems()
    {
        Assert.Equal(
            [At + "order.expiration.timestamp"],
            PathsOf(Message.OrderDetails("a", order => Fine(order).Expires(Clock.Now.AddYears(-1), "Gone")).Body("Bill")));
        Assert.Throws<WhatsCommerceValidationException>(
            () => Message.OrderDetails("a", order => Fine(order).Expires(Clock.Now.AddYears(-1), "Gone"))
                .Body("Bill")
                .Build(timeProvider: null));
    }

    [Fact]
    public void Build_WayToPayOfAnotherCountry_IsAViolationAtTheSetting()
    {
        Assert.Equal(
            (At + "payment_settings[0].type", ViolationRule.NotAllowed),
            Only(order => Fine(order).Payment(PaymentSetting.UpiIntentLink("upi://pay?pa=a"))));
        Assert.Equal(
            (At + "payment_settings[0].type", ViolationRule.NotAllowed),
            Only(order => order.DigitalGoods().Item("a", "A", new Money(1, "INR")).Payment(PaymentSetting.Boleto("03399"))));
        Assert.Equal((At + "payment_configuration", ViolationRule.NotAllowed), Only(order => Fine(order).UpiConfiguration("main")));
    }

    [Fact]
    public void Build_IndiaWithoutAWayToPay_IsTheOneViolation() => Assert.Equal(
        (At + "payment_settings", ViolationRule.Required), Only(order => order.DigitalGoods().Item("a", "A", new Money(1, "INR"))));

    [Fact]
    public void Build_EmptyUpiConfiguration_IsNone()
    {
        Assert.Equal(
            (At + "payment_settings", ViolationRule.Required),
            Only(order => order.DigitalGoods().Item("a", "A", new Money(1, "INR")).UpiConfiguration("")));
        Assert.Empty(PathsOf(Message.OrderDetails("a", order => Fine(order).UpiConfiguration("")).Body("Bill")));
    }

    [Theory, InlineData("523", 3), InlineData("52355", 5), InlineData("523x", 4), InlineData(null, 0)]
    public void Build_CardWithoutItsLastFourDigits_IsTheOneViolation(string? digits, int found)
    {
        Violation violation = Assert.Single(ViolationsOf(
            Message.OrderDetails("a", order => Fine(order).Payment(PaymentSetting.OffsiteCard(digits, "card-1"))).Body("Bill")));

        Assert.Equal(
            (At + "payment_settings[0].offsite_card_pay.last_four_digits", ViolationRule.Format, 4, found),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData("4000", 4), InlineData("4000511", 7), InlineData("40005a", 6), InlineData(null, 0)]
    public void Build_PostalCodeThatIsNotSixDigits_IsTheOneViolation(string? code, int found)
    {
        Beneficiary nidhi = new() { Name = "Nidhi", AddressLine1 = "One BKC", City = "Mumbai", State = "MH", PostalCode = code! };

        Violation violation = Assert.Single(ViolationsOf(Message.OrderDetails("a", order => order.PhysicalGoods()
            .Item("a", "A", new Money(1, "INR")).UpiConfiguration("main").Beneficiary(nidhi)).Body("Bill")));

        Assert.Equal(
            (At + "beneficiaries[0].postal_code", ViolationRule.Format, 6, found),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Fact]
    public void Build_BrazilWithoutRetailerIdOrTextAboutTheExpiration_IsAViolation()
    {
        Assert.Equal(
            (At + "order.items[0].retailer_id", ViolationRule.Required), Only(order => order.DigitalGoods().Item(default, "A", Reais(1))));
        Assert.Equal(
            (At + "order.expiration.description", ViolationRule.Required), Only(order => Fine(order).Expires(Clock.Now.AddYears(1000))));
    }

    [Fact]
    public void Build_ItemsWithPicturesOfTheirOwn_AreInNoCatalog()
    {
        OrderDetailsItem pictured = new("a", "A", new Money(1, "INR")) { ImageLink = "https://shop.example/a.jpg" };
        OrderDetailsItem plain = new(default, "B", new Money(1, "INR"));

        Assert.Equal(
            [At + "order.catalog_id", At + "order.items[0].image"],
            PathsOf(Message.OrderDetails("a", order => order
                .DigitalGoods().UpiConfiguration("main").Catalog("1").Item(pictured).Item(plain)).Body("Bill")));
    }

    [Fact]
    public void Build_ElevenItemsWithoutPictures_AreAllowed() => Assert.Empty(PathsOf(
        Message.OrderDetails("a", order => order.DigitalGoods().Items(
            Enumerable.Range(0, 11).Select(i => new OrderDetailsItem($"sku-{i}", "A", Reais(1))))).Body("Bill")));

    [Fact]
    public void Build_TotalAlone_IsAllowedInBrazilOnly()
    {
        Assert.Empty(PathsOf(Message.OrderDetails("a", order => order.DigitalGoods().Total(Reais(5))).Body("Bill")));
        Assert.Equal(
            (At + "order.items", ViolationRule.Required),
            Only(order => order.DigitalGoods().Total(new Money(5, "INR")).UpiConfiguration("main")));
        Assert.Equal((At + "order.items", ViolationRule.Required), Only(order => order.DigitalGoods().Total(Reais(5)).Shipping(Reais(1))));
    }

    [Fact]
    public void Build_TotalAloneWithAHeader_IsTheOneViolation() => Assert.Equal(
        ["interactive.header"],
        PathsOf(Message.OrderDetails("a", order => order.DigitalGoods().Total(Reais(5)))
            .Header(MessageHeader.Image(MediaSource.FromId("1")))
            .Body("Bill")));

    [Fact]
    public void Build_LineThatTheShopDoesNotKnow_IsAViolationAndDoesNotVanish() => Assert.Equal(
        (At + "order.items[1]", ViolationRule.Required),
        Only(order =>
            order.DigitalGoods().ItemsOf(["a", "ghost"], sku => sku == "ghost" ? null : new OrderDetailsItem(sku, "A", Reais(1)))));

    [Theory, InlineData("delivered"), InlineData("SHIPPED")]
    public void Build_StatusThatMetaDoesNotKnow_IsTheOneViolation(string status) =>
        Assert.Equal([At + "order.status"], PathsOf(Message.OrderStatus("a", new OrderStatus(status)).Body("b")));

    [Fact]
    public void Build_PaymentStatusThatMetaDoesNotKnow_IsTheOneViolation() =>
        Assert.Equal([At + "payment.status"], PathsOf(Message.OrderStatus("a").Payment(new OrderPaymentStatus("paid")).Body("b")));

    [Fact]
    public void Build_TextAboutNoStatus_IsTheOneViolation() => Assert.Equal(
        [At + "order.description"], PathsOf(Message.OrderStatus("a").Payment(OrderPaymentStatus.Captured).Description("text").Body("b")));

    [Fact]
    public void Build_BuilderChangedAfterwards_LeavesTheOrderAsItWas()
    {
        OrderDetailsBuilder? captured = null;
        OrderDetailsMessageBuilder builder = Message.OrderDetails("a", order => captured = Fine(order)).Body("Bill");
        OrderDetailsMessage message = builder.Build();
        byte[] before = message.ToJson("+16505551234");

        captured!.Item("b", "B", Reais(1)).Tax(Reais(1));

        Assert.Equal(before, message.ToJson("+16505551234"));
        Assert.Equal(Reais(12), builder.Build().Order.Total);
    }

    [Fact]
    public void OrderDetails_NullInPlaceOfAPart_IsRefusedWhereItIsGiven()
    {
        OrderDetailsBuilder? order = null;
        Assert.NotNull(Message.OrderDetails("a", given => order = given));

        Assert.Throws<ArgumentNullException>("order", () => Message.OrderDetails("a", null!));
        Assert.Throws<ArgumentNullException>("items", () => order!.Items(null!));
        Assert.Throws<ArgumentNullException>("lines", () => order!.ItemsOf((string[])null!, _ => null));
        Assert.Throws<ArgumentNullException>("price", () => order!.ItemsOf(["a"], null!));
        Assert.Throws<ArgumentNullException>("setting", () => order!.Payment(null!));
        Assert.Throws<ArgumentNullException>("beneficiary", () => order!.Beneficiary(null!));
    }

    [Fact]
    public void ToString_OfWhatHoldsACustomer_HidesThem()
    {
        Beneficiary beneficiary = new() { Name = "Nidhi", AddressLine1 = "One BKC", City = "Mumbai", State = "MH", PostalCode = "400051" };

        Assert.Equal("Beneficiary { State = MH }", beneficiary.ToString());
        Assert.Equal("pix_dynamic_code", PaymentSetting.PixDynamicCode("secret", "a", "secret", PixKeyType.Cpf).ToString());
        Assert.Equal("payment_gateway", PaymentSetting.PayU("secret").ToString());
    }

    private static Money Reais(decimal amount) => new(amount, "BRL");

    private static OrderDetailsBuilder Fine(OrderDetailsBuilder order) => order.DigitalGoods().Item("a", "A", Reais(10));

    private static (string Path, ViolationRule Rule) Only(Action<OrderDetailsBuilder> order)
    {
        Violation violation = Assert.Single(ViolationsOf(Message.OrderDetails("a", order).Body("Bill")));
        return (violation.Path, violation.Rule);
    }

    private static IReadOnlyList<Violation> ViolationsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }

    private static IEnumerable<string> PathsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage => ViolationsOf(builder).Select(violation => violation.Path);
}
