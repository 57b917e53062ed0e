using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>What can be wrong with a message of conversation is said at once, all of it, with its place on the wire.</summary>
public partial class ConversationViolationTests
{
    private static readonly MediaSource Picture = MediaSource.FromId("1");

    public static TheoryData<string?> Blanks => new("", " ", "\t\n", "\u00a0", null);

    public static TheoryData<string> NoWebAddresses =>
    [
        "shop.example/apples", "/apples", "ftp://shop.example/apples", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@shop.example",
        "https://", "http:/shop.example:port", " https://shop.example", "https://shop.example\n", "https:// shop.example",
    ];

    [Fact]
    public void Build_ContactWithTrunkDigitInItsWhatsAppId_IsAViolation() => Assert.Equal(
        ["contacts[0].phones[0].wa_id"],
        PathsOf(Message.Contacts(new Contact
        {
            Name = new ContactName { FormattedName = "Zoë", FirstName = "Zoë" },
            Phones = [
                new ContactPhone("+44 (0)20 7946 0958", "WORK", "4402079460958"),
                new ContactPhone("020 7946 0958", "WORK", "442079460958")],
        })));

    [Fact]
    public void Build_CallPermissionRequestWithABlankBody_IsAViolation() =>
        Assert.Equal(["interactive.body.text"], PathsOf(Message.CallPermissionRequest().Body(" ")));

    [Fact]
    public void Build_NothingGiven_NamesWhatIsRequired()
    {
        Assert.Equal(["interactive.body.text", "interactive.action.buttons"], PathsOf(Message.Buttons()));
        Assert.Equal(["interactive.body.text", "interactive.action.button", "interactive.action.sections"], PathsOf(Message.List(null)));
        Assert.Equal(
            ["interactive.body.text", "interactive.action.parameters.display_text", "interactive.action.parameters.url"],
            PathsOf(Message.CallToAction(null, (string?)null)));
        Assert.Equal(
            ["interactive.body.text", "interactive.action.parameters.flow_id", "interactive.action.parameters.flow_cta"],
            PathsOf(Message.Flow(null)));
        Assert.Equal(
            ["interactive.body.text", "interactive.action.parameters.flow_name", "interactive.action.parameters.flow_cta"],
            PathsOf(Message.FlowByName(null)));
        Assert.Equal(["interactive.body.text", "interactive.action.cards"], PathsOf(Message.MediaCarousel()));
        Assert.Equal(
            ["interactive.body.text", "interactive.action.cards[0].header", "interactive.action.cards[0].action",
                "interactive.action.cards[1].header", "interactive.action.cards[1].action"],
            PathsOf(Message.MediaCarousel().Card(_ => { }).Card(_ => { })));
        Assert.Equal(["interactive.body.text"], PathsOf(Message.LocationRequest()));
        Assert.Equal(["interactive.body.text"], PathsOf(Message.ContactInfoRequest()));
        Assert.Empty(PathsOf(Message.CallPermissionRequest()));
        Assert.Equal(["interactive.body.text"], PathsOf(Message.VoiceCall()));
        Assert.Equal(["interactive.body.text"], PathsOf(Message.AddressRequest()));
        Assert.Equal(["image"], PathsOf(Message.Image(default)));
        Assert.Equal(["video"], PathsOf(Message.Video(default)));
        Assert.Equal(["audio"], PathsOf(Message.Audio(new MediaId(null))));
        Assert.Equal(["document"], PathsOf(Message.Document((Uri?)null)));
        Assert.Equal(["sticker"], PathsOf(Message.Sticker(MediaSource.FromLink((string?)null))));
        Assert.Equal(["contacts"], PathsOf(Message.Contacts()));
        Assert.Equal(["contacts[0].name"], PathsOf(Message.Contacts(new Contact())));
        Assert.Equal(["contacts[0].name.formatted_name"], PathsOf(Message.Contacts(new Contact { Name = new ContactName() })));
        Assert.Equal(["reaction.message_id", "reaction.emoji"], PathsOf(Message.Reaction(default, null)));
        Assert.Equal(["reaction.message_id"], PathsOf(Message.RemoveReaction(default)));
        Assert.Equal(["pin.message_id", "pin.expiration_days"], PathsOf(Message.Pin(default, 0)));
        Assert.Equal(["pin.message_id"], PathsOf(Message.Unpin(default)));
        Assert.Equal(["type", "payload"], PathsOf(Message.Raw(null, default)));
    }

    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryViolation()
    {
        MediaCarouselMessageBuilder carousel = Message.MediaCarousel().Body("  ")
            .Card(card =>
                card.Image(MediaSource.FromLink("apples.jpg")).Body("1\n2\n3\n4").CallToAction("A label that is too long", "shop.example"))
            .Card(card => card.CallToAction("Buy", "https://shop.example").QuickReply("id ", "More").QuickReply("id ", ""));

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(carousel.Build);

        Snapshot.MatchText(exception.Message);
    }

    [Fact]
    public void Build_ContactsWithEverythingWrong_NamesEveryViolation()
    {
        ContactsMessageBuilder contacts = Message.Contacts(
            new Contact
            {
                Name = new ContactName { FormattedName = " ", FirstName = "\t" },
                Phones = [new(null, " "), null!],
                Emails = [new(" ")],
                Urls = [new("")],
                Addresses = [new ContactAddress { City = " " }],
                Organization = new ContactOrganization { Title = " " },
            },
            null!);

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(contacts.Build);

        Snapshot.MatchText(exception.Message);
    }

    [Theory, MemberData(nameof(Blanks))]
    public void Build_BlankIdsAndTitles_AreViolationsWhereTheyStand(string? blank)
    {
        Assert.Equal(
            ["interactive.action.buttons[0].reply.id", "interactive.action.buttons[0].reply.title"],
            RequiredOf(Message.Buttons().Body("b").Button(blank, blank)));
        Assert.Equal(
            ["interactive.action.sections[0].rows[0].id", "interactive.action.sections[0].rows[0].title"],
            RequiredOf(Message.List("Choose").Body("b").Rows(new ListRow(blank, blank))));
        Assert.Equal(
            ["interactive.action.cards[0].action.buttons[0].quick_reply.id",
                "interactive.action.cards[0].action.buttons[0].quick_reply.title"],
            RequiredOf(Message.MediaCarousel().Body("b")
                .Card(card => card.Image(Picture).QuickReply(blank, blank))
                .Card(card => card.Image(Picture).QuickReply("2", "More"))));
        Assert.Equal(
            ["interactive.action.parameters.saved_addresses[0].id"],
            RequiredOf(Message.AddressRequest().Body("b").SavedAddress(blank, new AddressValues())));
        Assert.Equal(
            ["interactive.action.parameters.validation_errors.city"],
            RequiredOf(Message.AddressRequest().Body("b").ValidationError(AddressField.City, blank)));
        Assert.Equal(["reaction.emoji"], RequiredOf(Message.Reaction("wamid.abc", blank)));
        Assert.Equal(["type"], RequiredOf(Message.Raw(blank, JsonElement.Parse("{}"))));
    }

    [Theory, MemberData(nameof(NoWebAddresses))]
    public void Build_AddressThatNoPhoneOpens_IsAViolation(string url)
    {
        Assert.Equal(["interactive.action.parameters.url"], PathsOf(Message.CallToAction("Look", url).Body("b")));
        Assert.Equal(["image"], PathsOf(Message.Image(MediaSource.FromLink(url))));
        Assert.Equal(["interactive.header.image"], PathsOf(Buttons().Header(MessageHeader.Image(MediaSource.FromLink(url)))));
        Assert.Equal(
            ["interactive.action.cards[0].header.video", "interactive.action.cards[0].action.parameters.url"],
            PathsOf(Message.MediaCarousel().Body("b")
                .Card(card => card.Video(MediaSource.FromLink(url)).CallToAction("Buy", url))
                .Card(card => card.Video(Picture).CallToAction("Buy", "https://shop.example"))));
    }

    [Fact]
    public void Build_RelativeUri_IsAViolation() =>
        Assert.Equal(
            ["interactive.action.parameters.url"], PathsOf(Message.CallToAction("Look", new Uri("/menu", UriKind.Relative)).Body("b")));

    [Fact]
    public void Build_LoneSurrogates_AreViolationsWhereTheyStand()
    {
        Assert.Equal(["interactive.action.parameters.url"], PathsOf(Message.CallToAction("Look", "https://shop.example/\ud83d").Body("b")));
        Assert.Equal(["image"], PathsOf(Message.Image(MediaSource.FromLink("https://shop.example/\ud83d.jpg"))));
        Assert.Equal(["interactive.action.parameters.flow_token"], PathsOf(Message.Flow("1").Body("b").Button("Book").Token(Cut)));
        Assert.Equal(["contacts[0].phones[0].phone"], PathsOf(Message.Contacts(
            new Contact { Name = new ContactName { FormattedName = "Ann" }, Phones = [new(Cut)] })));
        Assert.Equal(["reaction.emoji"], PathsOf(Message.Reaction("wamid.abc", "\ud83d")));
        Assert.Equal(["reaction.message_id"], PathsOf(Message.RemoveReaction(Cut)));
        Assert.Equal(["interactive.action.parameters.validation_errors"], PathsOf(
            Message.AddressRequest().Body("b").ValidationError(new AddressField(Cut), "Wrong")));
        Assert.Equal(["hologram"], PathsOf(Message.Raw("hologram", JsonElement.Parse("""{"text":"\ud83d"}"""))));
        Assert.Equal(
            ["interactive.action.parameters.flow_action_payload.data"],
            PathsOf(Message.Flow("1").Body("b").Button("Book").Navigate(null, JsonElement.Parse("""{"text":"\ud83d"}"""))));
    }

    [Fact]
    public void Build_TitlesThatAreTheSame_AreAViolationAtTheSecond()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.Buttons().Body("b").Button("1", "Yes").Button("2", "Yes")));

        Assert.Equal(("interactive.action.buttons[1].reply.title", ViolationRule.NotUnique), (violation.Path, violation.Rule));
        Assert.DoesNotContain("Yes", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_IdsThatAreTheSame_AreAViolationAtTheSecond()
    {
        Assert.Equal(["interactive.action.buttons[1].reply.id"], PathsOf(Message.Buttons().Body("b").Button("1", "Yes").Button("1", "No")));
        Assert.Equal(
            ["interactive.action.sections[1].rows[0].id"],
            PathsOf(Message.List("Choose").Body("b").Section("A", new ListRow("1", "One")).Section("B", new ListRow("1", "One"))));
        Assert.Equal(
            ["interactive.action.parameters.saved_addresses[1].id"],
            PathsOf(
                Message.AddressRequest().Body("b").SavedAddress("home", new AddressValues()).SavedAddress("home", new AddressValues())));
    }

    [Fact]
    public void Build_RowTitlesThatAreTheSame_AreAllowed() =>
        Assert.Empty(PathsOf(Message.List("Choose").Body("b").Rows(new("1", "Apples"), new("2", "Apples"))));

    [Fact]
    public void Build_IdWithABlankAtItsEnd_IsAViolation() =>
        Assert.Equal(["interactive.action.buttons[0].reply.id"], PathsOf(Message.Buttons().Body("b").Button("yes ", "Yes")));

    [Theory, InlineData("image"), InlineData("video"), InlineData("document")]
    public void Build_ListWithAHeaderThatIsNoText_IsAViolationThatNamesTheType(string type)
    {
        MessageHeader header = type switch
        {
            "image" => MessageHeader.Image(Picture),
            "video" => MessageHeader.Video(Picture),
            _ => MessageHeader.Document(Picture),
        };

        Violation violation = Assert.Single(ViolationsOf(Message.List("Choose").Body("b").Rows(new ListRow("1", "One")).Header(header)));

        Assert.Equal(("interactive.header.type", ViolationRule.NotAllowed), (violation.Path, violation.Rule));
        Assert.Contains(type, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ListWithSectionsOfWhichOneIsEmptyAndUntitled_NamesBoth() => Assert.Equal(
        ["interactive.action.sections[1].title", "interactive.action.sections[1].rows"],
        PathsOf(Message.List("Choose").Body("b").Section("A", new ListRow("1", "One")).Section(null)));

    [Fact]
    public void Build_CardsWithDifferentButtons_AreViolationsAtThoseUnlikeTheFirst() => Assert.Equal(
        ["interactive.action.cards[1].action", "interactive.action.cards[2].action"],
        PathsOf(Message.MediaCarousel().Body("b")
            .Card(card => card.Image(Picture).QuickReply("1", "More"))
            .Card(card => card.Image(Picture).QuickReply("2", "More").QuickReply("3", "Buy"))
            .Card(card => card.Image(Picture).CallToAction("Buy", "https://shop.example"))
            .Card(card => card.Image(Picture).QuickReply("4", "More"))));

    [Theory, InlineData("appointment_booking"), InlineData("12a"), InlineData(" 12")]
    public void Build_FlowIdThatIsNotDigits_PointsToTheName(string flowId)
    {
        Violation violation = Assert.Single(ViolationsOf(Message.Flow(flowId).Body("b").Button("Book")));

        Assert.Equal(("interactive.action.parameters.flow_id", ViolationRule.Format), (violation.Path, violation.Rule));
        Assert.Contains("FlowByName", violation.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("{}"), InlineData("[]"), InlineData("1"), InlineData("null"), InlineData("\"text\"")]
    public void Build_FlowDataThatIsNoFilledObject_IsAViolation(string data) => Assert.Equal(
        ["interactive.action.parameters.flow_action_payload.data"],
        PathsOf(Message.Flow("1").Body("b").Button("Book").Navigate("SCREEN", JsonElement.Parse(data))));

    [Fact]
    public void Build_CallButtonForPartsOfAMinute_IsAViolation() => Assert.Equal(
        ["interactive.action.parameters.ttl_minutes"], PathsOf(Message.VoiceCall().Body("b").ExpiresAfter(TimeSpan.FromSeconds(90))));

    [Fact]
    public void Build_PinForOneDay_IsAllowed() => Assert.Empty(PathsOf(Message.Pin("wamid.abc", 1)));

    [Fact]
    public void SavedAddress_NullInPlaceOfItsValues_IsRefusedWhereItIsGiven() =>
        Assert.Throws<ArgumentNullException>("values", () => Message.AddressRequest().SavedAddress("home", null!));

    [Theory, InlineData("OK"), InlineData("👍👍"), InlineData("👍 "), InlineData("a"), InlineData(":)"), InlineData("thanks 👍")]
    public void Build_ReactionThatIsNotOneEmoji_IsAViolation(string emoji) =>
        Assert.Equal(["reaction.emoji"], PathsOf(Message.Reaction("wamid.abc", emoji)));

    [Theory, InlineData("👍"), InlineData("👍🏽"), InlineData(
        "❤️"), InlineData("☎"), InlineData("👨‍👩‍👧"), InlineData("🇧🇷"), InlineData("1️⃣"), InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void Build_ReactionThatIsOneEmoji_IsAllowed(string emoji) => Assert.Empty(PathsOf(Message.Reaction("wamid.abc", emoji)));

    [Theory]
    [InlineData("two words")]
    [InlineData("{0}")]
    [InlineData("a\"b")]
    public void Build_RawTypeThatIsNoNameOfAMember_IsAViolation(string type) =>
        Assert.Equal(["type"], PathsOf(Message.Raw(type, JsonElement.Parse("{}"))));

    [Fact]
    public void Build_RawTypeThatNamesAMemberOfEachRequest_IsAViolation() => Assert.All(
        [
            "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data",
            "recipient_identity_key_hash",
        ],
        type => Assert.Equal(["type"], PathsOf(Message.Raw(type, JsonElement.Parse("{}")))));

    [Theory, InlineData("null"), InlineData("1"), InlineData("true"), InlineData("\"text\"")]
    public void Build_RawContentThatIsNoObject_IsAViolation(string json) =>
        Assert.Equal(["hologram"], PathsOf(Message.Raw("hologram", JsonElement.Parse(json))));

    [Theory]
    [InlineData("hologram", "{}", "hologram")]
    [InlineData("interactive", """{"type":"hologram"}""", "hologram")]
    [InlineData("interactive", """{"type":1}""", "interactive")]
    [InlineData("interactive", "[]", "interactive")]
    public void Kind_OfARawMessage_IsTheTypeThatMetaWouldName(string type, string json, string kind) =>
        Assert.Equal(kind, Message.Raw(type, JsonElement.Parse(json)).Build().Kind);

    [Fact]
    public void Build_JsonOfADocumentThatIsGone_WasTakenBefore()
    {
        RawMessageBuilder raw;
        using (JsonDocument document = JsonDocument.Parse("""{"a":1}"""))
        {
            raw = Message.Raw("hologram", document.RootElement);
        }

        Assert.Contains(
            "\"hologram\":{\"a\":1}", System.Text.Encoding.UTF8.GetString(raw.Build().ToJson("+16505551234")), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_BuilderChangedAfterwards_LeavesTheMessageAsItWas()
    {
        MediaCardBuilder? second = null;
        MediaCarouselMessageBuilder carousel = Message.MediaCarousel().Body("b")
            .Card(card => card.Image(Picture).QuickReply("1", "More"))
            .Card(card => second = card.Image(Picture).QuickReply("2", "More"));
        AddressRequestMessageBuilder address = Message.AddressRequest().Body("b").ValidationError(AddressField.City, "Wrong");
        MediaCarouselMessage cards = carousel.Build();
        AddressRequestMessage request = address.Build();
        (byte[], byte[]) before = (cards.ToJson("+16505551234"), request.ToJson("+16505551234"));

        second!.QuickReply("3", "Buy").Body("changed");
        address.ValidationError(AddressField.City, "Changed").ValidationError(AddressField.State, "New");

        Assert.Equal(before.Item1, cards.ToJson("+16505551234"));
        Assert.Equal(before.Item2, request.ToJson("+16505551234"));
    }

    [Fact]
    public void ToString_OfEveryMessageAndPart_HoldsNothingOfItsText()
    {
        AddressValues values = new() { Name = "Secret" };
        ContactPhone phone = new("Secret");
        Contact contact = new() { Name = new ContactName { FormattedName = "Secret" }, Phones = [phone] };
        object[] all =
        [
            Message.Buttons().Header("Secret").Body("Secret").Button("Secret", "Secret").Build(),
            Message.List("Secret").Body("Secret").Rows(new ListRow("Secret", "Secret")).Build(),
            Message.CallToAction("Secret", "https://secret.example/Secret").Body("Secret").Build(),
            Message.Flow("1").Body("Secret").Button("Secret").Token("Secret").Build(),
            Message.AddressRequest().Body("Secret").Values(values).Build(),
            Message.Image(MediaSource.FromLink("https://shop.example/Secret")).Caption("Secret").Build(),
            Message.Location(1, 2).Name("Secret").Build(),
            Message.Contacts(contact).Build(),
            Message.Raw("hologram", JsonElement.Parse("""{"a":"Secret"}""")).Build(),
            MediaSource.FromLink("https://shop.example/Secret"),
            values, contact, contact.Name!, phone, new ContactEmail(
                "Secret"), new ContactUrl("Secret"), new ContactAddress { City = "Secret" },
            new ContactOrganization { Title = "Secret" }, new ListRow("Secret", "Secret"), MessageHeader.Text("Secret"),
        ];

        Assert.All(all, item => Assert.DoesNotContain("Secret", item.ToString(), StringComparison.Ordinal));
    }

    private static ReplyButtonsMessageBuilder Buttons() => Message.Buttons().Body("Well?").Button("yes", "Yes");

    private static IReadOnlyList<Violation> ViolationsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }

    private static IEnumerable<string> PathsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage => ViolationsOf(builder).Select(violation => violation.Path);

    private static IEnumerable<string> RequiredOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage =>
            ViolationsOf(builder).Where(violation => violation.Rule == ViolationRule.Required).Select(violation => violation.Path);
}
