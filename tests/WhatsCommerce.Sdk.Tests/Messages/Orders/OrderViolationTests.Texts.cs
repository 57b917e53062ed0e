using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>No text of an order is sent blank, and each violation names what is wrong.</content>
public partial class OrderViolationTests
{
    private const string Blank = " ";

    [Fact]
    public void Build_BlankTextsOfAnOrder_AreNamedWhereTheyStand() => Snapshot.MatchText(TextOf(
        Message.OrderDetails("order-42", order => order
                .PhysicalGoods()
                .Item(new OrderDetailsItem("aloe", Blank, new Money(10m, "INR"))
                {
                    ImageLink = Blank,
                    CountryOfOrigin = Blank,
                    Importer = new Importer
                    {
                        Name = Blank,
                        AddressLine1 = Blank,
                        AddressLine2 = Blank,
                        City = Blank,
                        ZoneCode = Blank,
                        PostalCode = Blank,
                        CountryCode = Blank,
                    },
                })
                .Tax(new Money(1m, "INR"), Blank)
                .Shipping(new Money(1m, "INR"), Blank)
                .Discount(new Money(1m, "INR"), Blank, Blank)
                .Expires(FarAhead, Blank)
                .UpiConfiguration(Blank)
                .Payment(PaymentSetting.UpiIntentLink(Blank))
                .Payment(PaymentSetting.Razorpay(Blank, Blank, [KeyValuePair.Create(Blank, Blank)]).PreferApp(Blank))
                .Payment(PaymentSetting.PayU("payu-main", Blank))
                .Payment(PaymentSetting.RazorpayAccount(Blank))
                .Beneficiary(new Beneficiary
                {
                    Name = Blank,
                    AddressLine1 = Blank,
                    AddressLine2 = Blank,
                    City = Blank,
                    State = Blank,
                    PostalCode = "400051",
                })
                .ShipTo(new AddressValues { Name = Blank }))
            .Header(MessageHeader.Text(Blank)).Body(Blank).Footer(Blank)));

    [Fact]
    public void Build_OrdersThatCannotBePaid_SayWhy() => Snapshot.MatchText(string.Join('\n',
        TextOf(Bill(order => order.DigitalGoods().Item("a", "A", new Money(1m, "XXL")))),
        TextOf(Bill(order => order.DigitalGoods().Item("a", "A", new Money(decimal.MaxValue, "BRL")))),
        TextOf(Bill(order => order.DigitalGoods().Item("a", "A", Money.FromMinorUnits(long.MaxValue, "BRL"), 2))),
        TextOf(Bill(order => Fine(order).Discount(Reais(10.01m)))),
        TextOf(Bill(order => Fine(order).Tax(Reais(-1)).Shipping(Reais(-2)).Discount(Reais(-3)).Total(Reais(-4)))),
        TextOf(Bill(order => order.DigitalGoods().Total(Reais(5))).Header("Your bill")),
        TextOf(Bill(order => order.DigitalGoods().UpiConfiguration("main").Catalog("1").Item(
            new OrderDetailsItem("a", "A", new Money(1, "INR")) { ImageLink = "shop.example/a.jpg" }))),
        TextOf(Bill(order => order.DigitalGoods().Item("a", "A", new Money(1, "INR")))),
        TextOf(Bill(order => order.DigitalGoods().Item("a", "A", new Money(1, "INR"))
            .Payment(PaymentSetting.PayU("main", "1", "2", "3", "4", "5"))
            .Payment(PaymentSetting.Razorpay("main", notes: Enumerable.Range(1, 16).Select(i => KeyValuePair.Create($"n{i}", "text"))))
            .Payment(PaymentSetting.Razorpay("main", notes: [KeyValuePair.Create("note", new string('x', 257))]))))));

    [Fact]
    public void Build_StatusesThatMetaRefuses_SayWhy() => Snapshot.MatchText(string.Join('\n',
        TextOf(Message.OrderStatus("a").Body("b")),
        TextOf(Message.OrderStatus("a", new OrderStatus("delivered")).Description(Blank).Body("b")),
        TextOf(Message.OrderStatus("a").Payment(new OrderPaymentStatus("paid")).Description("text").Body("b"))));

    [Fact]
    public void Build_PaymentRequestsThatMetaRefuses_SayWhy() => Snapshot.MatchText(string.Join('\n',
        TextOf(Requested(PaymentSetting.PixDynamicCode(null))),
        TextOf(Requested(PaymentSetting.PixDynamicCode("00020126", "The corner shop", "39580525000189", PixKeyType.Cnpj))),
        TextOf(Requested(PaymentSetting.OffsiteCard("5235", "card-1")))));

    private static DateTimeOffset FarAhead => Clock.Now.AddYears(1000);

    private static OrderDetailsMessageBuilder Bill(Action<OrderDetailsBuilder> order) =>
        Message.OrderDetails("order-42", order).Body("Bill");

    private static TemplateMessageBuilder Requested(PaymentSetting setting) =>
        Message.Template("bill", "pt_BR").PaymentRequestButton(0, setting);

    private static string TextOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage =>
            string.Join('\n', ViolationsOf(builder).Select(violation => $"{violation.Path}: {violation.Message}"));
}
