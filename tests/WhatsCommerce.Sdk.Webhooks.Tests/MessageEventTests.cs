using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Texts, questions about a product, and messages that are not typed yet.</summary>
public sealed class MessageEventTests
{
    [Fact]
    public void Parse_Text_HasEveryValue()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages("""
            {"from":"16505550142","id":"wamid.text","group_id":"Y2Fw","timestamp":1762426800,"type":"text",
            "text":{"body":"Hi \ud83d\udc4b"},"context":{"id":"wamid.shown","from":"15550170101"}}
            """));

        Assert.Equal("Hi 👋", text.Text);
        Assert.Equal(new MessageId("wamid.text"), text.Id);
        Assert.Equal(new MessageId("wamid.shown"), text.RepliesTo);
        Assert.Equal("15550170101", text.Context?.From);
        Assert.Equal(new GroupId("Y2Fw"), text.GroupId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426800), text.Timestamp);
    }

    [Theory]
    [InlineData("""{"from":"16505550142","id":"w","group_id":"Y2Fw","text":{"body":"x"}}""", RecipientKind.Group, "Y2Fw")]
    [InlineData("""{"from_user_id":"US.1349","id":"w","group_id":"Y2Fw","text":{"body":"x"}}""", RecipientKind.Group, "Y2Fw")]
    [InlineData("""{"from":"16505550142","id":"w","group_id":"","text":{"body":"x"}}""", RecipientKind.PhoneNumber, "16505550142")]
    [InlineData("""{"from_user_id":"US.1349","id":"w","text":{"body":"x"}}""", RecipientKind.User, "US.1349")]
    public void ToRecipient_MessageOfAGroupOrOfACustomer_IsWhereItWasWritten(string message, RecipientKind kind, string value)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages(message));

        Assert.Equal((kind, value), (text.ToRecipient().Kind, text.ToRecipient().Value));
    }

    [Fact]
    public void ToRecipient_MessageOfAGroup_LeavesTheWayToTheMemberAlone()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            Bodies.Messages("""{"from":"16505550142","id":"w","group_id":"Y2Fw","text":{"body":"x"}}"""));

        Assert.Equal(Recipient.FromWaId("16505550142"), text.Customer.ToRecipient());
    }

    [Fact]
    public void ToRecipient_UnknownMessageOfAGroup_IsTheGroup() =>
        Assert.Equal(
            Recipient.Group("Y2Fw"),
            Bodies.ParseOne<UnknownEvent>(Bodies.Messages("""{"from":"1650","id":"w","group_id":"Y2Fw","type":"poll","poll":{}}"""))
                .ToRecipient());

    [Fact]
    public void Parse_TextWithoutContext_RepliesToNothing() =>
        Assert.False(Bodies.ParseOne<TextEvent>(Bodies.Messages(Bodies.Text())).RepliesTo.HasValue);

    [Theory]
    [InlineData("""{"forwarded":true}""", true, false)]
    [InlineData("""{"frequently_forwarded":"true"}""", false, true)]
    [InlineData("""{"forwarded":false,"frequently_forwarded":null}""", false, false)]
    public void Parse_ContextThatOnlySaysForwarded_IsRead(string context, bool forwarded, bool frequently)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages($$$"""{"id":"w","text":{"body":"x"},"context":{{{context}}}}"""));

        Assert.Equal((forwarded, frequently), (text.Context!.IsForwarded, text.Context.IsFrequentlyForwarded));
        Assert.False(text.RepliesTo.HasValue);
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("\"wamid.shown\"", 1)]
    [InlineData("[{\"id\":\"wamid.shown\"}]", 1)]
    public void Parse_ContextThatIsNoObject_IsNoneAndKeptUnlessNull(string context, int kept)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages($$$"""{"id":"w","context":{{{context}}},"text":{"body":"x"}}"""));

        Assert.Null(text.Context);
        Assert.Equal(kept, text.AdditionalProperties.Count);
    }

    [Theory]
    [InlineData("""{"id":"w","type":"text","text":"hi"}""", ".text", "Expected an object, found a string.")]
    [InlineData("""{"id":"w","type":"text","text":{}}""", ".text.body", "There is no text.")]
    [InlineData("""{"id":"w","type":"text","text":{"body":["x"]}}""", ".text.body", "There is no text.")]
    [InlineData("""{"id":"w","type":"text","text":null}""", ".text", "The type is text, but there is no member text.")]
    [InlineData(
        """{"type":"text","text":{"body":"x"}}""",
        ".id",
        "There is no message id, without which a redelivery cannot be told from a new message.")]
    public void Parse_TextThatDoesNotFit_IsMalformed(string message, string path, string reason)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(Bodies.Messages(message));

        Assert.Equal(("entry[0].changes[0].value.messages[0]" + path, reason), (malformed.Path, malformed.Reason));
    }

    [Fact]
    public void Parse_TextNumberAndEmptyText_AreTexts()
    {
        Assert.Equal("42", Bodies.ParseOne<TextEvent>(Bodies.Messages("""{"id":"w","text":{"body":42}}""")).Text);
        Assert.Equal("", Bodies.ParseOne<TextEvent>(Bodies.Messages("""{"id":"w","text":{"body":""}}""")).Text);
    }

    [Fact]
    public void Parse_TextAboutAProduct_IsAQuestion()
    {
        ProductQuestionEvent question = Bodies.ParseOne<ProductQuestionEvent>(Bodies.Messages(Bodies.Question()));

        Assert.Equal(new CatalogId("318426097713355"), question.CatalogId);
        Assert.Equal(new RetailerId("apple-1kg"), question.RetailerId);
        Assert.Equal("Are these sweet?", question.Text);
        Assert.Null(question.Reply);
        Assert.Equal(new MessageId("wamid.shown"), question.RepliesTo);
        Assert.Equal(new ReferredProduct("318426097713355", "apple-1kg"), question.Context?.ReferredProduct);
        Assert.Empty(question.AdditionalProperties);
    }

    [Fact]
    public void Parse_ButtonAboutAProduct_KeepsWhatWasPressed()
    {
        ProductQuestionEvent question = Bodies.ParseOne<ProductQuestionEvent>(Bodies.Messages(
            Bodies.Question("\"button\":{\"payload\":\"more-1\",\"text\":\"Tell me more\",\"hue\":\"red\"}", "button")));

        Assert.Null(question.Text);
        Assert.Equal((ReplyKind.TemplateButton, "more-1", "Tell me more"), (question.Reply!.Kind, question.Reply.Id, question.Reply.Title));
        Assert.Equal(["hue"], question.Reply.AdditionalProperties.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("\"text\":7", ".text", "Expected an object, found a number.")]
    [InlineData("\"text\":{},\"button\":{\"payload\":\"more\"}", ".text.body", "There is no text.")]
    [InlineData("\"button\":7", ".button", "Expected an object, found a number.")]
    [InlineData("\"text\":{\"body\":\"x\"},\"button\":[]", ".button", "Expected an object, found an array.")]
    public void Parse_QuestionThatDoesNotFit_IsMalformed(string payload, string path, string reason)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(Bodies.Messages(Bodies.Question(payload)));

        Assert.Equal(("entry[0].changes[0].value.messages[0]" + path, reason), (malformed.Path, malformed.Reason));
    }

    [Theory]
    [InlineData("\"text\":{\"body\":\"x\"},\"image\":7,\"origin\":\"x\"", "image", "origin")]
    [InlineData("\"button\":{\"payload\":\"more\"},\"origin\":\"x\",\"image\":{\"id\":\"7\"}", "image", "origin")]
    [InlineData("\"text\":{\"body\":\"x\",\"new\":1},\"button\":{\"payload\":\"more\"}", "text.new")]
    [InlineData("\"interactive\":{\"button_reply\":{\"id\":\"more\"}}")]
    public void Parse_QuestionBesideOtherMembers_KeepsThem(string payload, params string[] kept) =>
        Assert.Equal(
            kept,
            Bodies.ParseOne<ProductQuestionEvent>(Bodies.Messages(Bodies.Question(payload)))
                .AdditionalProperties.Select(pair => pair.Key));

    [Fact]
    public void Parse_FormAboutAProduct_KeepsTheAnswers()
    {
        ProductQuestionEvent question = Bodies.ParseOne<ProductQuestionEvent>(Bodies.Messages(Bodies.Question(
            "\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Sent\","
                + "\"response_json\":\"{\\\"size\\\":\\\"L\\\"}\",\"new\":1}}",
            "interactive")));

        Assert.Equal(
            (ReplyKind.Form, "flow", "Sent", """{"size":"L"}"""),
            (question.Reply!.Kind, question.Reply.Form?.Name, question.Reply.Form?.Body, question.Reply.Form?.ResponseJson));
        Assert.Equal(["new"], question.Reply.Form?.AdditionalProperties.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("""{"button_reply":{"id":"b1","title":"Yes"},"type":"button_reply"}""", "button_reply", null, 0)]
    [InlineData("""{"type":"list_reply","list_reply":{"id":"b1","title":"Yes","description":"Of course"}}""", "list_reply", "Of course", 0)]
    [InlineData("""{"type":"other","button_reply":{"id":"b1","title":"Yes"},"second":{"id":"b2"}}""", "button_reply", null, 1)]
    public void Parse_InteractiveAboutAProduct_KeepsWhatWasChosen(string interactive, string kind, string? description, int kept)
    {
        ProductQuestionEvent question =
            Bodies.ParseOne<ProductQuestionEvent>(Bodies.Messages(Bodies.Question($"\"interactive\":{interactive}", "interactive")));

        Assert.Equal(
            (kind, "b1", "Yes", description),
            (question.Reply!.Kind.Value, question.Reply.Id, question.Reply.Title, question.Reply.Description));
        Assert.Equal(kept, question.Reply.AdditionalProperties.Count);
    }

    [Theory]
    [InlineData("""{"catalog_id":"1"}""", 0)]
    [InlineData("""{"catalog_id":"1","product_retailer_id":""}""", 0)]
    [InlineData("\"apple\"", 1)]
    public void Parse_ReferredProductWithoutAProduct_IsAnOrdinaryText(string product, int kept)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            Bodies.Messages($$$"""{"id":"w","text":{"body":"x"},"context":{"referred_product":{{{product}}}}}"""));

        Assert.Equal(kept, text.Context!.AdditionalProperties.Count);
    }

    [Fact]
    public void Parse_QuestionWithoutMessageId_IsMalformed() =>
        Assert.EndsWith(".id", Bodies.ParseOne<MalformedEvent>(Bodies.Messages("""
            {"type":"button","button":{"text":"x"},"context":{"referred_product":{"product_retailer_id":"a"}}}
            """)).Path, StringComparison.Ordinal);

    [Fact]
    public void Parse_MessageOfAnotherType_IsUnknownWithItsCustomerAndAllMembers()
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Messages("""
            {"from":"16505550142","id":"wamid.gift","timestamp":"1762426801","type":"gift","gift":{"id":"71"},
            "context":{"id":"wamid.shown"},"group_id":"g","referral":{"ref":"spring"}}
            """));

        Assert.Equal("gift", unknown.Type);
        Assert.Equal(new MessageId("wamid.gift"), unknown.MessageId);
        Assert.Equal("spring", unknown.Referral?.Ref);
        Assert.Equal("Renée O'Neil", unknown.Customer.ProfileName);
        Assert.Equal(new MessageId("wamid.shown"), unknown.Context?.MessageId);
        Assert.Equal(new GroupId("g"), unknown.GroupId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426801), unknown.Timestamp);
        Assert.True(unknown.AdditionalProperties.TryGetValue("gift", out var gift));
        Assert.Equal("71", gift.GetProperty("id").GetString());
    }

    [Fact]
    public void Parse_NothingThatIsKnown_KeepsWhatThereIs() =>
        Assert.True(Bodies.ParseOne<UnknownEvent>(Bodies.Messages("""{"anything":1}""")).AdditionalProperties.Contains("anything"));

    [Theory]
    [InlineData("image", "\"odd\"", ".image", "Expected an object, found a string.")]
    [InlineData("button", "\"odd\"", ".button", "Expected an object, found a string.")]
    [InlineData("contacts", "{\"name\":1}", ".contacts", "Expected an array, found an object.")]
    [InlineData("contacts", "[]", ".contacts", "There are no contacts.")]
    [InlineData("contacts", "[{\"vcard\":\"x\"},7]", ".contacts[1]", "Expected an object, found a number.")]
    [InlineData("contacts", "[[{}],{\"vcard\":\"x\"}]", ".contacts[0]", "Expected an object, found an array.")]
    [InlineData("video", "{\"caption\":\"x\"}", ".video.id", "There is no id, without which the file cannot be had.")]
    [InlineData("location", "{\"longitude\":1}", ".location.latitude", "There is no latitude that is a number.")]
    [InlineData("location", "{\"latitude\":1,\"longitude\":\"east\"}", ".location.longitude", "There is no longitude that is a number.")]
    [InlineData("reaction", "{\"emoji\":\"x\"}", ".reaction.message_id", "There is no id of the message reacted to.")]
    [InlineData("revoke", "{}", ".revoke.original_message_id", "There is no id of the original message.")]
    [InlineData("edit", "{\"message\":{}}", ".edit.original_message_id", "There is no id of the original message.")]
    [InlineData(
        "edit", "{\"original_message_id\":\"o\",\"message\":{\"image\":1}}", ".edit.message.image", "Expected an object, found a number.")]
    [InlineData("sticker", "null", ".sticker", "The type is sticker, but there is no member sticker.")]
    public void Parse_PayloadThatDoesNotFit_IsMalformed(string type, string payload, string path, string reason)
    {
        MalformedEvent malformed =
            Bodies.ParseOne<MalformedEvent>(Bodies.Messages($$"""{"id":"w","type":"{{type}}","{{type}}":{{payload}}}"""));

        Assert.Equal(("entry[0].changes[0].value.messages[0]" + path, reason), (malformed.Path, malformed.Reason));
        Assert.Equal(new MessageId("w"), malformed.MessageId);
    }

    [Fact]
    public void Parse_SeveralPayloads_TakesTheSameInAnyOrderAndKeepsTheOthers()
    {
        foreach (string members in (string[])[
            "\"image\":{\"id\":\"7\"},\"location\":{\"latitude\":1},\"video\":1",
            "\"video\":1,\"location\":{\"latitude\":1},\"image\":{\"id\":\"7\"}"])
        {
            ImageEvent image = Bodies.ParseOne<ImageEvent>(Bodies.Messages($$"""{"id":"w","type":"video",{{members}}}"""));

            Assert.Equal(new MediaId("7"), image.MediaId);
            Assert.Equal(["location", "video"], image.AdditionalProperties.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Parse_PayloadTwice_TheLastCounts()
    {
        ImageEvent image = Bodies.ParseOne<ImageEvent>(Bodies.Messages("""{"id":"w","image":{"id":"7","new":1},"image":{"id":"8"}}"""));

        Assert.Equal(new MediaId("8"), image.MediaId);
        Assert.Empty(image.AdditionalProperties);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("253402300800")]
    [InlineData("\"soon\"")]
    [InlineData("1.5")]
    [InlineData("true")]
    public void Parse_TimestampOutsideTheCalendar_IsKeptAsItCame(string timestamp)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages($$$"""{"id":"w","timestamp":{{{timestamp}}},"text":{"body":"x"}}"""));

        Assert.Null(text.Timestamp);
        Assert.True(text.AdditionalProperties.TryGetValue("timestamp", out var kept));
        Assert.Equal(timestamp, kept.Text());
    }
}
