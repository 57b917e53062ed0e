using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>The JSON of every message with every option, as it goes over the wire.</summary>
public class MessageJsonTests
{
    private const string To = "+16505551234";

    [Fact]
    public void Text_Plain() => Snapshot.MatchJson(Message.Text("Hello").Build().ToJson(To));

    [Fact]
    public void Text_ManyLinksWithPreview() =>
        Snapshot.MatchJson(Message.Text("https://wa.me/c/16505551234 or https://wa.me/c/447700900077?").PreviewUrl().Build().ToJson(To));

    [Fact]
    public void Text_WithoutPreview() =>
        Snapshot.MatchJson(Message.Text("See https://example.com/menu").PreviewUrl(false).Build().ToJson(To));

    [Fact]
    public void Text_PreviewLeftToMetaAgain() => Snapshot.MatchJson(Message.Text("Hello").PreviewUrl().PreviewUrl(null).Build().ToJson(To));

    [Fact]
    public void Text_ScriptsSignsAndControlCharacters() =>
        Snapshot.MatchJson(Message.Text("Яблоки + แอปเปิล & <تفاح> \"1 kg\" 👩‍🌾 \\ /\n\tend").Build().ToJson(To));

    [Fact]
    public void CatalogLink_LinkAlone() => Snapshot.MatchJson(Message.CatalogLink("+1 (650) 555-1234").Build().ToJson(To));

    [Fact]
    public void CatalogLink_WithWords() =>
        Snapshot.MatchJson(Message.CatalogLink(PhoneNumber.Parse("16505551234")).Body("All we have:").Build().ToJson(To));

    [Fact]
    public void CatalogLink_AmongWordsWithoutPreview() => Snapshot.MatchJson(
        Message.CatalogLink("16505551234").Body(link => $"All we have is at {link}, see you!").PreviewUrl(false).Build().ToJson(To));

    [Fact]
    public void Catalog_BodyAlone() => Snapshot.MatchJson(Message.Catalog().Body("Have a look").Build().ToJson(To));

    [Fact]
    public void Catalog_Everything() =>
        Snapshot.MatchJson(
            Message.Catalog().Body("Have a look").Footer("Free delivery over $30").Thumbnail("apple-1kg").Build().ToJson(To));

    [Fact]
    public void Product_Alone() => Snapshot.MatchJson(Message.Product("146265584024623", "apple-1kg").Build().ToJson(To));

    [Fact]
    public void Product_Everything() =>
        Snapshot.MatchJson(Message.Product("146265584024623", "apple-1kg").Body("Is it this one?").Footer("In stock").Build().ToJson(To));

    [Fact]
    public void ProductList_OneUntitledSection() => Snapshot.MatchJson(
        Message.ProductList("146265584024623")
            .Header("Fresh today")
            .Body("Pick what you like")
            .Products("apple-1kg", "banana-1kg")
            .Build()
            .ToJson(To));

    [Fact]
    public void ProductList_Everything() => Snapshot.MatchJson(
        Message.ProductList("146265584024623")
            .Header("Fresh today").Body("Pick what you like").Footer("Free delivery over $30")
            .Section("Fruit", "apple-1kg", "banana-1kg")
            .Section("Bread", "rye-750g")
            .Build().ToJson(To));

    [Fact]
    public void Send_EveryOption() => Snapshot.MatchJson(Message.Text("Hello").Build().ToJson(To, new SendOptions
    {
        ReplyTo = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQQ==",
        CallbackData = "order 42",
        RecipientIdentityKeyHash = "DF2lS5v2W6x=",
    }));

    [Fact]
    public void Send_ToAWhatsAppId() => Snapshot.MatchJson(Message.Text("Hello").Build().ToJson("16505551234"));

    [Fact]
    public void Send_ToAUserId() => Snapshot.MatchJson(Message.Text("Hello").Build().ToJson("US.13491208655302741918"));

    [Fact]
    public void Send_ToAGroup() => Snapshot.MatchJson(Message.Text("Hello").Build().ToJson(Recipient.Group("Y2FwaV9ncm91cDox")));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("0044 7700 900077")]
    [InlineData("call me")]
    [InlineData("us.123")]
    public void Send_ToNobody_IsAViolationAtTo(string? to)
    {
        TextMessage message = Message.Text("Hello").Build();

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson(to));

        Assert.Equal("to", Assert.Single(exception.Violations).Path);
    }
}
