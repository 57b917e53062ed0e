using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>Messages that customers change or take back, and reactions to messages.</summary>
public sealed class EditEventTests
{
    [Fact]
    public void Parse_Edit_HasTheMessageAsItReadsNow()
    {
        EditEvent edit = Parse<EditEvent>("""
            {"from":"16505550142","id":"wamid.edit","timestamp":"1762426800","type":"edit","edit":{"original_message_id":"wamid.first",
            "message":{"type":"image","image":{"id":"7","caption":"Two"},"context":{"id":"wamid.asked"}}}}
            """);
        ImageEvent now = Assert.IsType<ImageEvent>(edit.Message);

        Assert.Equal(("wamid.edit", "wamid.first"), (edit.Id.Value, edit.OriginalMessageId.Value));
        Assert.Equal(("wamid.first", "Two", "wamid.asked"), (now.Id.Value, now.Caption, now.RepliesTo.Value));
        Assert.Equal((edit.Timestamp, edit.PhoneNumberId), (now.Timestamp, now.PhoneNumberId));
        Assert.Same(edit.Customer, now.Customer);
        Assert.StartsWith("""{"type":"image",""", Encoding.UTF8.GetString(now.RawJson.Span), StringComparison.Ordinal);
        Assert.Empty(edit.AdditionalProperties);
    }

    [Fact]
    public void Parse_EditedMessageWithItsOwnIdAndTime_KeepsThem()
    {
        MessageEvent now = Parse<EditEvent>("""
            {"id":"wamid.edit","timestamp":"1762426800","edit":{"original_message_id":"wamid.first",
            "message":{"id":"wamid.own","timestamp":"1762426700","text":{"body":"x"}}}}
            """).Message!;

        Assert.Equal(("wamid.own", DateTimeOffset.FromUnixTimeSeconds(1762426700)), (now.Id.Value, now.Timestamp));
    }

    [Fact]
    public void Parse_EchoOfAnEdit_IsAsAWholeOfWhomItWasWrittenTo()
    {
        const string echo = """
            {"from":"15550170101","to":"16505550142","id":"w","edit":{"original_message_id":"o","message":{"text":{"body":"Two"}}}}
            """;

        EditEvent edit = Assert.IsType<EditEvent>(Bodies.ParseOne<MessageEchoEvent>(Bodies.Envelope(Bodies.Change(
            $$"""{"message_echoes":[{{echo}}],"contacts":[{{Bodies.Contact}}]}""", "smb_message_echoes"))).Message);

        Assert.Equal(("16505550142", "Renée O'Neil"), (edit.Customer.WaId, edit.Customer.ProfileName));
        Assert.Equal(edit.Customer, edit.Message!.Customer);
    }

    [Theory]
    [InlineData("16505550142")]
    [InlineData("15550170101")]
    public void Parse_EditOfThePast_IsAsAWholeOfTheCustomerOfItsThread(string from)
    {
        string message = $$"""{"id":"w","edit":{"original_message_id":"o","message":{"text":{"body":"Two"} } },"from":"{{from}}"}""";

        EditEvent edit = Assert.IsType<EditEvent>(Bodies.ParseOne<HistoryEvent>(Bodies.Envelope(Bodies.Change(
            $$"""{"history":[{"threads":[{"messages":[{{message}}],"id":"16505550142"}]}]}""", "history"))).Threads[0].Messages[0].Message);

        Assert.Equal("16505550142", edit.Customer.WaId);
        Assert.Equal(edit.Customer, edit.Message!.Customer);
    }

    [Theory]
    [InlineData("""{"type":"gift","gift":{}}""")]
    [InlineData("""{"edit":{"original_message_id":"o","message":{"text":{"body":"x"}}}}""")]
    [InlineData("7")]
    [InlineData("""["x",{"text":{"body":"x"}}]""")]
    public void Parse_EditOfAnUnknownKind_KeepsTheMessage(string content)
    {
        EditEvent edit = Parse<EditEvent>($$$"""{"id":"w","edit":{"original_message_id":"o","message":{{{content}}}}}""");

        Assert.Null(edit.Message);
        Assert.Equal(["edit.message"], edit.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_Revoke_NamesTheMessage() =>
        Assert.Equal(
            new MessageId("wamid.first"),
            Parse<RevokeEvent>("""{"id":"w","revoke":{"original_message_id":"wamid.first"}}""").OriginalMessageId);

    [Theory]
    [InlineData(",\"emoji\":\"\\ud83d\\udc4d\"", "👍", false)]
    [InlineData(",\"emoji\":\"\"", "", true)]
    [InlineData("", null, true)]
    public void Parse_Reaction_SaysWhetherItWasTakenAway(string emoji, string? expected, bool isRemoval)
    {
        ReactionEvent reaction = Parse<ReactionEvent>($$$"""{"id":"w","reaction":{"message_id":"wamid.sent"{{{emoji}}}}}""");

        Assert.Equal(("wamid.sent", expected, isRemoval), (reaction.ReactsTo.Value, reaction.Emoji, reaction.IsRemoval));
    }

    [Fact]
    public void Identity_OfEditRevokeAndReaction_IsTheirOwn()
    {
        Assert.Equal("message/113907458826031/e", Parse<EditEvent>("""{"id":"e","edit":{"original_message_id":"o"}}""").Identity);
        Assert.Equal("message/113907458826031/r", Parse<RevokeEvent>("""{"id":"r","revoke":{"original_message_id":"o"}}""").Identity);
        Assert.Equal("message/113907458826031/a", Parse<ReactionEvent>("""{"id":"a","reaction":{"message_id":"o"}}""").Identity);
    }

    private static T Parse<T>(string message)
        where T : WebhookEvent => Bodies.ParseOne<T>(Bodies.Messages(message));
}
