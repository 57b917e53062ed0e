using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>What is wrong with a message is said at once, all of it, with its place on the wire and how to mend it.</summary>
public class MessageViolationTests
{
    public static TheoryData<string> Blanks => ["", " ", "\t\n", "\u00a0"];

    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryViolation()
    {
        ProductListMessageBuilder list = Message.ProductList("apple-1kg")
            .Header(new string('h', 61))
            .Footer(new string('f', 61))
            .Section("A title that is much too long", "apple-1kg", " ", new string('s', 101))
            .Section(null)
            .Section("  ", "banana-1kg");

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(list.Build);

        Snapshot.MatchText(exception.Message);
    }

    [Fact]
    public void TryBuild_EverythingWrongAtOnce_GivesTheViolationsThatBuildThrows()
    {
        ProductListMessageBuilder list = Message.ProductList(null).Header("").Body(" ");

        bool ok = list.TryBuild(out ProductListMessage? message, out IReadOnlyList<Violation> violations);

        Assert.False(ok);
        Assert.Null(message);
        Assert.Equal(Assert.Throws<WhatsCommerceValidationException>(list.Build).Violations, violations);
    }

    [Fact]
    public void Build_NothingGiven_NamesWhatIsRequired()
    {
        Assert.Equal(["text.body"], PathsOf(Message.Text(null)));
        Assert.Equal(["interactive.body.text"], PathsOf(Message.Catalog()));
        Assert.Equal(
            ["interactive.action.catalog_id", "interactive.action.product_retailer_id"], PathsOf(Message.Product(default, default)));
        Assert.Equal(
            ["interactive.header.text", "interactive.body.text", "interactive.action.catalog_id", "interactive.action.sections"],
            PathsOf(Message.ProductList(default)));
    }

    [Fact]
    public void Build_WrongPartsOfEachMessage_AreNamedInWords()
    {
        const string Cut = "cut \ud83d";
        string title = new('t', MessageLimits.ButtonTitle + 1);
        MediaSource picture = MediaSource.FromId("1");

        Snapshot.MatchText(string.Join('\n',
            [
                .. ViolationsOf(Message.Product("1", "apple-1kg").Body(new string('b', MessageLimits.InteractiveBody + 1))),
                .. ViolationsOf(Message.ProductCarousel("1").Body("Look").Products("apple-1kg")),
                .. ViolationsOf(Message.CatalogLink("+16505551234").Body(new string('b', MessageLimits.TextBody))),
                .. ViolationsOf(Message.CatalogLink("+16505551234").Body(_ => "See our shop")),
                .. ViolationsOf(Message.CallToAction(title, "nowhere").Body("Look")),
                .. ViolationsOf(Message.List(title).Header(MessageHeader.Image(picture)).Body("Which?")),
                .. ViolationsOf(Message.Buttons().Body("Well?")),
                .. ViolationsOf(Message.Buttons().Body("Well?").Button(title + " ", title).Button(title + " ", title)),
                .. ViolationsOf(Message.MediaCarousel().Body("Look").Card(card => card.Image(picture))),
                .. ViolationsOf(Message.VoiceCall().Body("Call").DisplayText(title).ExpiresAfter(TimeSpan.FromSeconds(30))
                    .Payload(new string('p', MessageLimits.CallButtonPayload + 1))),
                .. ViolationsOf(Message.Raw(null, default)),
                .. ViolationsOf(Message.Raw("two words", JsonElement.Parse("{}"))),
                .. ViolationsOf(Message.Raw("to", JsonElement.Parse("{}"))),
                .. ViolationsOf(Message.Raw("hologram", JsonElement.Parse("""{"text":"\ud83d"}"""))),
                .. ViolationsOf(Message.RemoveReaction(default)),
                .. ViolationsOf(Message.RemoveReaction(Cut)),
            ]));
    }

    [Theory, MemberData(nameof(Blanks))]
    public void Build_BlankRetailerId_IsAViolationWhereItStands(string blank)
    {
        Assert.Equal(["interactive.action.product_retailer_id"], PathsOf(Message.Product("1", blank)));
        Assert.Equal(
            ["interactive.action.parameters.thumbnail_product_retailer_id"], PathsOf(Message.Catalog().Body("Look").Thumbnail(blank)));
        Assert.Equal(
            ["interactive.action.sections[0].product_items[1].product_retailer_id"],
            PathsOf(Message.ProductList("1").Header("h").Body("b").Products("apple-1kg", blank)));
    }

    [Fact]
    public void Build_OneSectionWithoutTitle_IsAllowed() =>
        Assert.Empty(PathsOf(Message.ProductList("1").Header("h").Body("b").Section(null, "apple-1kg")));

    [Fact]
    public void Build_SecondSection_MakesTitlesRequired() => Assert.Equal(
        ["interactive.action.sections[0].title"],
        PathsOf(Message.ProductList("1").Header("h").Body("b").Section(null, "apple-1kg").Section("Fruit", "banana-1kg")));

    [Fact]
    public void Build_SectionWithoutProducts_IsAViolation() => Assert.Equal(
        ["interactive.action.sections[0].product_items"], PathsOf(Message.ProductList("1").Header("h").Body("b").Section("Fruit")));

    [Fact]
    public void Build_CatalogIdThatIsNotDigits_AsksWhetherItWasSwapped()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.Product("apple-1kg", "146265584024623")));

        Assert.Equal(ViolationRule.Format, violation.Rule);
        Assert.Contains("swapped", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_LoneSurrogate_IsAViolationThatNamesItsIndex()
    {
        // No theory: attributes keep their texts as UTF-8, which has no lone surrogates.
        (string Text, int Index)[] cases = [("cut \ud83d", 4), ("\ude00 cut", 0), ("😀 \ud83dx", 3)];
        foreach ((string text, int index) in cases)
        {
            Violation violation = Assert.Single(ViolationsOf(Message.Text(text)));

            Assert.Equal(ViolationRule.Format, violation.Rule);
            Assert.Contains($"index {index} ", violation.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Build_CatalogLinkOfABadNumber_SaysWhatToWrite()
    {
        Violation violation = Assert.Single(ViolationsOf(Message.CatalogLink("0044 7700 900077").Body("Look")));

        Assert.Contains("in place of 00", violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("900077", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+44 (0)20 7946 0958", "https://wa.me/c/442079460958")]
    [InlineData("+49 (0) 30 901820", "https://wa.me/c/4930901820")]
    [InlineData("+7 (8) 912 345-67-89", "https://wa.me/c/79123456789")]
    [InlineData("+39 (0)6 6982 1234", "https://wa.me/c/390669821234")]
    public void Build_CatalogLinkOfANumberWithTrunkDigit_LeavesItOut(string number, string link) =>
        Assert.Equal(link, Message.CatalogLink(number).Build().Body);

    [Theory]
    [InlineData("4402079460958")]
    [InlineData("020 7946 0958")]
    [InlineData(null)]
    public void Build_CatalogLinkOfANumberThatCouldBeAnother_IsAViolation(string? number) =>
        Assert.Equal(["text.body"], PathsOf(Message.CatalogLink(number)));

    [Fact]
    public void Build_CatalogLinkOfNoNumber_IsAViolation() =>
        Assert.Equal(["text.body"], PathsOf(Message.CatalogLink(default(PhoneNumber))));

    [Fact]
    public void Build_CatalogLinkOfNoNumber_IsNotPutIntoWords() => Assert.Equal(
        ["text.body"],
        PathsOf(Message.CatalogLink(default(PhoneNumber)).Body(_ => throw new InvalidOperationException("There is no link."))));

    [Fact]
    public void Build_CatalogLinkLeftOutByTheWording_IsAViolation() =>
        Assert.Equal(["text.body"], PathsOf(Message.CatalogLink("+16505551234").Body(_ => "See our shop")));

    [Fact]
    public void Build_CatalogLinkThatMakesTheTextTooLong_IsAViolation() =>
        Assert.Equal(["text.body"], PathsOf(Message.CatalogLink("+16505551234").Body(new string('x', 4070))));

    private static IReadOnlyList<Violation> ViolationsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }

    private static IEnumerable<string> PathsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage => ViolationsOf(builder).Select(violation => violation.Path);
}
