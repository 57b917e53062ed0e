using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>Messages that are not to be answered: echoes, the past, and conversations that others handle.</summary>
public sealed class CopiedMessageTests
{
    private const string Business =
        """{"from":"15550170101","id":"wamid.b","timestamp":"1762426800","type":"text","text":{"body":"Here it is."}@}""";

    [Theory]
    [InlineData("")]
    [InlineData(",\"contacts\":[{\"wa_id\":\"16505550142\",\"user_id\":\"US.1\",\"profile\":{\"username\":\"@renee\"}}]")]
    public void Parse_Echo_IsOfWhomItWasWrittenTo(string contacts)
    {
        string echo = Business.Replace("@", ",\"to\":\"16505550142\",\"to_user_id\":\"US.1\",\"tomorrow\":1", StringComparison.Ordinal);

        MessageEchoEvent e =
            Bodies.ParseOne<MessageEchoEvent>(Change("smb_message_echoes", $$"""{"message_echoes":[{{echo}}]{{contacts}}}"""));

        TextEvent text = Assert.IsType<TextEvent>(e.Message);
        Assert.Equal(("wamid.b", "15550170101", "Here it is."), (e.Id.Value, e.From, text.Text));
        Assert.Equal(("16505550142", "US.1"), (e.Customer.WaId, e.Customer.UserId.Value));
        Assert.Equal(contacts.Length > 0 ? "@renee" : null, e.Customer.Username);
        Assert.Equal(e.Customer, text.Customer);
        Assert.Equal(["tomorrow"], text.AdditionalProperties.Select(member => member.Key));
    }

    [Theory]
    [InlineData("""{"id":"16505550142","context":{"user_id":"US.1","username":"@renee"},"messages":[#]}""")]
    [InlineData("""{"messages":[#],"context":{"user_id":"US.1","username":"@renee"},"id":"16505550142"}""")]
    public void Parse_History_SaysWhoseEachMessageIs(string thread)
    {
        string messages = Business.Replace("@", ",\"history_context\":{\"status\":\"READ\"}", StringComparison.Ordinal)
            + "," + Bodies.Text(
                "Thanks!") + ",7,{\"id\":\"wamid.m\",\"type\":\"media_placeholder\",\"from\":\"15550170101\","
                    + "\"history_context\":{\"status\":\"PLAYED\",\"more\":1}}";
        string value =
            $$$"""{"history":[{"threads":[{{{thread.Replace("#", messages, StringComparison.Ordinal)}}}],"metadata":"""
                + $$$"""{"phase":0,"chunk_order":1,"progress":55}}]}""";

        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Change("history", value)).Events;

        MalformedEvent malformed = Assert.IsType<MalformedEvent>(events[0]);
        Assert.Equal("entry[0].changes[0].value.history[0].threads[0].messages[2]", malformed.Path);
        HistoryEvent history = Assert.IsType<HistoryEvent>(events[1]);
        Assert.Equal((0, 1, 55), (history.Phase, history.ChunkOrder, history.Progress));
        HistoryThread read = Assert.Single(history.Threads);
        Assert.Equal(("16505550142", "US.1", "@renee"), (read.Customer.WaId, read.Customer.UserId.Value, read.Customer.Username));
        Assert.Equal(
            [(false, "READ"), (true, null), (false, "PLAYED")],
            read.Messages.Select(message => (message.IsFromCustomer, message.Status.Value)));
        Assert.All(read.Messages, message => Assert.Equal(read.Customer, message.Message.Customer));
        Assert.Equal("Thanks!", Assert.IsType<TextEvent>(read.Messages[1].Message).Text);
        Assert.Equal(["history_context.more"], read.Messages[2].Message.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Parse_HistoryThatIsNotShared_SaysWhy()
    {
        HistoryEvent history =
            Bodies.ParseOne<HistoryEvent>(Change("history", """{"history":[{"errors":[{"code":2593109,"title":"off"}]}]}"""));

        Assert.Equal(2593109, Assert.Single(history.Errors).Code);
        Assert.Empty(history.Threads);
    }

    [Fact]
    public void Parse_ContentsOfThePast_AreNoMessagesToAnswer()
    {
        string echo = Business.Replace("@", ",\"to\":\"16505550142\"", StringComparison.Ordinal);
        string value = $$"""{"messages":[{{Bodies.Text()}}],"message_echoes":[{{echo}}],"contacts":[{{Bodies.Contact}}]}""";

        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Change("history", value)).Events;

        Assert.All(events, e => Assert.Equal("16505550142", Assert.IsType<HistoryMessageEvent>(e).Customer.WaId));
        Assert.Equal([true, false], events.Select(e => ((HistoryMessageEvent)e).IsFromCustomer));
        Assert.Equal(["wamid.text", "wamid.b"], events.Select(e => ((HistoryMessageEvent)e).Id.Value));
    }

    [Theory]
    [InlineData("add", "Pablo Morales")]
    [InlineData("remove", null)]
    public void Parse_ContactOfTheApp_IsTheCustomer(string action, string? name)
    {
        string names = name is null ? "" : $"\"full_name\":\"{name}\",\"first_name\":\"Pablo\",";
        ContactSyncEvent contact = Bodies.ParseOne<ContactSyncEvent>(Change("smb_app_state_sync", $$$"""
            {"state_sync":[{"type":"contact","contact":{{{{names}}}"phone_number":"16505550142"},"action":"{{{action}}}",
            "metadata":{"timestamp":"1762426800"}}]}
            """));

        Assert.Equal((action, name, "16505550142"), (contact.Action.Value, contact.FullName, contact.Customer.WaId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426800), contact.Timestamp);
        Assert.DoesNotContain("Pablo", contact.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Standby_WrapsWhatItObserves()
    {
        string value = $$$"""
            {"messaging_product":"whatsapp","metadata":{{{Bodies.Metadata}}},
            "standby":{"contacts":[{{{Bodies.Contact}}}],"messages":[{{{Bodies.Text()}}}],"statuses":[{{{Bodies.Status()}}},3],
            "message_echoes":[{"id":"wamid.e","timestamp":"1762426800",
            "message":{"to":"16505550142","type":"text","text":{"body":"secret"}},"template":{}}]}}
            """;

        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Change("standby", value)).Events;

        Assert.Equal(
            [typeof(TextEvent), typeof(StatusEvent), typeof(MessageEchoEvent)],
            events.OfType<StandbyEvent>().Select(e => e.Observed.GetType()));
        Assert.All(
            events.OfType<StandbyEvent>(), e => Assert.Equal(("16505550142", "113907458826031"), (e.Customer.WaId, e.PhoneNumberId.Value)));
        Assert.Equal("entry[0].changes[0].value.standby.statuses[1]", Assert.Single(events.OfType<MalformedEvent>()).Path);
        Assert.Equal(
            ["message.text", "template"], events.OfType<StandbyEvent>().Last().Observed.AdditionalProperties.Select(member => member.Key));
        Assert.All(events, e => Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_Handover_SaysWhoAnswersNow()
    {
        HandoverEvent handover = Bodies.ParseOne<HandoverEvent>(Change("messaging_handovers", """
            {"sender":{"phone_number":"16505550142"},"recipient":{"phone_number_id":"113907458826031","display_phone_number":"15550170101"},
            "type":"control_passed","timestamp":"1762426800",
            "control_passed":{"previous_owner_role":"ai_agent","new_owner_role":"escalation","metadata":"Wants a person",
            "conversation_context":{"type":"summary","summary":{"text":"Asked twice."}}}}
            """));

        Assert.Equal(
            (HandoverKind.ControlPassed, ConversationRole.AiAgent, ConversationRole.Escalation),
            (handover.Kind, handover.PreviousOwner, handover.NewOwner));
        Assert.Equal(
            ("16505550142", "113907458826031", "15550170101"),
            (handover.Customer.WaId, handover.PhoneNumberId.Value, handover.DisplayPhoneNumber));
        Assert.Equal(("Wants a person", "Asked twice."), (handover.Note, handover.Summary));
        Assert.Empty(handover.AdditionalProperties);
    }

    [Fact]
    public void Identity_OfCopies_IsThatOfTheMessage()
    {
        WebhookEvent echo =
            Bodies.ParseOne(Change("smb_message_echoes", $$"""{"metadata":{{Bodies.Metadata}},"message_echoes":[{{Bodies.Text()}}]}"""));

        Assert.Equal(Bodies.ParseOne(Bodies.Messages(Bodies.Text())).Identity, echo.Identity);
        Assert.Equal("smb_message_echoes", echo.Field);
    }

    private static string Change(string field, string value) => Bodies.Envelope(Bodies.Change(value, field));
}
