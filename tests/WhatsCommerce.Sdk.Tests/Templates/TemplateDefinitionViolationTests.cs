using System.Text.Json;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>What is wrong with a template is told all at once, where it is, and with a remedy.</summary>
public class TemplateDefinitionViolationTests
{
    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryViolation()
    {
        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => Template.Marketing(
            "July Offer", "en-us")
            .ImageHeader(" ")
            .Body("{{1}} and {{3}} and {{first_name}}")
            .Footer("Until {{1}}")
            .QuickReplyButton("Yes")
            .UrlButton("Shop", "shop.example/{{1}}/more")
            .QuickReplyButton("No, and this is much too long")
            .PhoneButton("Call", "call me")
            .FlowButton("Open", "")
            .TimeToLive(TimeSpan.Zero)
            .Build());

        Snapshot.MatchText(string.Join('\n', exception.Violations.Select(violation => $"{violation.Rule} {violation}")));
    }

    [Fact]
    public void Build_Nothing_NamesWhatIsRequired() => Assert.Equal(
        [("name", ViolationRule.Required), ("language", ViolationRule.Required), ("components[0]", ViolationRule.Required)],
        Violations(Template.Catalog(null, " ")).Select(violation => (violation.Path, violation.Rule)));

    [Theory]
    [InlineData("Hi {{1}}!", 0)]
    [InlineData("Hi {{1}} and {{2}}!", 1)]
    [InlineData("Hi!", 1)]
    [InlineData("Hi {{1}} and {{1}}!", 2)]
    public void Build_ExamplesThatAreNotOneForEachVariable_AreTold(string text, int examples) =>
        AssertOnly(
            "components[0].example.body_text",
            Template.Catalog("t", "en").Body(text, [.. Enumerable.Repeat<TemplateExample>("x", examples)]));

    [Fact]
    public void Build_VariableThatStandsTwice_HasOneExample() =>
        Assert.Empty(Violations(Template.Catalog("t", "en").Body("Hi {{1}}, yes, {{1}}!", "Pablo")));

    [Theory]
    [InlineData("Hi {{2}}!")]
    [InlineData("Hi {{0}}!")]
    [InlineData("Hi {{First}}!")]
    [InlineData("Hi {{ 1 }}!")]
    [InlineData("Hi {{}}!")]
    [InlineData("Hi {{1}!")]
    [InlineData("Hi 1}}!")]
    [InlineData("{{1}} hello")]
    [InlineData("Hello {{1}} ")]
    public void Build_VariableThatMetaDoesNotTake_IsTold(string text) =>
        Assert.Contains(
            Violations(Template.Catalog("t", "en").Body(text, "x")),
            violation => violation is { Path: "components[0].text", Rule: ViolationRule.Format });

    [Fact]
    public void Build_VariablesByNumberAndByName_AreTold() =>
        Assert.Contains(
            Violations(Template.ProductList("t", "en").Header("For {{1}}", "x").Body("Hi {{name}}!", ("name", "x"))),
            violation => violation is { Path: "components[1].text", Rule: ViolationRule.Mismatch });

    [Fact]
    public void Build_ExampleOfAnotherName_IsTold() =>
        AssertOnly(
            "components[0].example.body_text_named_params[0]", Template.Catalog("t", "en").Body("Hi {{name}}!", ("first_name", "x")));

    [Fact]
    public void Build_ExampleWithNameForANumber_IsTold() =>
        AssertOnly("components[0].example.body_text[0]", Template.Catalog("t", "en").Body("Hi {{1}}!", ("name", "x")));

    [Fact]
    public void Build_BlankExample_IsTold() =>
        AssertOnly("components[0].example.body_text[0]", Template.Catalog("t", "en").Body("Hi {{1}}!", " "));

    [Theory]
    [InlineData("https://shop.example/{{1}}/x", "a")]
    [InlineData("https://shop.example/{{2}}", "a")]
    [InlineData("https://shop.example/{{1}}{{1}}", "a")]
    [InlineData("shop.example", null)]
    [InlineData("ftp://shop.example", null)]
    [InlineData(" https://shop.example", null)]
    public void Build_AddressThatMetaDoesNotTake_IsTold(string url, string? example) =>
        AssertOnly("components[1].buttons[0].url", Template.Utility("t", "en").Body("Hi.").UrlButton("Go", url, example));

    [Theory, InlineData("https://shop.example/{{1}}", null), InlineData("https://shop.example/", "a")]
    public void Build_ExampleOfAnAddress_BelongsToAVariable(string url, string? example) =>
        AssertOnly("components[1].buttons[0].example", Template.Utility("t", "en").Body("Hi.").UrlButton("Go", url, example));

    [Theory, InlineData("+4402079460958"), InlineData("4402079460958"), InlineData("+789123456789")]
    public void Build_NumberWithTrunkDigit_IsTold(string number) =>
        AssertOnly("components[1].buttons[0].phone_number", Template.Utility("t", "en").Body("Hi.").PhoneButton("Call", number));

    [Theory, InlineData("+442079460958"), InlineData("390669821234"), InlineData("+18005551234"), InlineData("2250707123456")]
    public void Build_NumberAsItIs_IsFine(string number) =>
        Assert.Empty(Violations(Template.Utility("t", "en").Body("Hi.").PhoneButton("Call", number)));

    [Fact]
    public void Build_QuickRepliesApart_AreTold() =>
        AssertOnly(
            "components[1].buttons[2]",
            Template.Utility("t", "en").Body("Hi.").QuickReplyButton("A").PhoneButton("B", "+1").QuickReplyButton("C"));

    [Fact]
    public void Build_QuickRepliesBehindOthers_AreFine() =>
        Assert.Empty(
            Violations(Template.Utility("t", "en").Body("Hi.").PhoneButton("B", "+1").QuickReplyButton("A").QuickReplyButton("C")));

    [Fact]
    public void Build_ProductListWithoutHeader_IsTold() => AssertOnly("components[0]", Template.ProductList("t", "en").Body("Hi."));

    [Theory, InlineData("IMAGE", false), InlineData("VIDEO", false), InlineData("TEXT", true)]
    public void Check_HeaderOfAProductList_IsAText(string format, bool fits) => Assert.Equal(fits ? [] : ["components[0].format"], Judge(
        $$$"""[{"type":"HEADER","format":"{{{format}}}","text":"Hi","example":{"header_handle":["4::a"]}},{"type":"BODY","text":"Hi."},"""
            + $$$"""{"type":"BUTTONS","buttons":[{"type":"MPM","text":"View"}]}]"""));

    [Theory, InlineData(
        "VIDEO", false), InlineData("LOCATION", false), InlineData("DOCUMENT", true), InlineData("IMAGE", true), InlineData("TEXT", true)]
    public void Check_HeaderOfAnOrder_IsNoVideo(string format, bool fits) => Assert.Equal(fits ? [] : ["components[0].format"], Judge(
        $$$"""[{"type":"HEADER","format":"{{{format}}}","text":"Hi","example":{"header_handle":["4::a"]}},{"type":"BODY","text":"Hi."},"""
            + $$$"""{"type":"BUTTONS","buttons":[{"type":"ORDER_DETAILS","text":"Pay"}]}]"""));

    [Fact]
    public void Check_OfferWithFooterAndText_IsTold() => Assert.Equal(["components[0].format", "components[3]"], Judge(
        """[{"type":"HEADER","format":"TEXT","text":"Hi"},{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Now"}},"""
            + """{"type":"BODY","text":"Hi."},{"type":"FOOTER","text":"Bye"}]"""));

    [Fact]
    public void Build_CouponWithoutCode_IsTold() => AssertOnly("components", Template.Coupon("t", "en").Body("Hi."));

    [Fact]
    public void Build_CarouselWithoutCards_IsTold() => AssertOnly("components", Template.MediaCarousel("t", "en").Body("Hi."));

    [Fact]
    public void Build_CardWithoutPicture_IsTold() => AssertOnly("components[1].cards[0].components[0]", Template.MediaCarousel(
        "t", "en").Body("Hi.")
        .Card(card => card.QuickReplyButton("A")).Card(card => card.QuickReplyButton("A")), times: 2);

    [Fact]
    public void Build_CardsOfDifferentParts_AreTold() => AssertOnly("components[1].cards[1].components", Template.MediaCarousel(
        "t", "en").Body("Hi.")
        .Card(card => card.Image("4::a").QuickReplyButton("A")).Card(card => card.Video("4::a").QuickReplyButton("A")));

    [Fact]
    public void Build_ZeroTapWithoutAppAndTerms_IsTold() =>
        AssertOnly("components", Template.Authentication("t", "en").ZeroTapButton(termsAccepted: false), times: 2);

    [Fact]
    public void Build_HalfACharacter_IsTold()
    {
        AssertOnly("components[0].text", Template.Catalog("t", "en").Body("Hi \uD83C"));
        AssertOnly("components[0].text", Template.Catalog("t", "en").Body("\uDF4E Hi"));
        AssertOnly("components[0].example.header_handle", Template.Utility("t", "en").ImageHeader("4::\uD83C").Body("Hi."));
    }

    [Theory, InlineData("e"), InlineData("en-US"), InlineData("en_us"), InlineData("EN"), InlineData("english")]
    public void Build_LanguageThatIsNone_IsTold(string language) => AssertOnly("language", Template.Catalog("t", language).Body("Hi."));

    [Theory, InlineData("en"), InlineData("en_US"), InlineData("fil")]
    public void Build_Language_IsTaken(string language) => Assert.Empty(Violations(Template.Catalog("t", language).Body("Hi.")));

    [Fact]
    public void Build_Again_TakesTheLastSetter()
    {
        CatalogTemplateBuilder builder = Template.Catalog("t", "en").Body("Hi {{1}}!").Footer("A");
        Assert.False(builder.TryBuild(out _, out _));

        TemplateDefinition first = builder.Body("Hi.").Build();
        TemplateDefinition second = builder.Footer(null).Build();

        Assert.Equal(("A", (string?)null), (first.Components.Footer?.Text, second.Components.Footer?.Text));
    }

    [Fact]
    public void Build_Definition_DoesNotChangeWithItsBuilder()
    {
        CustomTemplateBuilder builder = Template.Utility("t", "en").Body("Hi.").QuickReplyButton("A");
        TemplateDefinition definition = builder.Build();

        builder.QuickReplyButton("B");

        Assert.Single(definition.Components.Buttons);
    }

    // What no builder lets through is checked all the same, on what Meta gave back.
    private static IEnumerable<string> Judge(string components)
    {
        Validation.Violations violations = new();
        TemplateChecks.Check(
            violations, new TemplateDefinition("t", "en", TemplateCategory.Marketing, TemplateReader.Read(JsonElement.Parse(components))));
        return violations.ToList().Select(violation => violation.Path);
    }

    private static IReadOnlyList<Violation> Violations<TBuilder>(TemplateBuilder<TBuilder> builder)
        where TBuilder : TemplateBuilder<TBuilder>
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }

    private static void AssertOnly<TBuilder>(string path, TemplateBuilder<TBuilder> builder, int times = 1)
        where TBuilder : TemplateBuilder<TBuilder>
    {
        IReadOnlyList<Violation> violations = Violations(builder);
        Assert.Equal(times, violations.Count);
        Assert.Equal(path, violations[0].Path);
    }
}
