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
    public void Items_SetAgainAsAWhole_ReplaceThoseBefore()
    {
        IEnumerable<RetailerId> products = ["cherry-500g", "pear-1kg"];
        IEnumerable<ListRow> rows = [new("2", "Two")];
        ProductListMessageBuilder list = Message.ProductList("1").Header("h").Body("b").Section("Fruit", "apple-1kg");
        ProductCarouselMessageBuilder carousel = Message.ProductCarousel("1").Body("b").Products("apple-1kg", "banana-1kg");

        Assert.Equal(products, list.Products(products).Build().Products);
        Assert.Equal(products, carousel.Products(products).Build().Products);
        ListSection only = Assert.Single(Message.List("Choose").Body("b").Rows(new ListRow("1", "One")).Rows(rows).Build().Sections);
        Assert.Equal(rows, only.Rows);
    }

    [Fact]
    public void Build_EmptyTexts_AreLeftOutAsThoseNotSet()
    {
        MediaSource picture = MediaSource.FromId("1");
        (OutboundMessage Empty, OutboundMessage NotSet)[] pairs =
        [
            (Message.Product("1", "a").Body("").Footer("").Build(), Message.Product("1", "a").Build()),
            (Message.ProductList("1").Header("h").Body("b").Section("", "a").Build(),
                Message.ProductList("1").Header("h").Body("b").Products("a").Build()),
            (Message.CatalogLink("+16505551234").Body("").Build(), Message.CatalogLink("+16505551234").Build()),
            (Message.List("Choose").Body("b").Section("", new ListRow("1", "One")).Build(),
                Message.List("Choose").Body("b").Rows(new ListRow("1", "One")).Build()),
            (Message.CallPermissionRequest().Body("").Build(), Message.CallPermissionRequest().Build()),
            (Message.VoiceCall().Body("b").DisplayText("").Payload("").Build(), Message.VoiceCall().Body("b").Build()),
            (Cards(card => card.Body("")), Cards(_ => { })),
        ];

        Assert.All(pairs, pair => Assert.Equal(pair.NotSet.ToJson("+16505551234"), pair.Empty.ToJson("+16505551234")));

        OutboundMessage Cards(Action<MediaCardBuilder> more) => Message.MediaCarousel().Body("b")
            .Card(card => more(card.Image(picture).QuickReply("1", "More")))
            .Card(card => more(card.Image(picture).QuickReply("2", "More")))
            .Build();
    }

    [Fact]
    public void Builders_NullForAPartThatIsNeeded_NameTheParameter()
    {
        TemplateMessageBuilder template = Message.Template("offer", "en");
        (string Parameter, Action Act)[] cases =
        [
            ("contacts", () => Message.Contacts((IEnumerable<Contact>)null!)),
            ("wording", () => Message.CatalogLink("+16505551234").Body((Func<string, string>)null!)),
            ("products", () => Message.ProductCarousel("1").Products((IEnumerable<RetailerId>)null!)),
            ("products", () => _ = new ProductSection("Fruit", (IEnumerable<RetailerId>)null!)),
            ("rows", () => Message.List("Choose").Section("Fruit", (IEnumerable<ListRow>)null!)),
            ("rows", () => Message.List("Choose").Rows((IEnumerable<ListRow>)null!)),
            ("card", () => Message.MediaCarousel().Card(null!)),
            ("shape", () => Message.Template(null!)),
            ("shape", () => template.Build().CheckAgainst(null!)),
            ("parameter", () => template.Header((TemplateParameter)null!)),
            ("parameters", () => template.Body((IEnumerable<TemplateParameter>)null!)),
            ("setting", () => template.PaymentRequestButton(0, null!)),
            ("order", () => template.OrderDetailsButton(0, "order-42", null!)),
            ("card", () => template.Card(null!)),
            ("products", () => template.ProductCards("1", (IEnumerable<RetailerId>)null!)),
        ];

        Assert.All(cases, one => Assert.Equal(one.Parameter, Assert.Throws<ArgumentNullException>(one.Act).ParamName));
    }

    [Fact]
    public void Kind_OfEachMessage_IsItsTypeOnTheWire()
    {
        OutboundMessage[] messages =
        [
            Message.Text("Hello").Build(),
            Message.Contacts(new Contact { Name = new ContactName { FormattedName = "Ann", FirstName = "Ann" } }).Build(),
            Message.Template("hello_world", "en").Build(),
            Message.Image(MediaSource.FromId("1")).Build(),
            Message.Location(0, 0).Build(),
            Message.Reaction("wamid.abc", "👍").Build(),
            Message.Raw("hologram", JsonElement.Parse("{}")).Build(),
        ];

        Assert.All(messages, message => Assert.Equal(
            JsonElement.Parse(message.ToJson("+16505551234")).GetProperty("type").GetString(), message.Kind));
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
