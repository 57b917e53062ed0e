using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>The JSON of every message of conversation with every option, as it goes over the wire.</summary>
public class ConversationJsonTests
{
    private const string Photo = "https://shop.example/apples.jpg?size=large&v=2";

    private static readonly MediaSource Uploaded = new MediaId("4490709327384033");

    [Fact]
    public void Buttons_BodyAlone() => Match(Message.Buttons().Body("Is it all right?").Button("yes", "Yes"));

    [Fact]
    public void Buttons_Everything() => Match(Message.Buttons()
        .Header(MessageHeader.Video(Uploaded)).Body("When shall we come?").Footer("We call before").Button("morning", "Morning ☀️")
        .Button("noon", "Noon").Button("evening", "Evening"));

    [Fact]
    public void Header_OfEachType() => Snapshot.MatchJson(JsonOfAll(
        Buttons().Header("Fresh today"),
        Buttons().Header(MessageHeader.Image(MediaSource.FromLink(Photo))),
        Buttons().Header(MessageHeader.Video(new Uri("https://shop.example/film.mp4"))),
        Buttons().Header(MessageHeader.Document(Uploaded)),
        Buttons().Header(MessageHeader.Document(Uploaded, "menu.pdf")),
        Buttons().Header("Fresh today").Header(null),
        Buttons().Header("")));

    [Fact]
    public void List_OneUntitledSection() =>
        Match(Message.List("Choose")
            .Body("Which fruit?")
            .Section("Dropped", new ListRow("x", "X"))
            .Rows(new("apple", "Apples"), new("pear", "Pears", "")));

    [Fact]
    public void List_Everything() => Match(Message.List("Choose")
        .Header("Fresh today").Body("Which fruit?").Footer("All of it ripe")
        .Section("Fruit", new("apple", "Apples", "1 kg"), new("pear", "Pears", "500 g"))
        .Section("Bread", new List<ListRow> { new("rye", "Rye") }));

    [Fact]
    public void CallToAction_BodyAlone() =>
        Match(Message.CallToAction("See the menu", new Uri("https://shop.example/menu?a=b&c=ü")).Body("Hungry?"));

    [Fact]
    public void CallToAction_Everything() => Match(Message.CallToAction("See the menu", "https://shop.example/menu")
        .Header(MessageHeader.Image(Uploaded)).Body("Hungry?").Footer("Open until 10"));

    [Fact]
    public void Flow_ByIdAlone() => Match(Message.Flow("1234567890").Body("Book a table").Button("Book"));

    [Fact]
    public void Flow_Everything() => Match(Message.FlowByName("table_booking")
        .Header("Dinner").Body("Book a table").Footer("Until 10").Button("Book").Mode(FlowMode.Draft).Token("order-42")
        .Navigate("GUESTS", JsonElement.Parse("""{"guests": 2.50, "name": "Zoë 👩‍🌾", "tables": [{"free": true, "at": null}]}""")));

    [Fact]
    public void Flow_AtAScreenWithoutData() => Match(Message.Flow("1").Body("Book a table").Button("Book").Navigate("GUESTS"));

    [Fact]
    public void Flow_ByTheEndpoint() => Match(Message.Flow("1").Body("Book a table").Button("Book").Mode(FlowMode.Published)
        .Navigate("GUESTS", JsonElement.Parse("""{"a":1}""")).DataExchange());

    [Fact]
    public void MediaCarousel_Links() => Match(Message.MediaCarousel().Body("Fresh today")
        .Card(card => card.Image(MediaSource.FromLink(Photo)).Body("*Apples*\n\n1 kg").CallToAction("Buy", "https://shop.example/apples"))
        .Card(card =>
            card.Image(Uploaded).Video(Uploaded).CallToAction("Dropped", "nowhere").CallToAction("Buy", "https://shop.example/pears")));

    [Fact]
    public void MediaCarousel_QuickReplies() => Match(Message.MediaCarousel().Body("Fresh today")
        .Card(card => card.Image(Uploaded).Body("Apples").QuickReply("more-apple", "Tell me more").QuickReply("buy-apple", "Buy"))
        .Card(card => card.Image(Uploaded).QuickReply("more-pear", "Tell me more").QuickReply("buy-pear", "Buy")));

    [Fact]
    public void LocationRequest_Everything() => Match(Message.LocationRequest().Body("Where shall we bring it?"));

    [Fact]
    public void ContactInfoRequest_Everything() => Match(Message.ContactInfoRequest().Body("May we have your number?"));

    [Fact]
    public void CallPermissionRequest_Everything() => Match(Message.CallPermissionRequest().Body("May we call you?"));

    [Fact]
    public void VoiceCall_BodyAlone() => Match(Message.VoiceCall().Body("Call us"));

    [Fact]
    public void VoiceCall_Everything() =>
        Match(Message.VoiceCall().Body("Call us").DisplayText("Call the shop").ExpiresAfter(TimeSpan.FromDays(2)).Payload("order 42"));

    [Fact]
    public void VoiceCall_EachParameterAlone_IsWritten()
    {
        Assert.Equal("""{"display_text":"Call the shop"}""", ParametersOf(Message.VoiceCall().DisplayText("Call the shop")));
        Assert.Equal("""{"ttl_minutes":90}""", ParametersOf(Message.VoiceCall().ExpiresAfter(TimeSpan.FromMinutes(90))));
        Assert.Equal("""{"payload":"order 42"}""", ParametersOf(Message.VoiceCall().Payload("order 42")));

        static string ParametersOf(VoiceCallMessageBuilder call) => JsonElement.Parse(call.Body("Call us").Build().ToJson("+16505551234"))
            .GetProperty("interactive").GetProperty("action").GetProperty("parameters").GetRawText();
    }

    [Fact]
    public void AddressRequest_BodyAlone() => Match(Message.AddressRequest().Body("Where to?"));

    [Fact]
    public void AddressRequest_Everything() => Match(Message.AddressRequest().Header("Delivery").Body("Where to?").Footer("In an hour")
        .Values(Address())
        .SavedAddress("home", Address())
        .SavedAddress("work", new AddressValues { Name = "Asha", City = "Pune", BuildingName = "" })
        .ValidationError(AddressField.PinCode, "Dropped")
        .ValidationError(AddressField.PinCode, "We do not know this pin code.")
        .ValidationError(new AddressField("brand_new"), "A field that came later"));

    [Fact]
    public void Image_ByIdAlone() => Match(Message.Image(Uploaded));

    [Fact]
    public void Image_ByLinkWithCaption() => Match(Message.Image(MediaSource.FromLink(Photo)).Caption("Apples"));

    [Fact]
    public void Image_ByInternationalLink_IsWrittenAsItWasGiven() =>
        Match(Message.Image(MediaSource.FromLink("https://bücher.example/bild ä.jpg")));

    [Fact]
    public void Video_Everything() => Match(Message.Video(Uploaded).Caption("The orchard"));

    [Fact]
    public void Audio_File() => Match(Message.Audio(Uploaded).Voice().Voice(false));

    [Fact]
    public void Audio_Voice() => Match(Message.Audio(Uploaded).Voice());

    [Fact]
    public void Document_Everything() => Match(Message.Document(Uploaded).Caption("Your invoice").FileName("invoice-42.pdf"));

    [Fact]
    public void Sticker_ById() => Match(Message.Sticker(Uploaded));

    [Fact]
    public void Kind_OfAMessageThatIsNotInteractive_IsTheTypeOnTheWire()
    {
        OutboundMessage[] messages =
        [
            Message.Text("Hello").Build(),
            Message.Image(Uploaded).Build(),
            Message.Video(Uploaded).Build(),
            Message.Audio(Uploaded).Build(),
            Message.Document(Uploaded).Build(),
            Message.Sticker(Uploaded).Build(),
            Message.Location(1, 2).Build(),
            Message.Contacts(new Contact { Name = new ContactName { FormattedName = "Zoë" } }).Build(),
            Message.Reaction("wamid.abc", "👍").Build(),
            Message.Pin("wamid.abc", 7).Build(),
        ];

        Assert.Equal(
            messages.Select(message => JsonElement.Parse(message.ToJson("+16505551234")).GetProperty("type").GetString()),
            messages.Select(message => message.Kind));
    }

    [Fact]
    public void Location_CoordinatesAlone() => Match(Message.Location(-33.8567844, 0));

    [Fact]
    public void Location_Everything() =>
        Match(Message.Location(37.44216251868683, -122.16153582049394).Name("Shop").Address("1 High Street"));

    [Fact]
    public void Contacts_NameAlone() => Match(Message.Contacts(new Contact { Name = new ContactName { FormattedName = "Zoë" } }));

    [Fact]
    public void Contacts_Everything() => Match(Message.Contacts(new Contact
    {
        Name = new ContactName
        {
            FormattedName = "Dr Ann B. Lee Jr", FirstName = "Ann", LastName = "Lee", MiddleName = "B.", Prefix = "Dr", Suffix = "Jr",
        },
        Phones = [new("+1 650 555 1234", "Mobile", "16505551234"), new("+1 650 555 0000")],
        Emails = [new("ann@shop.example", "WORK"), new("ann@home.example")],
        Urls = [new("https://shop.example", "Company"), new("ann.example")],
        Addresses =
        [
            new ContactAddress
            {
                Street = "1 High Street", City = "Menlo Park", State = "CA", Zip = "94025", Country = "United States", CountryCode = "us",
                Type = "WORK",
            },
            new ContactAddress { City = "Palo Alto" },
        ],
        Organization = new ContactOrganization { Company = "Shop", Department = "Fruit", Title = "Manager" },
        Birthday = new DateOnly(1999, 1, 3),
    }).Contact(new Contact { Name = new ContactName { FormattedName = "Bob" }, Phones = default }));

    [Fact]
    public void Reaction_Emoji() => Match(Message.Reaction("wamid.abc", "👍🏽"));

    [Fact]
    public void Reaction_Removed() => Match(Message.RemoveReaction("wamid.abc"));

    [Fact]
    public void Pin_ForDays() => Match(Message.Pin("wamid.abc", 7), Recipient.Group("Y2FwaV9ncm91cDox"));

    [Fact]
    public void Pin_TakenOff() => Match(Message.Unpin("wamid.abc"), Recipient.Group("Y2FwaV9ncm91cDox"));

    [Fact]
    public void Raw_Object() =>
        Match(Message.Raw("hologram", JsonElement.Parse("""{"text": "Zoë \u00fc 👩‍🌾 \/", "size": 1.50, "parts": [true, null]}""")));

    [Fact]
    public void Raw_Array() => Match(Message.Raw("contacts", JsonElement.Parse("""[{"name":{"formatted_name":"Ann"}}]""")));

    private static void Match<T>(
        MessageBuilder<T> builder, Recipient? to = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
        where T : OutboundMessage => Snapshot.MatchJson(builder.Build().ToJson(to ?? "+16505551234"), method: method);

    private static byte[] JsonOfAll(params ReplyButtonsMessageBuilder[] builders) => System.Text.Encoding.UTF8.GetBytes(
        $"[{string.Join(',', builders.Select(builder =>
            JsonElement.Parse(builder.Build().ToJson("+16505551234")).GetProperty("interactive").GetRawText()))}]");

    private static ReplyButtonsMessageBuilder Buttons() => Message.Buttons().Body("Well?").Button("yes", "Yes");

    private static AddressValues Address() => new()
    {
        Name = "Asha",
        PhoneNumber = "+91 98765 43210",
        PinCode = "400063",
        HouseNumber = "12",
        FloorNumber = "8",
        TowerNumber = "B",
        BuildingName = "Triumph",
        Address = "IB Patel Road",
        LandmarkArea = "Goregaon",
        City = "Mumbai",
        State = "Maharashtra",
    };
}
