using WhatsCommerce.Messages;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>What a template asks of its messages, and every way in which a message does not fit, told before it is sent.</summary>
public class TemplateShapeTests
{
    private static readonly TemplateDefinition Cart = Template.ProductList("abandoned_cart", "en_US")
        .Header("Forget something, {{1}}?", "Pablo").Body("Use code {{1}} for {{2}} off!", "10OFF", "10%").Build();

    private static readonly TemplateDefinition Welcome = Template.Marketing("welcome", "en_US")
        .ImageHeader("4::aW...").Body("Hi {{first_name}}, use {{code}}!", ("first_name", "Pablo"), ("code", "A"))
        .QuickReplyButton("No").UrlButton("Shop", "https://shop.example/{{1}}", "sale").UrlButton("Home", "https://shop.example").Build();

    private static readonly TemplateDefinition Plants = Template.MediaCarousel("plants", "en_US").Body("Rare, {{1}}:", "Pablo")
        .Card(card => card.Image("4::a").QuickReplyButton("More").UrlButton("Shop", "https://shop.example/{{1}}", "aloe"))
        .Card(card => card.Image("4::a").QuickReplyButton("More").UrlButton("Shop", "https://shop.example/{{1}}", "cacti")).Build();

    private static MediaSource Picture => MediaSource.FromLink("https://shop.example/a.png");

    [Fact]
    public void ToString_OfEachKind_TellsWhatAMessageNeeds() => Snapshot.MatchText(string.Join('\n',
        Cart.Shape,
        Welcome.Shape,
        Plants.Shape,
        Template.Catalog("catalog", "en").Body("Hi.").Build().Shape,
        Template.Product("product", "en").Body("Hi.").Build().Shape,
        Template.ProductCarousel("products", "en").Body("Hi.").UrlButton("Buy", "https://shop.example/{{1}}", "a").Build().Shape,
        Template.LimitedTimeOffer("offer", "en", "Now").VideoHeader("4::a").Body("Hi.").CopyCodeButton("A").Build().Shape,
        Template.LimitedTimeOffer("endless", "en", "Now", hasExpiration: false).Body("Hi.").Build().Shape,
        Template.Coupon("coupon", "en").Body("Hi.").CopyCodeButton("A").Build().Shape,
        Template.OrderDetails("order", "en").DocumentHeader("4::a").Body("Hi.").Build().Shape,
        Template.OrderStatus("status", "en").Body("Hi.").Build().Shape,
        Template.Utility("call", "en").LocationHeader().Body("Hi.").VoiceCallButton("Call").FlowButton("Open", "1").PhoneButton(
            "Call", "+1").Build().Shape,
        Template.Authentication("login", "en").Build().Shape,
        Template.Utility("plain", "en").Body("Hi.").Build().Shape));

    [Fact]
    public void Build_MessageThatFits_IsBuiltWithNameAndLanguage()
    {
        TemplateMessage message = Message.Template(Cart.Shape)
            .Header("Pablo").Body("10OFF", "10%").ProductListButton(0, "apple", new ProductSection("Fruit", "apple", "pear")).Build();

        Assert.Equal(("abandoned_cart", "en_US"), (message.Name, message.Language));
    }

    [Fact]
    public void Build_EverythingWrongAtOnce_NamesEveryMismatch()
    {
        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => Message.Template(Welcome.Shape)
            .VideoHeader(Picture)
            .Body(("first_name", "Pablo"), ("kode", "A"), ("more", "B"))
            .CopyCodeButton(0, "A")
            .UrlButton(2, "home")
            .Card(card => card.Image(Picture).QuickReplyButton(0, "x"))
            .Card(card => card.Image(Picture).QuickReplyButton(0, "x"))
            .Build());

        Snapshot.MatchText(string.Join('\n', exception.Violations.Select(violation => $"{violation.Rule} {violation}")));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3)]
    public void Build_AnotherNumberOfParameters_IsToldWithBoth(int count)
    {
        TemplateMessageBuilder builder = Message.Template(Cart.Shape)
            .Header("Pablo").Body(Enumerable.Repeat<TemplateParameter>("x", count)).ProductListButton(
                0, "apple", new ProductSection("Fruit", "apple"));

        Assert.False(builder.TryBuild(out _, out IReadOnlyList<Violation> violations));
        Violation violation = Assert.Single(violations);
        Assert.Equal(
            count == 0 ? ("template.components", null, null) : ("template.components[1].parameters", 2, count),
            (violation.Path, violation.Limit, violation.Found));
    }

    [Fact]
    public void Build_HeaderThatIsMissing_IsTold() => AssertOnly("template.components", "header", Message.Template(Welcome.Shape)
        .Body(("first_name", "Pablo"), ("code", "A")).UrlButton(1, "sale"));

    [Fact]
    public void Build_ButtonThatIsMissing_IsTold() =>
        AssertOnly("template.components", "mpm button 0", Message.Template(Cart.Shape).Header("Pablo").Body("A", "B"));

    [Fact]
    public void Build_ButtonAtAnotherPlace_IsTold()
    {
        Message.Template(Welcome.Shape).ImageHeader(Picture).Body(("first_name", "Pablo"), ("code", "A")).UrlButton(2, "sale")
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Equal(["template.components[2].index", "template.components"], violations.Select(violation => violation.Path));
    }

    [Fact]
    public void Build_NamesInAnyOrder_Fit() => Assert.NotNull(Message.Template(Welcome.Shape)
        .ImageHeader(Picture).Body(("code", "A"), ("first_name", "Pablo")).UrlButton(1, "sale").QuickReplyButton(0, "no").Build());

    [Fact]
    public void Build_ParametersWithoutNames_AreTold()
    {
        Message.Template(Welcome.Shape).ImageHeader(Picture).Body("Pablo", "A").UrlButton(1, "sale")
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Contains(
            violations,
            violation => violation is { Path: "template.components[1].parameters[0].parameter_name", Rule: ViolationRule.Mismatch });
    }

    [Fact]
    public void Build_NamesWhereThereAreNumbers_AreTold()
    {
        Message.Template(Cart.Shape).Header(("name", "Pablo")).Body(("a", "A"), ("b", "B")).ProductListButton(
            0, "apple", new ProductSection("Fruit", "apple"))
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Equal(3, violations.Count(violation => violation.Path.EndsWith("parameter_name", StringComparison.Ordinal)));
    }

    [Fact]
    public void CheckAgainst_NamesNumbersAndOtherTemplates_AreToldInWords() => Snapshot.MatchText(string.Join('\n',
        [
            .. Message.Template("cart", "en_GB").Header(("name", "Pablo")).Build().CheckAgainst(Cart.Shape),
            .. Message.Template("welcome", "en_US").Body("Pablo", "A").Build().CheckAgainst(Welcome.Shape),
        ]));

    [Fact]
    public void Build_HeaderOfAnotherKind_IsTheOneMismatch()
    {
        string[] type = ["template.components[0].parameters[0].type"];

        Assert.Equal(type, PathsOf(Message.Template(Shape("header", new TemplateSlotParameter("text"))).ImageHeader(Picture)));
        Assert.Equal(
            type,
            PathsOf(Message.Template(Shape("header", new TemplateSlotParameter("image"))).Header(TemplateParameter.DateTime("May 1"))));
    }

    [Fact]
    public void Build_OneOfTheOptionalParametersOfAButton_Fits()
    {
        TemplateShape shape = Template.Utility("call", "en").Body("Hi.").VoiceCallButton("Call").Build().Shape;

        Assert.Empty(PathsOf(Message.Template(shape).VoiceCallButton(0, payload: "order-42")));
        Assert.Empty(PathsOf(Message.Template(shape).VoiceCallButton(0, TimeSpan.FromHours(1), "order-42")));
    }

    [Fact]
    public void Build_NoneOfTheOptionalParameters_IsToldWithAllOfThem()
    {
        TemplateShape shape = Shape("header", new("image", isRequired: false), new("video", isRequired: false));

        Message.Template(shape).Header("text").TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Contains("wants image or video here", Assert.Single(violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RequiredParametersInAnotherOrder_AreEachToldWithTheirOwnKind()
    {
        Message.Template(Shape("body", new("currency"), new("date_time")))
            .Body(TemplateParameter.DateTime("May 1"), TemplateParameter.Currency(new Money(5m, "USD")))
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Equal(
            [
                "The template wants currency here, and the message has date_time (132012).",
                "The template wants date_time here, and the message has currency (132012).",
            ],
            violations.Select(violation => violation.Message));
    }

    [Fact]
    public void Build_ParameterWhereTheTemplateHasNone_IsCountedOnly() =>
        Assert.Equal(["template.components[0].parameters"], PathsOf(Message.Template(Shape("header")).Header("text")));

    [Fact]
    public void Build_AmountInPlaceOfAText_Fits() => Assert.NotNull(Message.Template(Cart.Shape)
        .Header("Pablo").Body(TemplateParameter.Currency(new Money(5m, "USD")), TemplateParameter.DateTime("May 1"))
        .ProductListButton(0, "apple", new ProductSection("Fruit", "apple")).Build());

    [Theory, InlineData(2, true), InlineData(3, false)]
    public void Build_CardsOfPictures_AreAsManyAsTheTemplateHas(int cards, bool fits)
    {
        TemplateMessageBuilder builder = Message.Template(Plants.Shape).Body("Pablo");
        for (int i = 0; i < cards; i++)
        {
            builder.Card(card => card.Image(Picture).QuickReplyButton(0, "more").UrlButton(1, "aloe"));
        }

        Assert.Equal(fits, builder.TryBuild(out _, out IReadOnlyList<Violation> violations));
        Assert.Equal(
            fits ? [] : [("template.components", (int?)2, (int?)3)],
            violations.Select(violation => (violation.Path, violation.Limit, violation.Found)));
    }

    [Fact]
    public void Build_CardThatDoesNotFit_IsNamed()
    {
        Message.Template(Plants.Shape).Body("Pablo")
            .Card(card => card.Image(Picture).UrlButton(1, "aloe"))
            .Card(card => card.Image(Picture).QuickReplyButton(0, "more"))
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Assert.Equal("template.components[1].cards[1].components", Assert.Single(violations).Path);
    }

    [Theory, InlineData(2), InlineData(10)]
    public void Build_CardsOfProducts_MayBeMoreThanTheTemplateHas(int count)
    {
        TemplateShape shape = Template.ProductCarousel("products", "en").Body("Hi.").Build().Shape;

        TemplateMessage message =
            Message.Template(shape).ProductCards("1040", Enumerable.Range(0, count).Select(i => new RetailerId($"sku-{i}"))).Build();

        Assert.Equal(count, message.Products.Count);
    }

    [Fact]
    public void Build_CarouselWithoutCards_IsTold() => AssertOnly(
        "template.components", "carousel", Message.Template(Template.ProductCarousel("products", "en").Body("Hi.").Build().Shape));

    [Fact]
    public void Build_TemplateWithPartsThatAreNotKnown_IsNotJudgedByThem()
    {
        TemplateShape shape = Cart.Shape with { Slots = [], IsPartial = true };

        Assert.NotNull(Message.Template(shape).Body("anything").Build());
    }

    [Fact]
    public void CheckAgainst_TheWholeMessage_ComparesNameAndLanguageToo()
    {
        TemplateMessage message = Message.Template("cart", "en_GB").Body("A", "B").Build();

        Assert.Equal(
            ["template.name", "template.language.code", "template.components", "template.components"],
            message.CheckAgainst(Cart.Shape).Select(violation => violation.Path));
    }

    [Fact]
    public void CheckAgainst_MessageThatFits_IsEmpty() =>
        Assert.Empty(Message.Template("products", "en")
            .ProductCards("1040", "a", "b")
            .Build()
            .CheckAgainst(Template.ProductCarousel("products", "en").Body("Hi.").Build().Shape));

    [Fact]
    public void Meta_WhatItsPagesSend_FitsWhatTheyCreate()
    {
        (string Folder, string File, TemplateMessage Message)[] pairs =
        [
            ("catalog", "011-template-create-btn-catalog--catalog-templates.json", Message.Template("intro_catalog_offer", "en_US")
                .Body("100", "400", "3").CatalogButton(0, "2lc20305pt").Build()),
            ("catalog", "020-template-create-header-text-btn-mpm--mpm-templates.json", Message.Template("abandoned_cart", "en_US")
                .Header("Pablo").Body("10OFF").ProductListButton(
                    0, "2lc20305pt", new ProductSection("Popular Bundles", "2lc20305pt")).Build()),
            ("catalog", "017-template-create-header-product-btn-spm--spm-templates.json", Message.Template(
                "spm_template_named_params", "en_US")
                .ProductHeader("194836987003835", "nqryix03ez").Body(("code", "25OFF"), ("percent", "25%")).Build()),
            ("catalog", "014-template-create-carousel-header-product-btn-spm--product-card-carousel-templates.json",
                Message.Template("carousel_template_product_cards_v1", "en_US")
                    .Body("Pablo")
                    .ProductCards("194836987003835", "vrpj01fvwp", "va2l5ioeat", "sqpjv0mgde")
                    .Build()),
            ("catalog", "023-template-create-carousel-header-image-btn-quick--media-card-carousel-templates.json",
                Message.Template("carousel_template_media_cards_v1", "en_US")
                    .Body("Pablo", "20%", "20OFF")
                    .Card(Card)
                    .Card(Card)
                    .Card(Card)
                    .Build()),
            ("catalog/templates-other", "003-template-create--templates.json", Message.Template("order_confirmation", "en_US")
                .Body(("first_name", "Jessica"), ("order_number", "SKBUP2-4CPIG9")).Build()),
            ("catalog/templates-other", "040-template-create-header-text-btn-quick-reply-btn--coupon-templates.json",
                Message.Template("coupon_code_fall2023_25off", "en_US").Body("25OFF", "25%").CopyCodeButton(1, "25OFF").Build()),
            ("catalog/templates-other", "028-template-create-header-image-lto-btn-copy-code-b--limited-time-offer-templates.json",
                Message.Template("limited_time_offer_caribbean_pkg_2023", "en_US").ImageHeader(Picture).Body("Pablo", "CARIBE25")
                    .LimitedTimeOffer(DateTimeOffset.UnixEpoch.AddYears(80)).CopyCodeButton(0, "CARIBE25").UrlButton(1, "n3mtql").Build()),
            ("catalog/templates-other", "016-template-create-btn-otp--copy-code-button-authentication-templat.json",
                Message.Template("authentication_code_copy_code_button", "en_US").Body("J$FpnYnP").UrlButton(0, "J$FpnYnP").Build()),
        ];

        // Read before anything is asserted: where the examples are absent the test is skipped, which inside of Assert.All is a failure.
        (TemplateMessage Message, TemplateShape Shape)[] shaped =
        [
            .. pairs.Select(pair =>
                (pair.Message, MetaTemplateExampleTests.Build(MetaTemplateExampleTests.Read(pair.Folder, pair.File)).Shape)),
        ];

        Assert.All(shaped, pair => Assert.Empty(pair.Message.CheckAgainst(pair.Shape)));

        static void Card(TemplateCardBuilder card) => card.Image(Picture).QuickReplyButton(0, "more").UrlButton(1, "blue-elf");
    }

    private static TemplateShape Shape(string component, params TemplateSlotParameter[] parameters) => new()
    {
        Name = "own",
        Language = "en",
        Slots = [new() { Component = component, Parameters = parameters }],
    };

    private static IEnumerable<string> PathsOf(TemplateMessageBuilder builder)
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations.Select(violation => violation.Path);
    }

    private static void AssertOnly(string path, string word, TemplateMessageBuilder builder)
    {
        Assert.False(builder.TryBuild(out _, out IReadOnlyList<Violation> violations));
        Violation violation = Assert.Single(violations);
        Assert.Equal((path, ViolationRule.Required), (violation.Path, violation.Rule));
        Assert.Contains(word, violation.Message, StringComparison.Ordinal);
    }
}
