using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Sending without a template by category (Direct Send), and what a group takes.</summary>
public class SendOptionTests
{
    private static readonly TextMessage Text = Message.Text("Hi").Build();

    [Fact]
    public void ToJson_CategoryAndTimeToLive_StandBesideTheType()
    {
        string json = System.Text.Encoding.UTF8.GetString(Text.ToJson("+16505551234", new SendOptions
        {
            Category = TemplateCategory.Utility,
            TimeToLive = TimeSpan.FromHours(1)
        }));

        Assert.EndsWith("""{"body":"Hi"},"category":"utility","ttl_seconds":3600}""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utility", 30)]
    [InlineData("utility", 43_200)]
    [InlineData("authentication", 900)]
    public void ToJson_TimeToLiveAtTheLimit_IsTaken(string category, int seconds) =>
        Assert.NotEmpty(Text.ToJson("+16505551234", new SendOptions { Category = category, TimeToLive = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData("utility", 29d, "ttl_seconds", ViolationRule.Range)]
    [InlineData("utility", 43_201d, "ttl_seconds", ViolationRule.Range)]
    [InlineData("authentication", 901d, "ttl_seconds", ViolationRule.Range)]
    [InlineData("authentication", 30.5, "ttl_seconds", ViolationRule.Range)]
    [InlineData(null, 60d, "ttl_seconds", ViolationRule.NotAllowed)]
    [InlineData("marketing", null, "category", ViolationRule.NotAllowed)]
    public void ToJson_WrongCategoryOrTimeToLive_IsTold(string? category, double? seconds, string path, ViolationRule rule)
    {
        SendOptions options = new() { Category = category, TimeToLive = seconds is double value ? TimeSpan.FromSeconds(value) : null };

        Violation violation =
            Assert.Single(Assert.Throws<WhatsCommerceValidationException>(() => Text.ToJson("+16505551234", options)).Violations);

        Assert.Equal((path, rule), (violation.Path, violation.Rule));
    }

    [Fact]
    public void ToJson_WrongOptions_AreNamedInWords()
    {
        SendOptions options = new()
        {
            CallbackData = new string('c', MessageLimits.CallbackData + 1),
            OnceKey = " ",
            RecipientIdentityKeyHash = "cut \ud83d",
        };

        Snapshot.MatchText(Assert.Throws<WhatsCommerceValidationException>(() => Text.ToJson("+16505551234", options)).Message);
    }

    [Fact]
    public void ToJson_WhatAGroupDoesNotTake_IsToldInWords()
    {
        OutboundMessage[] messages = [Of("location"), Of("code template"), Message.Template("t", "en").AsMarketing().Build()];

        Snapshot.MatchText(string.Join('\n', messages.Select(message =>
            Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson(Recipient.Group("group"))).Message)));
    }

    [Theory]
    [InlineData("pix")]
    [InlineData("boleto")]
    [InlineData("link")]
    public void PaymentRequestButton_EachWay_IsWritten(string way)
    {
        (PaymentSetting setting, string written) = way switch
        {
            "pix" => (PaymentSetting.PixDynamicCode("00020126"), """{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"00020126"}}"""),
            "boleto" => (PaymentSetting.Boleto("0339"), """{"type":"boleto","boleto":{"digitable_line":"0339"}}"""),
            _ => (PaymentSetting.Link(
                "https://shop.example/pay"), """{"type":"payment_link","payment_link":{"uri":"https://shop.example/pay"}}"""),
        };

        string json = System.Text.Encoding.UTF8.GetString(
            Message.Template("t", "pt_BR").PaymentRequestButton(0, setting).Build().ToJson("+5511987654321"));

        Assert.Contains(
            """{"type":"button","sub_type":"payment_request","index":"0","parameters":[{"type":"action","action":{"payment_request":"""
                + """{"payment_setting":"""
                + written + "}}}]}",
            json, StringComparison.Ordinal);
    }

    [Fact]
    public void PaymentRequestButton_ByCardOrTwiceTheSameWay_IsTold()
    {
        Message.Template("t", "pt_BR")
            .PaymentRequestButton(0, PaymentSetting.OffsiteCard("1234", "card"))
            .PaymentRequestButton(1, PaymentSetting.Boleto("0339"))
            .PaymentRequestButton(2, PaymentSetting.Boleto("0340"))
            .PaymentRequestButton(3, PaymentSetting.PixDynamicCode("00020126"))
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        const string Setting = "parameters[0].action.payment_request.payment_setting";
        Assert.Equal(
            [
                ($"template.components[0].{Setting}.type", ViolationRule.NotAllowed), ("template.components", ViolationRule.MaxCount),
                ($"template.components[2].{Setting}.type", ViolationRule.NotUnique),
            ],
            violations.Select(violation => (violation.Path, violation.Rule)));
    }

    [Fact]
    public void OneTimePassword_StandsInBodyAndButton()
    {
        string json =
            System.Text.Encoding.UTF8.GetString(Message.Template("t", "en").OneTimePassword("J$FpnYnP").Build().ToJson("+16505551234"));

        Assert.Contains("""{"type":"body","parameters":[{"type":"text","text":"J$FpnYnP"}]}""", json, StringComparison.Ordinal);
        Assert.Contains(
            """{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"J$FpnYnP"}]}""",
            json,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneTimePassword_SetAgain_ReplacesItsOwnButtonOnly() => Assert.Equal(
        Message.Template("t", "en").UrlButton(1, "help").QuickReplyButton(2, "stop")
            .OneTimePassword("222222").Build().ToJson("+16505551234"),
        Message.Template("t", "en").UrlButton(0, "dropped").UrlButton(1, "help").QuickReplyButton(2, "stop")
            .OneTimePassword("111111").OneTimePassword("222222").Build().ToJson("+16505551234"));

    [Fact]
    public void OneTimePassword_BesideAnotherButtonAtItsPlace_IsTold() => Assert.Equal(
        "template.components[2].index", PathOf(Message.Template("t", "en").QuickReplyButton(0, "stop").OneTimePassword("222222")));

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void OneTimePassword_ItsLength_IsLimited(int length, bool isTaken) =>
        Assert.Equal(isTaken, Message.Template("t", "en").OneTimePassword(new string('1', length)).TryBuild(out _, out _));

    [Fact]
    public void FlowButton_WithoutTokenAndData_WritesNoEmptyAction()
    {
        string json = System.Text.Encoding.UTF8.GetString(Message.Template("t", "en").FlowButton(0).Build().ToJson("+16505551234"));

        Assert.Contains("""{"type":"button","sub_type":"flow","index":"0"}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitedTimeOffer_ThatHasEnded_IsToldWhenBuiltAndWhenSent()
    {
        ManualClock clock = new() { Now = DateTimeOffset.UnixEpoch };
        TemplateMessageBuilder builder = Message.Template("t", "en").LimitedTimeOffer(DateTimeOffset.UnixEpoch.AddHours(1));
        TemplateMessage message = builder.Build(clock);
        clock.Now = DateTimeOffset.UnixEpoch.AddHours(1);

        Assert.Throws<WhatsCommerceValidationException>(() => builder.Build(clock));
        Violation violation =
            Assert.Single(Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson("+16505551234")).Violations);
        Assert.Equal("template.components[0].parameters[0].limited_time_offer.expiration_time_ms", violation.Path);
    }

    [Fact]
    public void ToJson_OfferAndOrdersThatHaveExpiredSince_AreEachToldAtTheirPlace()
    {
        ManualClock clock = new() { Now = DateTimeOffset.UnixEpoch };
        DateTimeOffset end = DateTimeOffset.UnixEpoch.AddHours(1);
        TemplateMessage message = Message.Template("t", "en").Body("Pablo").LimitedTimeOffer(end)
            .Card(card => card.Image(MediaSource.FromId("1")).OrderDetailsButton(0, "a-1", Order))
            .Card(card => card.Image(MediaSource.FromId("1")).OrderDetailsButton(0, "a-2", Order))
            .OrderDetailsButton(0, "a-3", Order)
            .Build(clock);
        clock.Now = end;

        Assert.Equal(
            [
                "template.components[1].parameters[0].limited_time_offer.expiration_time_ms",
                "template.components[2].cards[0].components[1].parameters[0].action.order_details.order.expiration.timestamp",
                "template.components[2].cards[1].components[1].parameters[0].action.order_details.order.expiration.timestamp",
                "template.components[3].parameters[0].action.order_details.order.expiration.timestamp",
            ],
            Assert.Throws<WhatsCommerceValidationException>(() => message.ToJson("+16505551234")).Violations
                .Select(violation => violation.Path));

        void Order(OrderDetailsBuilder order) => order
            .DigitalGoods().Item("aloe", "Aloe", new Money(20m, "INR")).Payment(PaymentSetting.Razorpay("main")).Expires(end, "Soon");
    }

    public static TheoryData<string> NoSources =>
        [
            "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
            "https://scontent.xx.fbcdn.net/a.jpg",
            "https://mmg.whatsapp.net/d/f/a.enc",
            "https://scontent.cdninstagram.com/a.jpg"];

    [Theory, MemberData(nameof(NoSources))]
    public void Build_LinkToMetasOwnHost_IsTold(string link) => Assert.Equal(
        ["image", "interactive.header.image", "template.components[0].parameters[0].image"],
        new[]
        {
            PathOf(Message.Image(MediaSource.FromLink(link))),
            PathOf(Message.Buttons().Header(MessageHeader.Image(MediaSource.FromLink(link))).Body("Hi").Button("a", "A")),
            PathOf(Message.Template("t", "en").ImageHeader(MediaSource.FromLink(link))),
        });

    [Fact]
    public void Build_MediaIdThatIsAnAddress_IsTold() =>
        Assert.Equal("image", PathOf(Message.Image(MediaSource.FromId("https://shop.example/a.jpg"))));

    private static string PathOf<TMessage>(MessageBuilder<TMessage> builder)
        where TMessage : OutboundMessage
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return Assert.Single(violations).Path;
    }

    private sealed class ManualClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    public static TheoryData<string> ForGroups => ["text", "image", "sticker", "template", "template of an offer", "raw"];

    [Theory, MemberData(nameof(ForGroups))]
    public void ToJson_TextMediaOrTemplateToAGroup_IsTaken(string kind) => Assert.NotEmpty(Of(kind).ToJson(Recipient.Group("group")));

    public static TheoryData<string> NotForGroups => ["location", "reaction", "catalog", "buttons", "catalog template", "code template"];

    [Theory, MemberData(nameof(NotForGroups))]
    public void ToJson_AnythingElseToAGroup_IsTold(string kind) => Assert.All(
        Assert.Throws<WhatsCommerceValidationException>(() => Of(kind).ToJson(Recipient.Group("group"))).Violations,
        violation => Assert.Equal(ViolationRule.NotAllowed, violation.Rule));

    private static OutboundMessage Of(string kind) => kind switch
    {
        "text" => Text,
        "image" => Message.Image(MediaSource.FromId("1")).Build(),
        "sticker" => Message.Sticker(MediaSource.FromId("1")).Build(),
        "template" => Message.Template("t", "en").ImageHeader(MediaSource.FromId("1")).Body("a").QuickReplyButton(0, "a").Build(),
        "template of an offer" => Message.Template("t", "en").Header("a").Body("b").LimitedTimeOffer(DateTimeOffset.MaxValue)
            .TapTarget("https://shop.example", "Shop").CopyCodeButton(0, "25OFF").UrlButton(1, "a").Build(),
        "raw" => Message.Raw("hologram", JsonElement.Parse("{}")).Build(),
        "location" => Message.Location(1, 1).Build(),
        "reaction" => Message.Reaction("wamid.A", "👍").Build(),
        "catalog" => Message.Catalog().Body("Hi").Build(),
        "buttons" => Message.Buttons().Body("Hi").Button("a", "A").Build(),
        "catalog template" => Message.Template("t", "en").CatalogButton(0).Build(),
        "code template" => Message.Template("t", "en").OneTimePassword("123456").Build(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
