using System.Text.Json;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>How builders and built messages behave.</summary>
public class MessageBuilderTests
{
    [Fact]
    public void Build_BuilderChangedAfterwards_LeavesTheMessageAsItWas()
    {
        RetailerId[] skus = ["apple-1kg", "banana-1kg"];
        ProductListMessageBuilder builder = Message.ProductList("1").Header("h").Body("first").Section("Fruit", skus);
        ProductListMessage message = builder.Build();
        byte[] before = message.ToJson("+16505551234");

        skus[0] = "changed";
        builder.Body("second").Section("More", "cherry-500g");

        Assert.Equal(before, message.ToJson("+16505551234"));
    }

    [Fact]
    public void Build_BuilderUsedAgain_BuildsWithTheChange()
    {
        CatalogMessageBuilder builder = Message.Catalog().Body("first").Footer("small");
        builder.Build();

        CatalogMessage second = builder.Body("second").Footer(null).Build();

        Assert.Equal(("second", null), (second.Body, second.Footer));
    }

    [Fact]
    public void Products_AfterSections_ReplacesThem()
    {
        ProductListMessage message = Message.ProductList("1").Header("h").Body("b")
            .Section("Fruit", "apple-1kg").Products("banana-1kg").Build();

        ProductSection only = Assert.Single(message.Sections);
        Assert.Null(only.Title);
        Assert.Equal(["banana-1kg"], only.Products);
    }

    [Fact]
    public void Section_FromASequence_EqualsTheSameIdsOneByOne()
    {
        IEnumerable<RetailerId> skus = ["apple-1kg", "banana-1kg"];

        ProductListMessage fromSequence = Message.ProductList("1").Header("h").Body("b").Section("Fruit", skus).Build();
        ProductListMessage oneByOne = Message.ProductList("1").Header("h").Body("b").Section("Fruit", "apple-1kg", "banana-1kg").Build();

        Assert.Equal(oneByOne.ToJson("+16505551234"), fromSequence.ToJson("+16505551234"));
    }

    [Fact]
    public void ToJson_OneMessageManyRecipientsAtOnce_WritesEachItsOwn()
    {
        CatalogMessage message = Message.Catalog().Body("For all of you").Build();

        Parallel.For(0, 10_000, i =>
        {
            string to = $"+1650{i:0000000}";
            using JsonDocument json = JsonDocument.Parse(message.ToJson(to));
            Assert.Equal(to, json.RootElement.GetProperty("to").GetString());
        });
    }

    [Fact]
    public void ToJson_AfterASendThatWasRefused_IsNotAffectedByIt()
    {
        TextMessage message = Message.Text("Hello").Build();
        byte[] expected = message.ToJson("+16505551234");

        Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson("+16505551234", new SendOptions { CallbackData = "\ud83d" }));

        Assert.Equal(expected, message.ToJson("+16505551234"));
    }

    [Fact]
    public void ToString_OfEveryMessage_HoldsNothingOfItsText()
    {
        OutboundMessage[] messages =
        [
            Message.Text("Secret").Build(),
            Message.Catalog().Body("Secret").Build(),
            Message.Product("1", "sku").Body("Secret").Build(),
            Message.ProductList("1").Header("Secret").Body("Secret").Products("sku").Build(),
        ];

        Assert.All(messages, message => Assert.DoesNotContain("Secret", message.ToString(), StringComparison.Ordinal));
    }
}
