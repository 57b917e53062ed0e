using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>The usual mistakes with templates, which Meta answers with 132000 and its like, are told before anything is sent.</summary>
public class TemplateMessageViolationTests
{
    private static readonly MediaSource Picture = MediaSource.FromId("1");

    public static TheoryData<string> Blanks => ["", " ", "\u00a0"];

    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryViolation()
    {
        TemplateMessageBuilder template = Message.Template("Abandoned Cart", "en-us")
            .ImageHeader(MediaSource.FromLink("shop.example/apple.jpg"))
            .Body(
                "",
                ("code", "10OFF"),
                "a\nb",
                "a\tb",
                "a     b",
                TemplateParameter.Currency(new Money(1.2345m, default)),
                TemplateParameter.DateTime(null))
            .LimitedTimeOffer(DateTimeOffset.UnixEpoch)
            .OrderStatus("order 42", new OrderStatus("delivered"))
            .TapTarget("shop.example", null)
            .Card(card => card.Image(Picture).Body("x").QuickReplyButton(0, null).UrlButton(0, ""))
            .Card(card => card.Product("apple-1kg", " "))
            .QuickReplyButton(0, " ")
            .UrlButton(0, null)
            .CopyCodeButton(10, new string('c', 21))
            .FlowButton(-1, " ", JsonElement.Parse("[]"))
            .ProductListButton(1, default)
            .OrderDetailsButton(2, null, _ => { })
            .VoiceCallButton(3, TimeSpan.FromSeconds(59));

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => template.Build());

        Snapshot.MatchText(exception.Message);
    }

    [Fact]
    public void Build_WrongPartsThatAreRare_AreNamedInWords() => Snapshot.MatchText(string.Join('\n',
        [
            .. ViolationsOf(Template().ImageHeader(default).Body((" ", "Pablo"), ("name", "Ann"), ("name", "Bob"))),
            .. ViolationsOf(Template().DocumentHeader(Picture, new string('f', MessageLimits.DocumentFileName + 1))),
            .. ViolationsOf(Template().LocationHeader(
                91, -181, new string('n', MessageLimits.LocationName + 1), new string('a', MessageLimits.LocationAddress + 1))),
            .. ViolationsOf(Template().Body(TemplateParameter.Currency(new Money(1, "XXL")))),
            .. ViolationsOf(Template().OneTimePassword(new string('1', MessageLimits.OneTimePassword + 1))),
            .. ViolationsOf(Template().FlowButton(0, data: JsonElement.Parse("""{"text":"\ud83d"}"""))),
            .. ViolationsOf(Template().Card(card => card.Image(Picture))),
            .. ViolationsOf(Template().Card(card => card.Image(Picture)).Card(card => card.Body("a"))),
            .. ViolationsOf(Template().Card(card => card.Body("a")).Card(card => card.Video(Picture))),
            .. ViolationsOf(Template().AsMarketing(new MarketingPolicy("cut \ud83d"))),
        ]));

    [Fact]
    public void Build_NothingGiven_NamesWhatIsRequired() =>
        Assert.Equal(["template.name", "template.language.code"], PathsOf(Message.Template(null, null)));

    [Theory, InlineData(
        "Abandoned_Cart"), InlineData("abandoned-cart"), InlineData("abandoned cart"), InlineData("корзина"), InlineData(" cart")]
    public void Build_NameOfOtherCharacters_IsTheOneViolation(string name) =>
        Assert.Equal(["template.name"], PathsOf(Message.Template(name, "en")));

    [Theory, InlineData("en"), InlineData("en_US"), InlineData("fil"), InlineData("prs_AF"), InlineData("zh_HK")]
    public void Build_LanguageOfMetasShape_IsAllowed(string code) => Assert.Empty(PathsOf(Message.Template("a", code)));

    [Theory, InlineData("en-US"), InlineData(
        "EN"), InlineData("en_us"), InlineData("en_USA"), InlineData("english"), InlineData("en_"), InlineData("_US"), InlineData("e")]
    public void Build_LanguageOfAnotherShape_IsTheOneViolation(string code) =>
        Assert.Equal(["template.language.code"], PathsOf(Message.Template("a", code)));

    [Theory, MemberData(nameof(Blanks))]
    public void Build_BlankParameter_IsTheOneViolationWhereItStands(string blank)
    {
        Assert.Equal(["template.components[0].parameters[1].text"], PathsOf(Template().Body("Pablo", blank)));
        Assert.Equal(["template.components[0].parameters[0].text"], PathsOf(Template().Header(blank)));
        Assert.Equal(["template.components[0].parameters[0].text"], PathsOf(Template().UrlButton(0, blank)));
        Assert.Equal(["template.components[0].parameters[0].payload"], PathsOf(Template().QuickReplyButton(0, blank)));
        Assert.Equal(["template.components[0].parameters[0].coupon_code"], PathsOf(Template().CopyCodeButton(0, blank)));
    }

    [Theory, InlineData("a\nb"), InlineData("a\r\nb"), InlineData("a\tb"), InlineData("a     b"), InlineData("a\n")]
    public void Build_ParameterOfMoreThanOneLine_IsTheOneViolation(string text)
    {
        Violation violation = Assert.Single(ViolationsOf(Template().Body("Pablo", text)));

        Assert.Equal(("template.components[0].parameters[1].text", ViolationRule.Format), (violation.Path, violation.Rule));
        Assert.Contains("132018", violation.Message, StringComparison.Ordinal);
        Assert.Equal(["template.components[0].parameters[0].text"], PathsOf(Template().Header(text)));
        Assert.Equal(["template.components[0].parameters[0].text"], PathsOf(Template().UrlButton(0, text)));
        Assert.Equal(["template.components[0].parameters[0].coupon_code"], PathsOf(Template().CopyCodeButton(0, text)));
        Assert.Equal(
            ["template.components[0].parameters[0].text", "template.components[1].parameters[0].text"],
            PathsOf(Template().OneTimePassword(text)));
    }

    [Fact]
    public void Build_FourBlanksInARow_AreAllowed() => Assert.Empty(PathsOf(Template().Body("a    b    c")));

    [Fact]
    public void Build_SameIndexTwice_IsTheOneViolationAtTheSecondButton()
    {
        Violation violation =
            Assert.Single(ViolationsOf(Template().Body("Pablo").QuickReplyButton(0, "a").UrlButton(1, "b").CopyCodeButton(0, "c")));

        Assert.Equal(("template.components[3].index", ViolationRule.NotUnique), (violation.Path, violation.Rule));
    }

    [Fact]
    public void Build_SameIndexOnTwoCards_IsAllowed() => Assert.Empty(PathsOf(Template()
        .Card(card => card.Image(Picture).QuickReplyButton(0, "a")).Card(
            card => card.Image(Picture).QuickReplyButton(0, "b")).QuickReplyButton(0, "c")));

    [Theory, InlineData(-1, false), InlineData(0, true), InlineData(9, true), InlineData(10, false)]
    public void Build_Index_LiesBetweenZeroAndNine(int index, bool allowed) =>
        Assert.Equal(allowed ? [] : ["template.components[0].index"], PathsOf(Template().UrlButton(index, "a")));

    [Fact]
    public void Build_IndexBeyondTheLast_IsToldWithBoth()
    {
        Violation violation = Assert.Single(ViolationsOf(Template().UrlButton(12, "a")));

        Assert.Equal((ViolationRule.Range, 9, 12), (violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData(90, 180), InlineData(-90, -180)]
    public void Build_LocationHeaderOnTheMap_IsAllowed(double latitude, double longitude) =>
        Assert.Empty(PathsOf(Template().LocationHeader(latitude, longitude)));

    [Theory, InlineData(90.1, 0, "latitude"), InlineData(-90.1, 0, "latitude"), InlineData(0, 180.1, "longitude"), InlineData(
        0, -180.1, "longitude"), InlineData(0, double.NaN, "longitude")]
    public void Build_LocationHeaderOffTheMap_IsTheOneViolation(double latitude, double longitude, string name) => Assert.Equal(
        [$"template.components[0].parameters[0].location.{name}"], PathsOf(Template().LocationHeader(latitude, longitude)));

    [Fact]
    public void Build_NamedAmongParametersByPosition_IsAViolationAtEachThatDiffers() => Assert.Equal(
        [
            "template.components[1].parameters[0].parameter_name",
            "template.components[2].cards[1].components[1].parameters[0].parameter_name"],
        PathsOf(Template()
            .Header("Fresh").Body(("name", "Pablo"))
            .Card(card => card.Image(Picture).Body("a")).Card(card => card.Image(Picture).Body(("name", "b")))));

    [Fact]
    public void Build_ByPositionAmongNamedParameters_SaysSo()
    {
        Violation violation = Assert.Single(ViolationsOf(Template().Body(("name", "Pablo"), "10OFF")));

        Assert.Equal(("template.components[0].parameters[1].parameter_name", ViolationRule.Mismatch), (violation.Path, violation.Rule));
        Assert.Contains("has no name", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SameNameTwice_IsTheOneViolation()
    {
        Assert.Equal(
            ["template.components[0].parameters[1].parameter_name"], PathsOf(Template().Body(("name", "Pablo"), ("name", "Morales"))));
        Assert.Empty(PathsOf(Template().Header(("name", "Pablo")).Body(("name", "Pablo"))));
    }

    [Fact]
    public void Build_BlankName_IsTheOneViolation() =>
        Assert.All([" ", "", null!], name => Assert.Equal(
            ["template.components[0].parameters[0].parameter_name"],
            PathsOf(Template().Body(TemplateParameter.Text("Pablo").Named(name)))));

    [Fact]
    public void Build_CardsWithDifferentHeaders_AreAViolationAtEachThatDiffers() => Assert.Equal(
        ["template.components[0].cards[1].components[0].parameters[0].type"],
        PathsOf(Template().Card(card => card.Image(Picture)).Card(card => card.Video(Picture))));

    [Theory, InlineData("reais"), InlineData("XXL"), InlineData("€")]
    public void Build_AmountInAnUnknownCurrency_IsTheOneViolation(string currency) => Assert.Equal(
        ["template.components[0].parameters[0].currency.code"],
        PathsOf(Template().Body(TemplateParameter.Currency(new Money(1, currency), "1"))));

    [Fact]
    public void Build_LoneSurrogates_AreViolationsWhereverTextsStand()
    {
        const string Half = "cut \ud83d";

        Assert.Equal(
            [
                "template.components[0].parameters[0].text",
                "template.components[1].parameters[0].parameter_name",
                "template.components[1].parameters[0].text",
                "template.components[2].cards[1].components[1].parameters[0].payload",
                "template.components[3].parameters[0].payload",
                "template.components[4].parameters[0].action.flow_token",
                "product_policy",
            ],
            PathsOf(Template()
                .Header((Half.Replace("\ud83d", "x", StringComparison.Ordinal), Half))
                .Body((Half, Half))
                .Card(card => card.Image(Picture)).Card(card => card.Image(Picture).QuickReplyButton(0, Half))
                .QuickReplyButton(0, Half).FlowButton(1, Half)
                .AsMarketing(new MarketingPolicy(Half))));
    }

    [Fact]
    public void Build_MoreDigitsThanThousandths_IsAViolation()
    {
        Assert.Equal(
            ["template.components[0].parameters[0].currency.amount_1000"],
            PathsOf(Template().Body(TemplateParameter.Currency(new Money(1.2345m, "USD")))));
        Assert.Equal(
            ["template.components[0].parameters[0].currency.amount_1000"],
            PathsOf(Template().Body(TemplateParameter.Currency(new Money(decimal.MinValue, "USD")))));
        Assert.Empty(PathsOf(Template().Body(TemplateParameter.Currency(new Money(-1.234m, "KWD")))));
    }

    [Fact]
    public void Build_MostThousandthsThatAreWritten_AreAllowedAndOneMoreIsNot()
    {
        Assert.Empty(PathsOf(Template().Body(TemplateParameter.Currency(new Money(long.MaxValue / 1000m, "USD")))));
        Assert.Equal(
            ["template.components[0].parameters[0].currency.amount_1000"],
            PathsOf(Template().Body(TemplateParameter.Currency(new Money((long.MaxValue / 1000m) + 0.001m, "USD")))));
    }

    [Fact]
    public void ToJson_MarketingToAGroup_IsAViolationOfTheSend()
    {
        TemplateMessage marketing = Template().AsMarketing().Build();

        WhatsCommerceValidationException exception =
            Assert.Throws<WhatsCommerceValidationException>(() => marketing.ToJson(Recipient.Group("Y2FwaV9ncm91cDox")));

        Assert.Equal("recipient_type", Assert.Single(exception.Violations).Path);
        Template().Build().ToJson(Recipient.Group("Y2FwaV9ncm91cDox"));
    }

    [Fact]
    public void Build_BodyWithoutParameters_SendsNoComponent()
    {
        byte[] json = Template().Body([]).Build().ToJson("+16505551234");

        Assert.Equal(Template().Build().ToJson("+16505551234"), json);
    }

    [Fact]
    public void Build_BuilderChangedAfterwards_LeavesTheMessageAsItWas()
    {
        TemplateMessageBuilder builder = Template().Body("Pablo").QuickReplyButton(0, "a").ProductCards("1", "a", "b");
        TemplateMessage message = builder.Build();
        byte[] before = message.ToJson("+16505551234");

        builder.Body("Jessica").QuickReplyButton(1, "b").ProductCards("1", "c");

        Assert.Equal(before, message.ToJson("+16505551234"));
    }

    [Fact]
    public void FlowButton_DocumentThatIsDisposedLater_IsKept()
    {
        TemplateMessageBuilder builder;
        using (JsonDocument document = JsonDocument.Parse("""{"table": 7}"""))
        {
            builder = Template().FlowButton(0, data: document.RootElement);
        }

        Assert.Contains(
            "\"table\":7",
            System.Text.Encoding.UTF8.GetString(builder.Build().ToJson("+16505551234")).Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfAParameter_HoldsNothingOfItsText()
    {
        Assert.Equal("text", TemplateParameter.Text("Secret").ToString());
        Assert.Equal("text name", TemplateParameter.Text("Secret").Named("name").ToString());
    }

    private static TemplateMessageBuilder Template() => Message.Template("template_name", "en_US");

    private static IReadOnlyList<Violation> ViolationsOf(TemplateMessageBuilder builder)
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }

    private static IEnumerable<string> PathsOf(TemplateMessageBuilder builder) => ViolationsOf(builder).Select(violation => violation.Path);
}
