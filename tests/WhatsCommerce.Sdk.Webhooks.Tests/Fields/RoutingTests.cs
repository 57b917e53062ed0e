using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>Conversations that others handle: who took them over, and what can be observed of them.</summary>
public sealed class RoutingTests
{
    private const string Taken = "\"control_taken\":{\"previous_owner_role\":\"agent\",\"new_owner_role\":\"business\"}";

    private const string Passed = "\"control_passed\":{\"new_owner_role\":\"ai_agent\"}";

    [Fact]
    public void Parse_ControlTaken_SaysWhoseTheConversationIs()
    {
        HandoverEvent handover = ParseHandover(Taken);

        Assert.Equal(("agent", "business"), (handover.PreviousOwner.Value, handover.NewOwner.Value));
        Assert.Empty(handover.AdditionalProperties);
    }

    [Theory]
    [InlineData($"{Taken},{Passed}")]
    [InlineData($"{Passed},{Taken}")]
    public void Parse_ControlTakenAndPassed_ThePassedOneCountsAndTheOtherIsKept(string members)
    {
        HandoverEvent handover = ParseHandover(members);

        Assert.Equal((null, ConversationRole.AiAgent), (handover.PreviousOwner.Value, handover.NewOwner));
        Assert.Equal(["control_taken"], handover.AdditionalProperties.Select(member => member.Key));
    }

    [Theory]
    [InlineData($"{Taken},\"control_passed\":null", "business")]
    [InlineData($"{Passed},\"control_taken\":null", "ai_agent")]
    public void Parse_ControlWithANullBesideIt_IsThatWhichIsThere(string members, string owner)
    {
        HandoverEvent handover = ParseHandover(members);

        Assert.Equal(owner, handover.NewOwner.Value);
        Assert.Empty(handover.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"phone_number\":\"1\"", "1", null)]
    [InlineData("\"wa_id\":\"1\",\"phone_number\":\"2\"", "1", null)]
    [InlineData("\"user_id\":\"US.1\"", null, "US.1")]
    [InlineData("\"user_id\":\"US.1\",\"phone_number\":\"1\"", "1", "US.1")]
    public void Parse_SenderOfAHandover_IsTheCustomer(string sender, string? waId, string? userId) => Assert.Equal(
        new Customer { WaId = waId, UserId = userId }, ParseHandover($$"""{{Passed}},"sender":{{{sender}}}""").Customer);

    [Theory]
    [InlineData("\"display_phone_number\":\"1\",\"phone_number_id\":\"71\"", "1", "71")]
    [InlineData("\"display_phone_number\":\" \",\"phone_number_id\":null", "15550170101", "113907458826031")]
    public void Parse_RecipientOfAHandover_IsTheNumberBeforeThatOfTheMetadata(string recipient, string number, string id)
    {
        HandoverEvent handover = ParseHandover($$"""{{Passed}},"metadata":{{Bodies.Metadata}},"recipient":{{{recipient}}}""");

        Assert.Equal((number, id), (handover.DisplayPhoneNumber, handover.PhoneNumberId.Value));
    }

    [Fact]
    public void Parse_ObservedEcho_SaysWhichMessageItIs()
    {
        var standby = Assert.IsType<StandbyEvent>(Assert.Single(ParseStandby(
            """{"standby":{"message_echoes":[{"id":"wamid.e","message":{"to":"1","recipient":"US.1","type":"image"}}]}}""")));

        MessageEchoEvent echo = Assert.IsType<MessageEchoEvent>(standby.Observed);
        Assert.Equal(("wamid.e", "image"), (echo.Id.Value, echo.Type));
        Assert.Equal(new Customer { WaId = "1", UserId = "US.1" }, standby.Customer);
    }

    [Fact]
    public void Parse_ObservedEchoWithoutATime_HasThatOfTheEntry()
    {
        string change = Bodies.Change("""{"standby":{"message_echoes":[{"id":"wamid.e"}]}}""", "standby");

        StandbyEvent standby = Bodies.ParseOne<StandbyEvent>(Bodies.Entries($$"""{"time":1762426900,"changes":[{{change}}]}"""));

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), standby.Observed.Timestamp);
    }

    [Fact]
    public void Parse_ObservedEchoBeforeTheTimeOfTheEntry_HasItAsWell()
    {
        string change = Bodies.Change("""{"standby":{"message_echoes":[{"id":"wamid.e"}]}}""", "standby");

        StandbyEvent standby = Bodies.ParseOne<StandbyEvent>(Bodies.Entries($$"""{"changes":[{{change}}],"time":1762426900}"""));

        Assert.Equal(standby.Timestamp, standby.Observed.Timestamp);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), standby.Timestamp);
    }

    [Theory]
    [InlineData("messages", """{"id":"w","type":"text","text":{}}""", "messages[0].text.body")]
    [InlineData("statuses", """{"id":"w"}""", "statuses[0].status")]
    public void Parse_ObservedItemThatDoesNotFit_IsMalformed(string array, string item, string path)
    {
        WebhookEvent e = Assert.Single(ParseStandby($$$"""{"standby":{"{{{array}}}":[{{{item}}}]}}"""));

        Assert.Equal("entry[0].changes[0].value.standby." + path, Assert.IsType<MalformedEvent>(e).Path);
    }

    [Fact]
    public void Parse_StandbyThatCameTwice_TheLastCounts()
    {
        var standby = Assert.IsType<StandbyEvent>(Assert.Single(ParseStandby(
            $$$"""{"standby":{"messages":[{{{Bodies.Text(id: "w1")}}}]},"standby":{"messages":[{{{Bodies.Text(id: "w2")}}}]}}""")));

        Assert.Equal("w2", Assert.IsType<TextEvent>(standby.Observed).Id.Value);
    }

    private static HandoverEvent ParseHandover(string members) =>
        Bodies.ParseOne<HandoverEvent>(Bodies.Envelope(Bodies.Change($$"""{{{members}}}""", "messaging_handovers")));

    private static IReadOnlyList<WebhookEvent> ParseStandby(string value) =>
        Bodies.Parse(Bodies.Envelope(Bodies.Change(value, "standby"))).Events;
}
