using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>
/// What nobody knows is kept with the path of its object, however deep that is, so that members of one name are told apart.
/// </summary>
public sealed class KeptMembersTests
{
    [Theory]
    [InlineData(
        "calls",
        """{"calls":[{"id":"c","event":"connect","session":{"sdp":"v=0"},"connection":{"webrtc":{"sdp":"v=0"}}}]}""",
        "session.new",
        "connection.webrtc.new",
        "connection.new",
        "new",
        "Change value.new")]
    [InlineData(
        "messaging_handovers",
        """
        {"sender":{"wa_id":"1"},"recipient":{"phone_number_id":"2"},
        "control_passed":{"new_owner_role":"agent","conversation_context":{"type":"summary","summary":{"text":"x"}}}}
        """,
        "sender.new",
        "recipient.new",
        "conversation_context.summary.new",
        "conversation_context.new",
        "control_passed.new",
        "new")]
    [InlineData(
        "messaging_handovers", """{"control_taken":{"new_owner_role":"agent"}}""", "control_taken.new", "new")]
    [InlineData(
        "history",
        """{"history":[{"metadata":{"phase":1},"threads":[{"id":"1","context":{"user_id":"US.1"},"messages":[]}]}]}""",
        "metadata.new",
        "new",
        "Threads[0] context.new",
        "Threads[0] new",
        "Change value.new")]
    [InlineData(
        "standby",
        """{"standby":{"message_echoes":[{"id":"w","message":{"to":"1"}}]}}""",
        "Observed message.new",
        "Observed new",
        "Change value.standby.new",
        "Change value.new")]
    [InlineData(
        "messages",
        """{"statuses":[{"id":"w","status":"read","conversation":{"id":"c","origin":{"type":"service"}}}]}""",
        "Conversation origin.new",
        "Conversation new",
        "new",
        "Change value.new")]
    [InlineData(
        "messages",
        """
        {"statuses":[{"id":"w","status":"captured","payment":{"notes":{"till":"4"},
        "transaction":{"id":"1","method":{"type":"upi"},"error":{"code":"E1"}},"refunds":[{"id":"f"}]}}]}
        """,
        "Payment.Transaction method.new",
        "Payment.Transaction error.new",
        "Payment.Transaction new",
        "Payment.Refunds[0] new",
        "Payment notes.new",
        "Payment new",
        "new",
        "Change value.new")]
    public void Parse_UnknownMemberInEveryObject_IsKeptUnderItsPath(string field, string value, params string[] kept)
    {
        JsonNode body = JsonNode.Parse(value)!;
        foreach (JsonObject members in Rewriting.ObjectsOf(body))
        {
            members["new"] = new JsonArray(1);
        }

        Assert.Equal(kept.Order(StringComparer.Ordinal), KeptOf(field, body.ToJsonString()));
    }

    [Theory]
    [InlineData("calls", """{"calls":[{"id":"c","event":"connect","background":{"sdp":1}}]}""", "background")]
    [InlineData("history", """{"history":[{"threads":[{"products":[{"id":"w","type":"text"}]}]}]}""", "Threads[0] products")]
    [InlineData(
        "messaging_handovers", """{"control_passed":{"conversation_history":{"type":"x"}}}""", "control_passed.conversation_history")]
    public void Parse_UnknownMemberInTheShapeOfAKnownOne_IsKeptWhole(string field, string value, string kept) =>
        Assert.Equal([kept], KeptOf(field, value));

    [Theory]
    [InlineData("calls", """{"calls":[{"id":"c","session":#,"event":"connect"}]}""", "session")]
    [InlineData("calls", """{"calls":[{"id":"c","connection":#,"event":"connect"}]}""", "connection")]
    [InlineData("calls", """{"calls":[{"id":"c","connection":{"webrtc":#},"event":"connect"}]}""", "connection.webrtc")]
    [InlineData("history", """{"history":[{"metadata":#,"threads":[]}]}""", "metadata")]
    [InlineData("history", """{"history":[{"threads":[{"context":#,"id":"1"}]}]}""", "Threads[0] context")]
    [InlineData("messaging_handovers", """{"sender":#,"recipient":{"phone_number_id":"2"}}""", "sender")]
    [InlineData("messaging_handovers", """{"control_taken":#,"type":"control_taken"}""", "control_taken")]
    [InlineData("messaging_handovers", """{"control_passed":#,"type":"control_passed"}""", "control_passed")]
    [InlineData(
        "messaging_handovers",
        """{"control_passed":{"conversation_context":#,"metadata":"x"}}""",
        "control_passed.conversation_context")]
    [InlineData(
        "messaging_handovers",
        """{"control_passed":{"conversation_context":{"summary":#,"type":"x"}}}""",
        "conversation_context.summary")]
    [InlineData("automatic_events", """{"automatic_events":[{"custom_data":#,"id":"w"}]}""", "custom_data")]
    [InlineData("messages", """{"statuses":[{"id":"w","conversation":{"origin":#,"id":"c"},"status":"read"}]}""", "Conversation origin")]
    public void Parse_ValueThatIsNotTheObjectThatBelongsThere_IsKeptWhole(string field, string value, string kept)
    {
        foreach (string wrong in (string[])["7", "\"x\"", "[1,{\"type\":\"x\"}]"])
        {
            Assert.Equal([kept], KeptOf(field, value.Replace("#", wrong, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("calls", """{"calls":[{"id":"c","session":null,"connection":null,"event":"connect"}]}""")]
    [InlineData("calls", """{"calls":[{"id":"c","connection":{"webrtc":null},"event":"connect"}]}""")]
    [InlineData("history", """{"history":[{"metadata":null,"threads":[{"context":null,"id":"1"}]}]}""")]
    [InlineData(
        "messaging_handovers",
        """{"sender":null,"recipient":null,"control_taken":null,"control_passed":{"conversation_context":null,"metadata":"x"}}""")]
    [InlineData("messaging_handovers", """{"control_passed":{"conversation_context":{"summary":null,"type":"x"}}}""")]
    [InlineData("automatic_events", """{"automatic_events":[{"custom_data":null,"id":"w"}]}""")]
    [InlineData("messages", """{"statuses":[{"id":"w","conversation":{"origin":null,"id":"c"},"payment":null,"status":"read"}]}""")]
    [InlineData(
        "messages",
        """
        {"statuses":[{"id":"w","status":"captured",
        "payment":{"amount":null,"currency":null,"transaction":null,"notes":null,"refunds":null}}]}
        """)]
    [InlineData("messages", """{"statuses":[{"id":"w","status":"captured","payment":{"refunds":[{"amount":null,"id":"f"}]}}]}""")]
    public void Parse_NullInPlaceOfAnObject_IsAsIfItWereAbsent(string field, string value) => Assert.Empty(KeptOf(field, value));

    [Fact]
    public void Parse_ListWithItemsThatAreNoTexts_HasTheTextsAndIsKept()
    {
        AccountUpdateEvent update = Bodies.ParseOne<AccountUpdateEvent>(Bodies.Envelope(Bodies.Change(
            """{"waba_info":{"solution_partner_business_ids":["55",null,["56"],{"id":["57"]},66]},"event":"x"}""", "account_update")));

        Assert.Equal(["55", "66"], update.Account!.SolutionPartnerBusinessIds);
        Assert.Equal(["solution_partner_business_ids"], update.Account.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Parse_ListWithItemsThatAreNoObjects_HasTheObjectsAndIsKept()
    {
        AccountUpdateEvent update = Bodies.ParseOne<AccountUpdateEvent>(Bodies.Envelope(Bodies.Change(
            """{"restriction_info":[[{"restriction_type":"A"}],{"restriction_type":"B"},{}],"event":"x"}""", "account_update")));

        Assert.Equal("B", Assert.Single(update.Restrictions).Type.Value);
        Assert.Equal(["restriction_info"], update.AdditionalProperties.Select(member => member.Key));
    }

    // Each kept member with its record, such as "Payment.Refunds[0] new"; those of the event itself without. An observed event has the same
    // change as its event.
    private static IEnumerable<string> KeptOf(string field, string value)
    {
        WebhookNotification notification = Bodies.Parse(Bodies.Envelope(Bodies.Change(value, field)));
        Assert.IsNotType<MalformedEvent>(Assert.Single(notification.Events));
        return EventGraph.Of(notification).Kept.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" = ")[0]
                .Replace("notification.Events[0].", "", StringComparison.Ordinal)
                .Replace(".AdditionalProperties ", " ", StringComparison.Ordinal)
                .Replace("AdditionalProperties ", "", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("Observed.Change ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }
}
