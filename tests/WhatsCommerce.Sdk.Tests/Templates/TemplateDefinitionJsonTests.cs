using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>Each kind of template on the wire, and the call that makes it.</summary>
public class TemplateDefinitionJsonTests
{
    [Fact]
    public void Marketing_Everything() => Check(Template.Marketing("summer_sale", "en_US")
        .ImageHeader("4::aW...")
        .Body("Hi {{first_name}}! Use *{{code}}* until Sunday.", ("first_name", "Pablo"), ("code", "SUN10"))
        .Footer("Lucky Shrub")
        .QuickReplyButton("Unsubscribe")
        .UrlButton("Shop", "https://shop.example/{{1}}", "sale")
        .PhoneButton("Call us", "+16505551234")
        .VoiceCallButton("Call here")
        .FlowButton("Choose", "1234567890", "WELCOME")
        .AllowCategoryChange()
        .TimeToLive(TimeSpan.FromHours(12)));

    [Fact]
    public void Utility_TextHeader() =>
        Check(Template.Utility("order_shipped", "pt_BR").Header("Order {{1}}", "A-1").Body("It left {{1}} today.", "Recife"));

    [Fact]
    public void Utility_PaymentLink() => Check(
        Template.Utility("bill", "en").Body("Your bill.").UrlButton("Pay", "https://pay.example/{{1}}", "x1", paymentLinkPreview: true));

    [Fact]
    public void Utility_LocationHeaderAndCall() =>
        Check(Template.Utility("delivery", "en").LocationHeader().Body("On its way.").CallPermissionRequest());

    [Fact]
    public void Marketing_VideoAndFlowByJson() =>
        Check(Template.Marketing("clip", "en").VideoHeader("4::dm...").Body("Look!").FlowButtonByJson("Open", """{"version":"5.0"}"""));

    [Fact]
    public void Catalog_OwnLabel() =>
        Check(Template.Catalog("katalog", "de").Body("Unser Angebot, {{1}}!", "Ute").Footer("Gültig bis Mai").ButtonText("Katalog öffnen"));

    [Fact]
    public void ProductList_Everything() => Check(Template.ProductList("abandoned_cart", "en_US")
        .Header("Forget something, {{1}}?", "Pablo").Body("Use code {{1}} to get 10% off!", "10OFF").Footer("Lucky Shrub"));

    [Fact]
    public void Product_Everything() =>
        Check(Template.Product("newest", "en_US").Body("Our newest succulent, for {{1}}!", "$5").Footer("This week only"));

    [Fact]
    public void ProductCarousel_ViewButton() => Check(Template.ProductCarousel("picks", "en_US").Body("Picked for you, {{1}}:", "Pablo"));

    [Fact]
    public void ProductCarousel_UrlButton() =>
        Check(Template.ProductCarousel("picks", "en_US").Body("Picked for you:").UrlButton("Buy", "https://shop.example/p/{{1}}", "aloe"));

    [Fact]
    public void MediaCarousel_Everything() => Check(Template.MediaCarousel("plants", "en_US")
        .Body("Rare plants:")
        .Card(card => card.Image("4::an...")
            .Body("Aloe for {{1}}.", "$5")
            .QuickReplyButton("More")
            .UrlButton("Shop", "https://shop.example/{{1}}", "aloe"))
        .Card(card => card.Image("4::an...")
            .Body("Cacti for {{1}}.", "$6")
            .QuickReplyButton("More")
            .UrlButton("Shop", "https://shop.example/{{1}}", "cacti")));

    [Fact]
    public void MediaCarousel_CheckoutCards() => Check(Template.MediaCarousel("buy_now", "en_US")
        .Body("Back in stock:")
        .Card(card => card.Video("4::dm...").CheckoutButton().PhoneButton("Call", "+919000090000"))
        .Card(card => card.Video("4::dm...").CheckoutButton().PhoneButton("Call", "+919000090000")));

    [Fact]
    public void LimitedTimeOffer_Everything() => Check(Template.LimitedTimeOffer("caribbean", "en_US", "Expiring offer!")
        .ImageHeader("4::aW...").Body("Good news, {{1}}!", "Pablo").CopyCodeButton("CARIBE25").UrlButton(
            "Book now!", "https://travel.example/{{1}}", "n3mtql"));

    [Fact]
    public void Coupon_Everything() => Check(Template.Coupon("fall_25", "en_US")
        .Header("Our Fall Sale is on!").Body("Get {{1}} off with {{2}}!", "25%", "25OFF").QuickReplyButton("Unsubscribe").CopyCodeButton(
            "25OFF"));

    [Fact]
    public void OrderDetails_AsMarketing() => Check(Template.OrderDetails("your_order", "pt_BR")
        .DocumentHeader("4::YX...").Body("Seu pedido.").Footer("Obrigado").ButtonText("Pagar").Category(TemplateCategory.Marketing));

    [Fact]
    public void Checkout_Everything() => Check(Template.Checkout("back_in_stock", "en_US")
        .ImageHeader("4::aW...")
        .Body("Your {{1}} is back!", "aloe")
        .QuickReplyButton("Not now"));

    [Fact]
    public void OrderStatus_Everything() => Check(Template.OrderStatus("status", "en").Body("News of your order.").Footer("Lucky Shrub"));

    [Fact]
    public void Authentication_OneTap() => Check(Template.Authentication("login", "en_US")
        .SecurityRecommendation().CodeExpiration(5).OneTapButton("Copy", "Fill in").App("com.example.shop", "K8a/AINcGX7"));

    [Fact]
    public void Authentication_CopyCodeAlone() => Check(Template.Authentication("login", "en_US"));

    private static void Check<TBuilder>(
        TemplateBuilder<TBuilder> builder, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
        where TBuilder : TemplateBuilder<TBuilder> => Snapshot.MatchJson(builder.Build().ToJson(), method: method);
}
