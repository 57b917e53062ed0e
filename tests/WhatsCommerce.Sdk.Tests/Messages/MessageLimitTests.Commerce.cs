using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>Limits of product carousels, orders and templates.</content>
public partial class MessageLimitTests
{
    private const string Order = "interactive.action.parameters.";
    private const string Component = "template.components[0].";

    private static readonly DateTimeOffset FarAhead = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (int Limit, string Path, Func<string, IReadOnlyList<Violation>> Check)> CommerceTexts = new()
    {
        ["product carousel body"] = (1024, "interactive.body.text", text =>
            ViolationsOf(Message.ProductCarousel(CatalogId).Products("a", "b").Body(text))),
        ["product carousel retailer id"] = (100, "interactive.action.cards[1].action.product_retailer_id", text => ViolationsOf(
            Message.ProductCarousel(CatalogId).Products("a", text).Body("Look"))),
        ["order header"] = (60, "interactive.header.text", text => ViolationsOf(InBrazil().Header(text))),
        ["order body"] = (1024, "interactive.body.text", text => ViolationsOf(InBrazil().Body(text))),
        ["order footer"] = (60, "interactive.footer.text", text => ViolationsOf(InBrazil().Footer(text))),
        ["order item id"] = (100, Order + "order.items[1].retailer_id", text =>
            ViolationsOf(InBrazil(order => order.Item(text, "Bread", Reais(1))))),
        ["order item name"] = (60, Order + "order.items[1].name", text =>
            ViolationsOf(InBrazil(order => order.Item("rye-750g", text, Reais(1))))),
        ["order tax"] = (60, Order + "order.tax.description", text => ViolationsOf(InBrazil(order => order.Tax(Reais(1), text)))),
        ["order shipping"] = (60, Order + "order.shipping.description", text =>
            ViolationsOf(InBrazil(order => order.Shipping(Reais(1), text)))),
        ["order discount"] = (60, Order + "order.discount.description", text =>
            ViolationsOf(InBrazil(order => order.Discount(Reais(1), text)))),
        ["order discount program"] = (60, Order + "order.discount.discount_program_name", text => ViolationsOf(
            InBrazil(order => order.Discount(Reais(1), "Off", text)))),
        ["order expiration"] = (120, Order + "order.expiration.description", text =>
            ViolationsOf(InBrazil(order => order.Expires(FarAhead, text)))),
        ["UPI configuration"] = (60, Order + "payment_configuration", text => ViolationsOf(InIndia(order => order.UpiConfiguration(text)))),
        ["gateway configuration"] = (60, Order + "payment_settings[0].payment_gateway.configuration_name", text =>
            ViolationsOf(Paid(PaymentSetting.Razorpay(text)))),
        ["razorpay receipt"] = (40, Order + "payment_settings[0].payment_gateway.razorpay.receipt", text =>
            ViolationsOf(Paid(PaymentSetting.Razorpay("main", text)))),
        ["razorpay note"] = (256, Order + "payment_settings[0].payment_gateway.razorpay.notes", text => ViolationsOf(
            Paid(PaymentSetting.Razorpay("main", notes: [KeyValuePair.Create("note", text)])))),
        ["payu field"] = (255, Order + "payment_settings[0].payment_gateway.payu.udf4", text =>
            ViolationsOf(Paid(PaymentSetting.PayU("main", "1", "2", "3", text)))),
        ["billdesk field"] = (120, Order + "payment_settings[0].payment_gateway.billdesk.additional_info1", text => ViolationsOf(
            Paid(PaymentSetting.BillDesk("main", text)))),
        ["zaakpay field"] = (180, Order + "payment_settings[0].payment_gateway.zaakpay.extra2", text =>
            ViolationsOf(Paid(PaymentSetting.Zaakpay("main", null, text)))),
        ["beneficiary name"] = (200, Order + "beneficiaries[0].name", text =>
            ViolationsOf(InIndia(order => order.Beneficiary(Nidhi with { Name = text })))),
        ["beneficiary line 1"] = (100, Order + "beneficiaries[0].address_line1", text => ViolationsOf(
            InIndia(order => order.Beneficiary(Nidhi with { AddressLine1 = text })))),
        ["beneficiary line 2"] = (100, Order + "beneficiaries[0].address_line2", text => ViolationsOf(
            InIndia(order => order.Beneficiary(Nidhi with { AddressLine2 = text })))),
        ["shipping pin code"] = (6, Order + "shipping_info.addresses[0].in_pin_code", text => ViolationsOf(
            InIndia(order => order.ShipTo(new AddressValues { PinCode = text })))),
        ["order status body"] = (1024, "interactive.body.text", text => ViolationsOf(Shipped().Body(text))),
        ["order status footer"] = (60, "interactive.footer.text", text => ViolationsOf(Shipped().Footer(text))),
        ["order status text"] = (120, Order + "order.description", text => ViolationsOf(Shipped().Description(text))),
        ["template header"] = (60, Component + "parameters[0].text", text => ViolationsOf(Template().Header(text))),
        ["template header file name"] = (240, Component + "parameters[0].document.filename", text =>
            ViolationsOf(Template().DocumentHeader(Picture, text))),
        ["template header place"] = (100, Component + "parameters[0].location.name", text =>
            ViolationsOf(Template().LocationHeader(0, 0, text))),
        ["template header address"] = (300, Component + "parameters[0].location.address", text =>
            ViolationsOf(Template().LocationHeader(0, 0, null, text))),
        ["template header product"] = (100, Component + "parameters[0].product.product_retailer_id", text =>
            ViolationsOf(Template().ProductHeader(CatalogId, text))),
        ["template body"] = (32_768, Component + "parameters[1].text", text => ViolationsOf(Template().Body("Pablo", text))),
        ["template amount"] = (32_768, Component + "parameters[0].currency.fallback_value", text => ViolationsOf(
            Template().Body(TemplateParameter.Currency(Reais(1), text)))),
        ["template url"] = (2000, Component + "parameters[0].text", text => ViolationsOf(Template().UrlButton(0, text))),
        ["template coupon"] = (20, Component + "parameters[0].coupon_code", text => ViolationsOf(Template().CopyCodeButton(0, text))),
        ["template call payload"] = (512, Component + "parameters[0].payload", text =>
            ViolationsOf(Template().VoiceCallButton(0, payload: text))),
        ["template catalog thumbnail"] = (100, Component + "parameters[0].action.thumbnail_product_retailer_id", text =>
            ViolationsOf(Template().CatalogButton(0, text))),
        ["template list thumbnail"] = (100, Component + "parameters[0].action.thumbnail_product_retailer_id", text => ViolationsOf(
            Template().ProductListButton(0, text, new ProductSection("Fruit", "apple-1kg")))),
        ["template list section"] = (24, Component + "parameters[0].action.sections[1].title", text => ViolationsOf(
            Template().ProductListButton(0, "apple-1kg", new ProductSection("Fruit", "apple-1kg"), new ProductSection(text, "rye-750g")))),
        ["template list product"] = (100, Component
            + "parameters[0].action.sections[0].product_items[1].product_retailer_id", text => ViolationsOf(
            Template().ProductListButton(0, "apple-1kg", new ProductSection("Fruit", "apple-1kg", text)))),
        ["template order status text"] = (120, Component + "parameters[0].order_status.order.description", text => ViolationsOf(
            Template().OrderStatus("order-42", OrderStatus.Shipped, text))),
        ["template order item name"] = (60, Component + "parameters[0].action.order_details.order.items[0].name", text => ViolationsOf(
            Template().OrderDetailsButton(0, "order-42", order => order.DigitalGoods().Item("rye-750g", text, Reais(1))))),
        ["template card"] = (32_768, Component + "cards[1].components[1].parameters[0].text", text => ViolationsOf(
            Template().Card(card => card.Image(Picture)).Card(card => card.Image(Picture).Body(text)))),
        ["template card url"] = (2000, Component + "cards[0].components[1].parameters[0].text", text => ViolationsOf(
            Template().Card(card => card.Image(Picture).UrlButton(0, text)).Card(card => card.Image(Picture).UrlButton(0, "b")))),
    };

    private static Beneficiary Nidhi => new()
    {
        Name = "Nidhi",
        AddressLine1 = "One BKC",
        City = "Mumbai",
        State = "Maharashtra",
        PostalCode = "400051",
    };

    public static TheoryData<string, int, int> CommerceCounts => new()
    {
        { "products", 2, 10 }, {
            "product cards", 2, 10 }, { "items with pictures", 1, 10 }, { "sections", 1, 10 }, { "products of sections", 1, 30 },
        { "notes", 0, 15 }, { "PayU fields", 0, 4 }, { "BillDesk fields", 0, 7 }, { "Zaakpay fields", 0, 2 },
    };

    [Theory, MemberData(nameof(CommerceCounts))]
    public void Build_AsManyAsAreAllowed_AreAllowed(string items, int minimum, int maximum)
    {
        Assert.Empty(ViolationsOf(items, minimum));
        Assert.Empty(ViolationsOf(items, maximum));
    }

    [Theory, MemberData(nameof(CommerceCounts))]
    public void Build_OneMoreThanIsAllowed_IsTheOneViolation(string items, int minimum, int maximum)
    {
        Assert.True(minimum < maximum);
        Violation violation = Assert.Single(ViolationsOf(items, maximum + 1));

        Assert.Equal((ViolationRule.MaxCount, maximum, maximum + 1), (violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData("products"), InlineData("product cards")]
    public void Build_CarouselOfOne_IsTheOneViolation(string items)
    {
        Violation violation = Assert.Single(ViolationsOf(items, 1));

        Assert.Equal((ViolationRule.MinCount, 2, 1), (violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData("INR", 35), InlineData("BRL", 60), InlineData("SGD", 60)]
    public void Build_ReferenceIdAtTheLimitOfItsCountry_IsAllowed(string currency, int limit) =>
        Assert.Empty(ViolationsOf(Referred(limit, currency)));

    [Theory, InlineData("INR", 35), InlineData("BRL", 60), InlineData("SGD", 60)]
    public void Build_ReferenceIdOverTheLimitOfItsCountry_IsTheOneViolation(string currency, int limit)
    {
        Violation violation = Assert.Single(ViolationsOf(Referred(limit + 1, currency)));

        Assert.Equal(
            (Order + "reference_id", ViolationRule.MaxLength, limit, limit + 1),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Fact]
    public void Build_TemplateNameAtItsLimit_IsAllowed() => Assert.Empty(ViolationsOf(Message.Template(new string('a', 512), "en")));

    [Fact]
    public void Build_TemplateNameOverItsLimit_IsTheOneViolation()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.Template(new string('a', 513), "en")));

        Assert.Equal(
            ("template.name", ViolationRule.MaxLength, 512, 513), (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData(1), InlineData(43_200)]
    public void Build_TemplateCallButtonForMinutesInItsRange_IsAllowed(int minutes) =>
        Assert.Empty(ViolationsOf(Template().VoiceCallButton(0, TimeSpan.FromMinutes(minutes))));

    [Theory, InlineData(-1), InlineData(0), InlineData(43_201), InlineData(int.MaxValue)]
    public void Build_TemplateCallButtonForMinutesOutsideOfItsRange_IsTheOneViolation(int minutes)
    {
        Violation violation = Assert.Single(ViolationsOf(Template().VoiceCallButton(0, TimeSpan.FromMinutes(minutes))));

        Assert.Equal((Component + "parameters[0].ttl_minutes", ViolationRule.Range), (violation.Path, violation.Rule));
    }

    private static IReadOnlyList<Violation> ViolationsOf(string items, int count)
    {
        RetailerId[] ids = [.. Enumerable.Range(0, count).Select(i => new RetailerId($"sku-{i}"))];
        string[] values = [.. ids.Select(id => id.Value!)];
        return items switch
        {
            "products" => ViolationsOf(Message.ProductCarousel(CatalogId).Products(ids).Body("Look")),
            "product cards" => ViolationsOf(Template().ProductCards(CatalogId, ids)),
            "items with pictures" => ViolationsOf(Message.OrderDetails("order-42", order => order
                .DigitalGoods().UpiConfiguration("main")
                .Items(ids.Select(_ => new OrderDetailsItem(
                    default, "Aloe", new Money(1, "INR")) { ImageLink = "https://shop.example/a.jpg" }))).Body("Bill")),
            "sections" => ViolationsOf(Template().ProductListButton(0, "sku", [.. ids.Select(id => new ProductSection($"Of {id}", id))])),
            "products of sections" => ViolationsOf(Template().ProductListButton(0, "sku", new ProductSection("All", ids))),
            "notes" =>
                ViolationsOf(Paid(PaymentSetting.Razorpay("main", notes: values.Select(value => KeyValuePair.Create(value, value))))),
            "PayU fields" => ViolationsOf(Paid(PaymentSetting.PayU("main", values))),
            "BillDesk fields" => ViolationsOf(Paid(PaymentSetting.BillDesk("main", values))),
            "Zaakpay fields" => ViolationsOf(Paid(PaymentSetting.Zaakpay("main", values))),
            _ => throw new ArgumentException(items, nameof(items)),
        };
    }

    private static Money Reais(decimal amount) => new(amount, "BRL");

    private static OrderDetailsMessageBuilder InBrazil(
        Action<OrderDetailsBuilder>? more = null) => Message.OrderDetails("order-42", order =>
    {
        order.DigitalGoods().Item("apple-1kg", "Apples", Reais(10));
        more?.Invoke(order);
    }).Body("Your bill");

    private static OrderDetailsMessageBuilder InIndia(Action<OrderDetailsBuilder> more) => Message.OrderDetails("order-42", order =>
    {
        order.PhysicalGoods().UpiConfiguration("main").Item("aloe", "Aloe", new Money(10, "INR"));
        more(order);
    }).Body("Your bill");

    private static OrderDetailsMessageBuilder Paid(PaymentSetting setting) => InIndia(order => order.Payment(setting));

    private static OrderDetailsMessageBuilder Referred(
        int length, string currency) => Message.OrderDetails(new string('x', length), order => order
        .DigitalGoods().Item("sku", "Tea", new Money(1, currency)).Payment(PaymentSetting.Link("https://shop.example/pay"))).Body(
            "Your bill");

    private static OrderStatusMessageBuilder Shipped() => Message.OrderStatus("order-42", OrderStatus.Shipped).Body("On its way");

    private static TemplateMessageBuilder Template() => Message.Template("template_name", "en_US");
}
