using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>The JSON of product carousels, orders and their statuses with every option, as it goes over the wire.</summary>
public class OrderJsonTests
{
    private const string To = "+16505551234";

    private static readonly StoppedClock Clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void ProductCarousel_ThreeProducts() => Snapshot.MatchJson(
        Message.ProductCarousel("146265584024623").Body("Fresh today").Products("apple-1kg", "banana-1kg", "rye-750g").Build().ToJson(To));

    [Fact]
    public void OrderDetails_NothingButItems() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order
                .PhysicalGoods()
                .Item("apple-1kg", "Apples, 1 kg", new Money(7.90m, "BRL"), quantity: 2)
                .Item("rye-750g", "Rye bread", new Money(12m, "BRL")))
            .Body("Your order is ready to be paid.")
            .Build().ToJson(To));

    [Fact]
    public void OrderDetails_EverythingInBrazil() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order
                .PhysicalGoods()
                .Catalog("146265584024623")
                .Item("apple-1kg", "Maçãs, 1 kg", new Money(7.90m, "BRL"), quantity: 2, salePrice: new Money(6.45m, "BRL"))
                .Item("rye-750g", "Pão de centeio", new Money(12m, "BRL"))
                .Tax(new Money(1.20m, "BRL"), "ICMS")
                .Shipping(new Money(5m, "BRL"), "Bicicleta")
                .Discount(new Money(2.10m, "BRL"), "Primeira compra", "BEMVINDO")
                .Total(new Money(29.00m, "BRL"))
                .Expires(Clock.Now.AddHours(1).AddMilliseconds(999), "O Pix vale uma hora")
                .Payment(PaymentSetting.PixDynamicCode(
                    "00020101021226700014br.gov.bcb.pix", "Loja da Esquina", "39580525000189", PixKeyType.Cnpj))
                .Payment(PaymentSetting.Link("https://shop.example/pay/42"))
                .Payment(PaymentSetting.Boleto("03399026944140000002628346101018898510000008848"))
                .Payment(PaymentSetting.OffsiteCard("5235", "card-1")))
            .Header(MessageHeader.Image(MediaSource.FromLink("https://shop.example/bread.jpg")))
            .Body("Seu pedido").Footer("Obrigado!")
            .Build(Clock).ToJson(To));

    [Fact]
    public void OrderDetails_EverythingInIndia() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order
                .PhysicalGoods()
                .QuickPay()
                .Item(new OrderDetailsItem(default, "Blue Elf Aloe", new Money(2000m, "INR"))
                {
                    SalePrice = new Money(1500m, "INR"),
                    ImageLink = "https://shop.example/aloe.jpg",
                    CountryOfOrigin = "India",
                    Importer = new Importer
                    {
                        Name = "Lucky Shrub Imports",
                        AddressLine1 = "One BKC",
                        AddressLine2 = "Bandra Kurla Complex",
                        City = "Mumbai",
                        ZoneCode = "MH",
                        PostalCode = "400051",
                    },
                })
                .Expires(Clock.Now.AddMinutes(5))
                .UpiConfiguration("upi-main")
                .Payment(PaymentSetting.UpiIntentLink("upi://pay?pa=shop@bank&tr=42"))
                .Payment(PaymentSetting.Link("https://shop.example/pay/42"))
                .Payment(PaymentSetting.Razorpay("razorpay-main", "receipt-42", new Dictionary<string, string> { ["cart"] = "7" })
                    .PreferApp("gpay")
                    .OnlyUpi())
                .Payment(PaymentSetting.PayU("payu-main", "one", null, "three"))
                .Payment(PaymentSetting.BillDesk("billdesk-main", "1", "2", "3", "4", "5", "6", "7"))
                .Payment(PaymentSetting.Zaakpay("zaakpay-main").OnlyWeb())
                .Payment(PaymentSetting.RazorpayAccount("encrypted"))
                .Beneficiary(new Beneficiary
                {
                    Name = "Nidhi Tripathi",
                    AddressLine1 = "12, Tower 5, One BKC",
                    AddressLine2 = "Near BKC Circle",
                    City = "Mumbai",
                    State = "Maharashtra",
                    PostalCode = "400051",
                })
                .ShipTo(new AddressValues { Name = "Nidhi Tripathi", PhoneNumber = "919000090000", PinCode = "400051", City = "Mumbai" }))
            .Header(MessageHeader.Document(MediaSource.FromId("1"), "bill.pdf"))
            .Body("Your bill")
            .Build(Clock).ToJson(To));

    [Fact]
    public void OrderDetails_TotalAlone() => Snapshot.MatchJson(
        Message.OrderDetails("bill-7", order => order
                .DigitalGoods().Total(new Money(49.90m, "BRL")).Payment(PaymentSetting.Link(new Uri("https://shop.example/pay/7"))))
            .Body("Your monthly bill")
            .Build().ToJson(To));

    [Fact]
    public void OrderDetails_CustomerMayEnterAnAddress() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order
                .PhysicalGoods().Item("sku", "Aloe", new Money(20m, "INR")).Payment(PaymentSetting.Razorpay("razorpay-main")).ShipTo())
            .Body("Your bill")
            .Build().ToJson(To));

    [Theory]
    [InlineData(PixKeyType.Cpf, "CPF")]
    [InlineData(PixKeyType.Cnpj, "CNPJ")]
    [InlineData(PixKeyType.Email, "EMAIL")]
    [InlineData(PixKeyType.Phone, "PHONE")]
    [InlineData(PixKeyType.RandomKey, "EVP")]
    public void OrderDetails_PixKeyOfEachType_IsWrittenInMetasWord(PixKeyType type, string word) => Assert.Equal(
        word,
        ParametersOf(order => order
                .DigitalGoods().Item("sku", "Tea", new Money(1m, "BRL"))
                .Payment(PaymentSetting.PixDynamicCode("00020126", "The corner shop", "key", type)))
            .GetProperty("payment_settings")[0].GetProperty("pix_dynamic_code").GetProperty("key_type").GetString());

    [Fact]
    public void OrderDetails_LinkAmongOtherPaymentsInIndia_IsOfTypeUpi() => Assert.Equal(
        "upi",
        ParametersOf(order => order
                .DigitalGoods().Item("sku", "Tea", new Money(1m, "INR"))
                .Payment(PaymentSetting.Razorpay("razorpay-main"))
                .Payment(PaymentSetting.Link("https://shop.example/pay/42")))
            .GetProperty("payment_type").GetString());

    [Fact]
    public void IsPhysical_OfGoods_SaysWhichTheyAre()
    {
        Assert.True(Message.OrderDetails(
            "order-42", order => order.PhysicalGoods().Item("sku", "Tea", new Money(1m, "BRL"))).Body("Bill").Build().Order.IsPhysical);
        Assert.False(Message.OrderDetails(
            "order-42", order => order.DigitalGoods().Item("sku", "Song", new Money(1m, "BRL"))).Body("Bill").Build().Order.IsPhysical);
    }

    [Fact]
    public void OrderDetails_CurrencyWithoutDigits() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order.DigitalGoods().Item("sku", "Tea", new Money(799m, "JPY"), 3))
            .Body("Bill")
            .Build()
            .ToJson(To));

    [Fact]
    public void OrderDetails_CurrencyWithThreeDigits() => Snapshot.MatchJson(
        Message.OrderDetails("order-42", order => order.DigitalGoods().Item("sku", "Dates", new Money(1.234m, "KWD"), 3))
            .Body("Bill")
            .Build()
            .ToJson(To));

    [Fact]
    public void OrderStatus_StatusAlone() => Snapshot.MatchJson(
        Message.OrderStatus("order-42", OrderStatus.PartiallyShipped).Body("The apples are on their way.").Build().ToJson(To));

    [Fact]
    public void OrderStatus_Everything() => Snapshot.MatchJson(
        Message.OrderStatus("order-42", OrderStatus.Processing)
            .Description("We bake your bread tonight")
            .Payment(OrderPaymentStatus.Captured, DateTimeOffset.FromUnixTimeSeconds(1722445231))
            .Body("Thank you!").Footer("The corner shop")
            .Build().ToJson(To));

    [Fact]
    public void OrderStatus_PaymentAlone() => Snapshot.MatchJson(
        Message.OrderStatus("order-42").Payment(OrderPaymentStatus.Failed).Body("The payment failed.").Build().ToJson(To));

    private static JsonElement ParametersOf(Action<OrderDetailsBuilder> order) =>
        JsonElement.Parse(Message.OrderDetails("order-42", order).Body("Bill").Build().ToJson(To))
            .GetProperty("interactive").GetProperty("action").GetProperty("parameters");
}
