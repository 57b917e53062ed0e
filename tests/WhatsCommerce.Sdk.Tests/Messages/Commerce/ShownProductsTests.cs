using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>A message knows which products it shows, so that orders and questions can be linked to what was sent.</summary>
public class ShownProductsTests
{
    private const string Catalog = "146265584024623";

    [Fact]
    public void Products_OfACarousel_AreItsCards() =>
        Assert.Equal(["a", "b"], Shown(Message.ProductCarousel(Catalog).Body("Look").Products("a", "b").Build()));

    [Fact]
    public void Products_OfAnOrder_AreItsItemsOfACatalog() => Assert.Equal(["a"], Shown(Message.OrderDetails("order-42", order => order
        .DigitalGoods().UpiConfiguration("main").Item("a", "A", new Money(1, "INR")).Item(default, "B", new Money(1, "INR"))).Body(
            "Bill").Build()));

    [Fact]
    public void Products_OfATemplate_AreThoseOfAllItsComponents()
    {
        TemplateMessage message = Message.Template("everything", "en")
            .ProductHeader(Catalog, "header")
            .ProductCards(Catalog, "card 1", "card 2")
            .ProductListButton(0, "thumbnail", new ProductSection("Fruit", "list 1"), new ProductSection("Bread", "list 2"))
            .OrderDetailsButton(1, "order-42", order => order.DigitalGoods().Item("item", "A", new Money(1, "BRL")))
            .CatalogButton(2, "thumbnail")
            .Build();

        Assert.Equal(["header", "card 1", "card 2", "list 1", "list 2", "item"], Shown(message));
    }

    [Fact]
    public void Products_OfATemplateWithoutProducts_AreNone() =>
        Assert.Empty(Message.Template("hello_world", "en").Body("Pablo").Build().Products);

    private static IEnumerable<string> Shown(OutboundMessage message) => message.Products.Select(product => product.Value!);
}
