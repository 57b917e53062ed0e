using System.Text;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Texts that a builder changes because the app asked for that, and what tells of it.</summary>
public class TextAdjustmentTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Theory]
    [InlineData("one line", "one line")]
    [InlineData("a    b", "a    b")]
    [InlineData("a     b", "a b")]
    [InlineData("a\nb", "a b")]
    [InlineData("a \r\n\r\n b\tc", "a b c")]
    [InlineData("\na b\n", "a b")]
    [InlineData("  a\u2028b", "  a b")]
    [InlineData("\n", "")]
    [InlineData("", "")]
    public void Flatten_AText_LeavesWhatMetaTakes(string text, string expected) => Assert.Equal(expected, AdjustedText.Flatten(text));

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123 456", "123…")]
    [InlineData("🍎🍎🍎🍎🍎", "🍎🍎🍎🍎🍎")]
    [InlineData("🍎🍎🍎🍎🍎🍎", "🍎🍎🍎🍎…")]
    [InlineData("ab👨‍👩‍👧de", "ab…")]
    public void Shorten_ToFive_CutsBetweenCharacters(string text, string expected) =>
        Assert.Equal(expected, AdjustedText.Shorten(text, 5));

    [Fact]
    public void Shorten_TextThatBeginsWithHalfACharacter_IsLeftForItsViolation() =>
        Assert.Equal("\ude00bcdef", AdjustedText.Shorten("\ude00bcdef", 5));

    [Fact]
    public void FlattenParameters_TextsInHeaderBodyAndCards_AreOnOneLine()
    {
        TemplateMessage message = Message.Template("offer", "en_US")
            .Header("July\noffer")
            .Body("Pablo", "Main St 1\r\nSpringfield")
            .Card(card => card.Product("146265584024623", "apple-1kg").Body("Red\tapples"))
            .Card(card => card.Product("146265584024623", "pear-1kg").Body("Pears"))
            .FlattenParameters()
            .Build();

        string json = Encoding.UTF8.GetString(message.ToJson(TestClient.To));

        Assert.Contains("\"July offer\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Main St 1 Springfield\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Red apples\"", json, StringComparison.Ordinal);
        Assert.Equal(
            [
                "template.components[0].parameters[0].text",
                "template.components[1].parameters[1].text",
                "template.components[2].cards[0].components[1].parameters[0].text",
            ],
            message.Adjustments.Select(one => one.Path));
        Assert.All(message.Adjustments, one => Assert.Equal(TextAdjustmentKind.Flattened, one.Kind));
    }

    [Fact]
    public void FlattenParameters_NothingToFlatten_BuildsTheSameMessage()
    {
        TemplateMessageBuilder builder = Message.Template("offer", "en_US")
            .Body(TemplateParameter.Currency(new Money(25m, "USD")), "Pablo")
            .QuickReplyButton(0, "more")
            .UrlButton(1, "deals");
        byte[] plain = builder.Build().ToJson(TestClient.To);

        TemplateMessage flattened = builder.FlattenParameters().Build();

        Assert.Equal(plain, flattened.ToJson(TestClient.To));
        Assert.Empty(flattened.Adjustments);
    }

    [Fact]
    public void FlattenParameters_NotAskedFor_IsAViolation() =>
        Assert.Throws<WhatsCommerceValidationException>(() => Message.Template("offer", "en_US").Body("a\nb").Build());

    [Fact]
    public void FlattenParameters_TextOfBlanksOnly_IsAViolation() => Assert.Throws<WhatsCommerceValidationException>(
        () => Message.Template("offer", "en_US").Body("\n").FlattenParameters().Build());

    [Fact]
    public void FlattenParameters_NoText_IsAViolation() => Assert.Throws<WhatsCommerceValidationException>(
        () => Message.Template("offer", "en_US").Body(TemplateParameter.Text(null)).FlattenParameters().Build());

    [Fact]
    public void ShortenTitles_OfAList_CutsSectionsRowsAndTheButton()
    {
        string title = new('t', 30);
        ListMessage list = Message.List(title).Body("Choose")
            .Section(title, new ListRow("1", title, "small"), new ListRow("2", "short"))
            .Section("short", new ListRow("3", title))
            .ShortenTitles()
            .Build();

        Assert.Equal(new string('t', 19) + "…", list.Button);
        Assert.Equal(new string('t', 23) + "…", list.Sections[0].Title);
        Assert.Equal(new string('t', 23) + "…", list.Sections[1].Rows[0].Title);
        Assert.Equal(("short", "small"), (list.Sections[0].Rows[1].Title, list.Sections[0].Rows[0].Description));
        Assert.Equal(
            [
                new("interactive.action.button", TextAdjustmentKind.Shortened),
                new("interactive.action.sections[0].title", TextAdjustmentKind.Shortened),
                new("interactive.action.sections[0].rows[0].title", TextAdjustmentKind.Shortened),
                new("interactive.action.sections[1].rows[0].title", TextAdjustmentKind.Shortened),
            ],
            list.Adjustments);
    }

    [Fact]
    public void ShortenTitles_OfOtherMessages_CutsTheirTitles()
    {
        string title = new('t', 30);
        OutboundMessage[] messages =
        [
            Message.Buttons().Body("Choose").Button("1", title).Button("2", "short").ShortenTitles().Build(),
            Message.CallToAction(title, "https://shop.example").Body("Look").ShortenTitles().Build(),
            Message.ProductList("146265584024623").Header("Fresh").Body("Pick")
                .Section(title, "apple-1kg").Section("short", "rye-750g").ShortenTitles().Build(),
        ];

        Assert.Equal(
            [
                "interactive.action.buttons[0].reply.title",
                "interactive.action.parameters.display_text",
                "interactive.action.sections[0].title",
            ],
            messages.Select(message => Assert.Single(message.Adjustments).Path));
    }

    [Fact]
    public void ShortenTitles_TitlesThatBecomeTheSame_AreAViolation() => Assert.Throws<WhatsCommerceValidationException>(
        () => Message.Buttons().Body("Choose").Button("1", new string('t', 30) + "1").Button("2", new string('t', 30) + "2")
            .ShortenTitles().Build());

    [Fact]
    public void ShortenTitles_NotAskedFor_IsAViolation() => Assert.Throws<WhatsCommerceValidationException>(
        () => Message.Buttons().Body("Choose").Button("1", new string('t', 30)).Build());

    [Fact]
    public void Build_AgainAfterAChange_TellsOfItsOwnChangesOnly()
    {
        ReplyButtonsMessageBuilder builder = Message.Buttons().Body("Choose").Button("1", new string('t', 30)).ShortenTitles();

        Assert.Single(builder.Build().Adjustments);
        Assert.Equal(2, builder.Button("2", new string('u', 30)).Build().Adjustments.Count);
    }

    [Fact]
    public async Task SendAsync_AdjustedMessage_TellsInTheReceipt()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Ok()));
        TemplateMessage message = Message.Template("offer", "en_US").Body("a\nb").FlattenParameters().Build();
        SendOptions once = new() { OnceKey = "order 42" };
        CancellationToken cancel = TestContext.Current.CancellationToken;

        MessageReceipt[] receipts =
        [
            await client.Client.Messages.SendAsync(TestClient.To, message, cancellationToken: cancel),
            (await client.Client.Messages.SendWithResponseAsync(TestClient.To, message, cancellationToken: cancel)).Value,
            await client.Client.Messages.SendAsync(TestClient.To, message, once, cancel),
            await client.Client.Messages.SendAsync(TestClient.To, message, once, cancel),
            (await client.Client.Messages.SendWithResponseAsync(TestClient.To, message, once, cancel)).Value,
        ];

        Assert.All(receipts, receipt => Assert.Equal(
            new TextAdjustment("template.components[0].parameters[0].text", TextAdjustmentKind.Flattened),
            Assert.Single(receipt.Adjustments)));
        Assert.EndsWith(
            "Adjustments = Flattened template.components[0].parameters[0].text }", receipts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_OtherMessage_HasNothingToTell()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Ok()));

        Assert.Empty((await client.SendHelloAsync()).Adjustments);
    }
}
