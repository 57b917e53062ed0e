using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>Limits of conversation.</content>
public partial class MessageLimitTests
{
    private static readonly MediaSource Picture = MediaSource.FromId("1");

    private static readonly Dictionary<string, (int Limit, string Path, Func<string, IReadOnlyList<Violation>> Check)> ConversationTexts =
        new()
    {
        ["buttons header"] = (60, "interactive.header.text", text => ViolationsOf(Buttons().Header(text))),
        ["buttons header file name"] = (240, "interactive.header.document.filename", text =>
            ViolationsOf(Buttons().Header(MessageHeader.Document(Picture, text)))),
        ["buttons body"] = (1024, "interactive.body.text", text => ViolationsOf(Buttons().Body(text))),
        ["buttons footer"] = (60, "interactive.footer.text", text => ViolationsOf(Buttons().Footer(text))),
        ["button id"] = (256, "interactive.action.buttons[1].reply.id", text => ViolationsOf(Buttons().Button(Trimmed(text), "Maybe"))),
        ["button title"] = (20, "interactive.action.buttons[1].reply.title", text => ViolationsOf(Buttons().Button("maybe", text))),
        ["list of rows header"] = (60, "interactive.header.text", text => ViolationsOf(Rows().Header(text))),
        ["list of rows body"] = (4096, "interactive.body.text", text => ViolationsOf(Rows().Body(text))),
        ["list of rows footer"] = (60, "interactive.footer.text", text => ViolationsOf(Rows().Footer(text))),
        ["list of rows button"] = (20, "interactive.action.button", text => ViolationsOf(Message.List(text).Body("Which?").Rows(Row("a")))),
        ["list of rows section title"] = (24, "interactive.action.sections[1].title", text => ViolationsOf(Rows().Section(text, Row("b")))),
        ["row id"] = (200, "interactive.action.sections[0].rows[1].id", text => ViolationsOf(Rows(new ListRow(Trimmed(text), "Pears")))),
        ["row title"] = (24, "interactive.action.sections[0].rows[1].title", text => ViolationsOf(Rows(new ListRow("b", text)))),
        ["row description"] = (72, "interactive.action.sections[0].rows[1].description", text =>
            ViolationsOf(Rows(new ListRow("b", "Pears", text)))),
        ["call to action header"] = (60, "interactive.header.text", text => ViolationsOf(CallToAction().Header(text))),
        ["call to action body"] = (1024, "interactive.body.text", text => ViolationsOf(CallToAction().Body(text))),
        ["call to action footer"] = (60, "interactive.footer.text", text => ViolationsOf(CallToAction().Footer(text))),
        ["call to action text"] = (20, "interactive.action.parameters.display_text", text =>
            ViolationsOf(Message.CallToAction(text, "https://shop.example").Body("Look"))),
        ["flow header"] = (60, "interactive.header.text", text => ViolationsOf(Flow().Header(text))),
        ["flow body"] = (1024, "interactive.body.text", text => ViolationsOf(Flow().Body(text))),
        ["flow footer"] = (60, "interactive.footer.text", text => ViolationsOf(Flow().Footer(text))),
        ["flow button"] = (30, "interactive.action.parameters.flow_cta", text => ViolationsOf(Flow().Button(text))),
        ["carousel body"] = (1024, "interactive.body.text", text => ViolationsOf(Carousel(2).Body(text))),
        ["card body"] = (160, "interactive.action.cards[1].body.text", text =>
            ViolationsOf(Carousel(1).Card(card => Card(card).Body(text)))),
        ["card button"] = (20, "interactive.action.cards[1].action.parameters.display_text", text => ViolationsOf(
            Carousel(1).Card(card => Card(card).CallToAction(text, "https://shop.example")))),
        ["card reply id"] = (256, "interactive.action.cards[1].action.buttons[0].quick_reply.id", text =>
            ViolationsOf(QuickReplies(Trimmed(text), "More"))),
        ["card reply title"] = (20, "interactive.action.cards[1].action.buttons[0].quick_reply.title", text =>
            ViolationsOf(QuickReplies("more", text))),
        ["location request body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.LocationRequest().Body(text))),
        ["contact info request body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.ContactInfoRequest().Body(text))),
        ["call permission request body"] = (1024, "interactive.body.text", text =>
            ViolationsOf(Message.CallPermissionRequest().Body(text))),
        ["voice call body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.VoiceCall().Body(text))),
        ["voice call text"] = (20, "interactive.action.parameters.display_text", text =>
            ViolationsOf(Message.VoiceCall().Body("Call").DisplayText(text))),
        ["voice call payload"] = (512, "interactive.action.parameters.payload", text =>
            ViolationsOf(Message.VoiceCall().Body("Call").Payload(text))),
        ["address request header"] = (60, "interactive.header.text", text =>
            ViolationsOf(Message.AddressRequest().Body("Where to?").Header(text))),
        ["address request body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.AddressRequest().Body(text))),
        ["address request footer"] = (60, "interactive.footer.text", text =>
            ViolationsOf(Message.AddressRequest().Body("Where to?").Footer(text))),
        ["address pin code"] = (6, "interactive.action.parameters.values.in_pin_code", text => ViolationsOf(
            Message.AddressRequest().Body("Where to?").Values(new AddressValues { PinCode = text }))),
        ["saved address pin code"] = (6, "interactive.action.parameters.saved_addresses[0].value.in_pin_code", text => ViolationsOf(
            Message.AddressRequest().Body("Where to?").SavedAddress("home", new AddressValues { PinCode = text }))),
        ["image caption"] = (1024, "image.caption", text => ViolationsOf(Message.Image(Picture).Caption(text))),
        ["video caption"] = (1024, "video.caption", text => ViolationsOf(Message.Video(Picture).Caption(text))),
        ["document caption"] = (1024, "document.caption", text => ViolationsOf(Message.Document(Picture).Caption(text))),
        ["document file name"] = (240, "document.filename", text => ViolationsOf(Message.Document(Picture).FileName(text))),
        ["location name"] = (100, "location.name", text => ViolationsOf(Message.Location(0, 0).Name(text))),
        ["location address"] = (300, "location.address", text => ViolationsOf(Message.Location(0, 0).Address(text))),
    };

    public static TheoryData<string, int> CountLimits => new()
    {
        { "buttons", 3 }, { "rows", 10 }, { "list sections", 10 }, { "cards", 10 }, { "contacts", 257 },
    };

    [Theory, MemberData(nameof(CountLimits))]
    public void Build_ItemsAtTheirLimit_AreAllowed(string items, int limit) => Assert.Empty(ViolationsOfMany(items, limit));

    [Theory, MemberData(nameof(CountLimits))]
    public void Build_ItemsOneOverTheirLimit_AreAViolationThatCountsThem(string items, int limit)
    {
        Violation violation = Assert.Single(
            ViolationsOfMany(items, limit + 1), violation => violation.Rule == ViolationRule.MaxCount && violation.Limit == limit);

        Assert.Equal(limit + 1, violation.Found);
    }

    [Fact]
    public void Build_TenRowsInTenSections_AreAllowed() => Assert.Empty(ViolationsOfMany("list sections", 10));

    [Fact]
    public void Build_ElevenRowsInTwoSections_AreTheOneViolation()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.List("Choose").Body("Which?")
            .Section("First", Enumerable.Range(0, 6).Select(i => Row($"a{i}"))).Section(
                "Second", Enumerable.Range(0, 5).Select(i => Row($"b{i}")))));

        Assert.Equal(
            ("interactive.action.sections", ViolationRule.MaxCount, 10, 11),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
        Assert.Contains("rows", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OneCard_IsTooFew()
    {
        Violation violation = Assert.Single(ViolationsOf(Carousel(1)));

        Assert.Equal(
            ("interactive.action.cards", ViolationRule.MinCount, 2, 1), (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData("one\ntwo\nthree"), InlineData("one\r\ntwo\r\nthree")]
    public void Build_TwoLineBreaksOnACard_AreAllowed(string body) =>
        Assert.Empty(ViolationsOf(Carousel(1).Card(card => Card(card).Body(body))));

    [Theory, InlineData("one\ntwo\nthree\nfour"), InlineData("one\r\ntwo\r\nthree\r\nfour")]
    public void Build_ThreeLineBreaksOnACard_AreTheOneViolation(string body)
    {
        Violation violation = Assert.Single(ViolationsOf(Carousel(1).Card(card => Card(card).Body(body))));

        Assert.Equal(
            ("interactive.action.cards[1].body.text", ViolationRule.MaxCount, 2, 3),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData(1), InlineData(43_200)]
    public void Build_CallButtonForMinutesInItsRange_IsAllowed(int minutes) =>
        Assert.Empty(ViolationsOf(Message.VoiceCall().Body("Call").ExpiresAfter(TimeSpan.FromMinutes(minutes))));

    [Theory, InlineData(-1), InlineData(0), InlineData(43_201), InlineData(int.MaxValue)]
    public void Build_CallButtonForMinutesOutsideOfItsRange_IsTheOneViolation(int minutes)
    {
        Violation violation = Assert.Single(ViolationsOf(Message.VoiceCall().Body("Call").ExpiresAfter(TimeSpan.FromMinutes(minutes))));

        Assert.Equal(("interactive.action.parameters.ttl_minutes", ViolationRule.Range), (violation.Path, violation.Rule));
    }

    [Theory, InlineData(90, 180), InlineData(-90, -180), InlineData(0, 0)]
    public void Build_CoordinatesOnTheMap_AreAllowed(double latitude, double longitude) =>
        Assert.Empty(ViolationsOf(Message.Location(latitude, longitude)));

    [Theory]
    [InlineData(90.001, 0, "location.latitude")]
    [InlineData(-91, 0, "location.latitude")]
    [InlineData(double.NaN, 0, "location.latitude")]
    [InlineData(0, 180.5, "location.longitude")]
    [InlineData(0, double.NegativeInfinity, "location.longitude")]
    public void Build_CoordinatesOffTheMap_AreTheOneViolation(double latitude, double longitude, string path)
    {
        Violation violation = Assert.Single(ViolationsOf(Message.Location(latitude, longitude)));

        Assert.Equal((path, ViolationRule.Range), (violation.Path, violation.Rule));
    }

    private static IReadOnlyList<Violation> ViolationsOfMany(string items, int count)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, count);
        return items switch
        {
            "buttons" =>
                ViolationsOf(numbers.Aggregate(Message.Buttons().Body("Well?"), (builder, i) => builder.Button($"id {i}", $"Title {i}"))),
            "rows" => ViolationsOf(Message.List("Choose").Body("Which?").Rows(numbers.Select(i => Row($"row {i}")))),
            "list sections" => ViolationsOf(numbers.Aggregate(Message.List("Choose").Body("Which?"), (builder, i) =>
                builder.Section($"Section {i}", Enumerable.Repeat(Row($"row {i}"), i < MessageLimits.ListRows ? 1 : 0)))),
            "cards" => ViolationsOf(Carousel(count)),
            "contacts" => ViolationsOf(
                Message.Contacts(numbers.Select(i => new Contact { Name = new ContactName { FormattedName = $"Person {i}" } }))),
            _ => throw new ArgumentException(items, nameof(items)),
        };
    }

    private static ReplyButtonsMessageBuilder Buttons() => Message.Buttons().Body("Well?").Button("yes", "Yes");

    private static ListMessageBuilder Rows(params ReadOnlySpan<ListRow> more) =>
        Message.List("Choose").Body("Which?").Section("Fruit", [Row("a"), .. more]);

    private static ListRow Row(string id) => new(id, "Apples");

    private static CallToActionMessageBuilder CallToAction() => Message.CallToAction("Look", "https://shop.example").Body("Have a look");

    private static FlowMessageBuilder Flow() => Message.Flow("1").Body("Book a table").Button("Book");

    private static MediaCarouselMessageBuilder Carousel(int cards)
    {
        MediaCarouselMessageBuilder carousel = Message.MediaCarousel().Body("Look");
        for (int i = 0; i < cards; i++)
        {
            carousel.Card(card => Card(card));
        }

        return carousel;
    }

    private static MediaCardBuilder Card(MediaCardBuilder card) => card.Image(Picture).CallToAction("Buy", "https://shop.example");

    private static MediaCarouselMessageBuilder QuickReplies(string id, string title) => Message.MediaCarousel().Body("Look")
        .Card(card => card.Image(Picture).QuickReply("first", "More")).Card(card => card.Image(Picture).QuickReply(id, title));

    // An id neither begins nor ends with a blank; the length stays.
    private static string Trimmed(string text) => text.EndsWith(' ') ? text[..^1] + "x" : text;
}
