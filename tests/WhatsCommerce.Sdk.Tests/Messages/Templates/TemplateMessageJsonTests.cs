using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>The JSON of every kind of template with every option, as it goes over the wire.</summary>
public class TemplateMessageJsonTests
{
    private const string To = "+16505551234";
    private const string Catalog = "194836987003835";

    private static readonly MediaSource File = MediaSource.FromId("1558081531584829");

    [Fact]
    public void Template_NameAlone() => Snapshot.MatchJson(Message.Template("hello_world", "en_US").Build().ToJson(To));

    [Fact]
    public void Template_ByPosition() => Snapshot.MatchJson(
        Message.Template("order_confirmation", "pt_BR")
            .Header("Fresh today")
            .Body(
                "Jessica",
                TemplateParameter.Currency(new Money(25m, "USD"), "$25.00"),
                TemplateParameter.Currency(new Money(1.234m, "KWD")),
                TemplateParameter.DateTime("tomorrow"),
                TemplateParameter.DateTime(new DateTime(2026, 3, 1, 15, 33, 0, DateTimeKind.Unspecified), "March 1, 2026"))
            .Build().ToJson(To));

    [Fact]
    public void Template_ByName() => Snapshot.MatchJson(
        Message.Template("order_confirmation", "en")
            .Header(("shop", "The corner shop"))
            .Body(("first_name", "Jessica"), TemplateParameter.Currency(new Money(25m, "USD")).Named("total"))
            .Build().ToJson(To));

    [Fact]
    public void Template_EveryButton() => Snapshot.MatchJson(
        Message.Template("everything", "en_US")
            .QuickReplyButton(0, "stop")
            .UrlButton(1, "blue-elf")
            .UrlButton(2, "pay-42", paymentLinkPreview: true)
            .CopyCodeButton(3, "25OFF")
            .FlowButton(4, "token-1", JsonElement.Parse("""{"table": 7}"""))
            .FlowButton(5)
            .CatalogButton(6, "2lc20305pt")
            .CatalogButton(7)
            .VoiceCallButton(8, TimeSpan.FromMinutes(100), "campaign-7")
            .VoiceCallButton(9)
            .Build().ToJson(To));

    [Fact]
    public void Template_ProductList() => Snapshot.MatchJson(
        Message.Template("abandoned_cart", "en_US")
            .Header("Pablo").Body("10OFF")
            .ProductListButton(
                0,
                thumbnail: "2lc20305pt",
                new ProductSection("Popular bundles", "2lc20305pt", "nseiw1x3ch"),
                new ProductSection("Premium packages", "n6k6x0y7oe"))
            .Build().ToJson(To));

    [Fact]
    public void Template_ImageHeader() => Snapshot.MatchJson(Message.Template("picture", "en").ImageHeader(File).Build().ToJson(To));

    [Fact]
    public void Template_VideoHeader() =>
        Snapshot.MatchJson(
            Message.Template("video", "en").VideoHeader(MediaSource.FromLink("https://shop.example/oven.mp4")).Build().ToJson(To));

    [Fact]
    public void Template_DocumentHeader() =>
        Snapshot.MatchJson(Message.Template("bill", "en").DocumentHeader(File, "bill.pdf").Build().ToJson(To));

    [Fact]
    public void Template_LocationHeader() => Snapshot.MatchJson(
        Message.Template("delivery_update", "en")
            .LocationHeader(37.483307, -122.148981, "The corner shop", "1 Hacker Way")
            .Build()
            .ToJson(To));

    [Fact]
    public void Template_ProductHeader() =>
        Snapshot.MatchJson(Message.Template("product", "en").ProductHeader(Catalog, "nqryix03ez").Build().ToJson(To));

    [Fact]
    public void Template_LimitedTimeOffer() => Snapshot.MatchJson(
        Message.Template("offer", "en_US")
            .Body("Pablo")
            .LimitedTimeOffer(new DateTimeOffset(2096, 3, 1, 12, 0, 0, 250, TimeSpan.FromHours(2)))
            .CopyCodeButton(0, "CARIBE25").UrlButton(1, "n3mtql")
            .Build().ToJson(To));

    [Fact]
    public void Template_OrderDetails() => Snapshot.MatchJson(
        Message.Template("pay_your_order", "pt_BR")
            .Body("Pablo")
            .OrderDetailsButton(0, "order-42", order => order
                .DigitalGoods()
                .Item("cake", "Bolo", new Money(500m, "BRL"))
                .Payment(PaymentSetting.PixDynamicCode("00020101", "Loja da Esquina", "pix@shop.example", PixKeyType.Email)))
            .Build().ToJson(To));

    [Fact]
    public void Template_OrderStatus() => Snapshot.MatchJson(
        Message.Template("order_update", "en").OrderStatus("order-42", OrderStatus.Shipped, "With the bicycle").Build().ToJson(To));

    [Fact]
    public void TapTarget_Uri_IsWrittenAsTheText() => Assert.Equal(
        Message.Template("august", "en").TapTarget("https://shop.example/offer?a=ü", "The offer").Build().ToJson(To),
        Message.Template("august", "en").TapTarget(new Uri("https://shop.example/offer?a=ü"), "The offer").Build().ToJson(To));

    [Fact]
    public void Template_TapTarget() => Snapshot.MatchJson(
        Message.Template("august", "en").Body("Andy").TapTarget("https://shop.example/offer", "The offer").Build().ToJson(To));

    [Fact]
    public void Template_AsMarketing() => Snapshot.MatchJson(
        Message.Template("august", "en").Body("Andy").AsMarketing(MarketingPolicy.Strict, shareActivity: false).Build().ToJson(To));

    [Fact]
    public void Template_AsMarketingAsMetaLikes() => Snapshot.MatchJson(Message.Template("august", "en").AsMarketing().Build().ToJson(To));

    [Fact]
    public void Template_MediaCards() => Snapshot.MatchJson(
        Message.Template("arrivals", "en_US")
            .Body("Pablo", "20%")
            .Card(card => card.Image(File).Body("Blue Elf").QuickReplyButton(0, "more-aloes").UrlButton(1, "blue-elf"))
            .Card(card => card.Image(MediaSource.FromLink("https://shop.example/crassula.jpg"))
                .Body("Crassula")
                .QuickReplyButton(0, "more-crassulas")
                .UrlButton(1, "crassula"))
            .Build().ToJson(To));

    [Fact]
    public void Template_VideoCards() => Snapshot.MatchJson(
        Message.Template("clips", "en_US").Card(card => card.Video(File)).Card(card => card.Video(File)).Build().ToJson(To));

    [Fact]
    public void Template_ProductCards() => Snapshot.MatchJson(
        Message.Template("picks", "en_US").Body("Pablo").ProductCards(Catalog, "vrpj01fvwp", "va2l5ioeat").Build().ToJson(To));

    [Fact]
    public void Template_CheckoutCards() => Snapshot.MatchJson(
        Message.Template("buy_now", "en_US")
            .Card(card => card.Image(File).OrderDetailsButton(0, "a-1", order => order
                .DigitalGoods().Item("aloe", "Aloe", new Money(20m, "INR")).Payment(PaymentSetting.Razorpay("main"))))
            .Card(card => card.Image(File).OrderDetailsButton(0, "a-2", order => order
                .DigitalGoods().Item("agave", "Agave", new Money(30m, "INR")).Payment(PaymentSetting.Razorpay("main"))))
            .Build().ToJson(To));
}
