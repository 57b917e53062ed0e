using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>What holds for every field besides messages.</summary>
public sealed class FieldTests
{
    /// <summary>A value of each field, and the types of the events that it becomes.</summary>
    public static TheoryData<string, string, string> Values() => new()
    {
        { "message_template_status_update", """{"event":"APPROVED","message_template_id":7}""", "TemplateStatusEvent" },
        { "message_template_quality_update", """{"new_quality_score":"RED","message_template_id":7}""", "TemplateQualityEvent" },
        { "message_template_components_update", """{"message_template_element":"Hi"}""", "TemplateComponentsEvent" },
        { "template_category_update", """{"new_category":"UTILITY"}""", "TemplateCategoryEvent" },
        { "account_update", """{"event":"VERIFIED_ACCOUNT"}""", "AccountUpdateEvent" },
        { "account_alerts", """{"entity_id":"1"}""", "AccountAlertEvent" },
        { "account_review_update", """{"decision":"APPROVED"}""", "AccountReviewEvent" },
        { "business_capability_update", """{"max_phone_numbers_per_waba":25}""", "BusinessCapabilityEvent" },
        { "phone_number_quality_update", """{"event":"FLAGGED"}""", "PhoneNumberQualityEvent" },
        { "phone_number_name_update", """{"decision":"APPROVED"}""", "PhoneNumberNameEvent" },
        { "security", """{"event":"PIN_CHANGED"}""", "SecurityEvent" },
        { "payment_configuration_update", """{"status":"Active"}""", "PaymentConfigurationEvent" },
        { "partner_solutions", """{"solution_id":"1"}""", "PartnerSolutionEvent" },
        { "business_username_updates", """{"status":"deleted"}""", "BusinessUsernameEvent" },
        { "business_username_update", """{"status":"reserved"}""", "BusinessUsernameEvent" },
        { "flows", """{"event":"FLOW_STATUS_CHANGE"}""", "FlowEvent" },
        { "user_preferences", """{"user_preferences":[{"value":"stop"},{"value":"resume"}]}""", "UserPreferenceEvent UserPreferenceEvent" },
        { "automatic_events", """{"automatic_events":[{"event_name":"Purchase"}]}""", "AutomaticEvent" },
        { "smb_app_state_sync", """{"state_sync":[{"action":"add"},{"action":"remove"}]}""", "ContactSyncEvent ContactSyncEvent" },
        { "smb_message_echoes", $$"""{"message_echoes":[{{Bodies.Text()}}]}""", "MessageEchoEvent" },
        {
            "history",
            $$"""{"history":[{"threads":[]}],"messages":[{{Bodies.Text()}}],"message_echoes":[{{Bodies.Text(id: "wamid.echo")}}]}""",
            "HistoryEvent HistoryMessageEvent HistoryMessageEvent"
        },
        { "calls", """{"calls":[{"id":"c","event":"connect"}],"statuses":[{"id":"c","status":"RINGING"}]}""", "CallEvent CallStatusEvent" },
        { "group_lifecycle_update", """{"groups":[{"type":"group_create"}]}""", "GroupLifecycleEvent" },
        { "group_participants_update", """{"groups":[{"type":"group_participants_add"}]}""", "GroupParticipantsEvent" },
        { "group_settings_update", """{"groups":[{"type":"group_settings_update"}]}""", "GroupSettingsEvent" },
        { "group_status_update", """{"groups":[{"type":"group_suspend"}]}""", "GroupStatusEvent" },
        { "standby", $$$"""{"standby":{"messages":[{{{Bodies.Text()}}}]}}""", "StandbyEvent" },
        { "messaging_handovers", """{"type":"control_taken"}""", "HandoverEvent" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_Field_BecomesItsEvents(string field, string value, string types)
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Bodies.Envelope($$"""{"field":"{{field}}","value":{{value}}}""")).Events;

        Assert.Equal(types, string.Join(' ', events.Select(e => e.GetType().Name)));
        Assert.All(events, e => Assert.Equal((field, "427019853661240"), (e.Field, e.BusinessAccountId.Value)));
        Assert.All(events, e => Assert.NotEqual(0, e.RawJson.Length));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_FieldAfterItsValue_BecomesTheSameEvents(string field, string value, string types)
    {
        IReadOnlyList<WebhookEvent> before = Bodies.Parse(Bodies.Envelope($$"""{"field":"{{field}}","value":{{value}}}""")).Events;
        IReadOnlyList<WebhookEvent> after = Bodies.Parse(Bodies.Envelope(Bodies.Change(value, field))).Events;

        Assert.Equal(types, string.Join(' ', after.Select(e => e.GetType().Name)));
        Assert.Equal(before.Select(Describe), after.Select(Describe));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_ValueThatIsNoObject_IsMalformedAndItsNeighbourIsNot(string field, string value, string types)
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Bodies.Envelope(Bodies.Change("[1]", field), Bodies.Change(value, field))).Events;

        MalformedEvent malformed = Assert.IsType<MalformedEvent>(events[0]);
        Assert.Equal("entry[0].changes[0].value", malformed.Path);
        Assert.Equal(types, string.Join(' ', events.Skip(1).Select(e => e.GetType().Name)));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_AnotherShapeAltogether_IsUnknownWithAllItsMembers(string field, string value, string types)
    {
        Assert.NotEmpty(value + types);
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(Bodies.Change("""{"new_shape":{"a":1},"x":2}""", field)));

        Assert.Equal(field, unknown.Type);
        Assert.Equal(["new_shape", "x"], unknown.AdditionalProperties.Select(member => member.Key));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_MembersOfTomorrow_AreKept(string field, string value, string types)
    {
        string body = Bodies.Envelope(Bodies.Change(value.Insert(1, "\"tomorrow\":1,"), field));

        IReadOnlyList<WebhookEvent> events = Bodies.Parse(body).Events;

        Assert.Equal(types, string.Join(' ', events.Select(e => e.GetType().Name)));
        Assert.True(
            events[0].AdditionalProperties.Contains("tomorrow") || events[0].Change.AdditionalProperties.Contains("value.tomorrow"));
    }

    [Theory]
    [InlineData("""{"id":"1","time":1762426900,"changes":[{"value":{"event":"PIN_CHANGED"},"field":"security"}]}""")]
    [InlineData("""{"changes":[{"value":{"event":"PIN_CHANGED"},"field":"security"}],"time":"1762426900","id":"1"}""")]
    [InlineData(
        """{"changes":[{"value":{"groups":[{"type":"group_suspend","timestamp":"TIMESTAMP"}]},"field":"group_status_update"}]"""
            + ""","time":1762426900}""")]
    public void Parse_NoTimeOfItsOwn_TakesTheTimeOfTheEntry(string entry) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), Bodies.ParseOne(Bodies.Entries(entry)).Timestamp);

    [Theory]
    [InlineData("calls", """{"calls":[{"id":"c","event":"connect"#}]}""")]
    [InlineData("messaging_handovers", """{"type":"control_taken"#}""")]
    [InlineData("smb_message_echoes", """{"message_echoes":[{"id":"w","type":"text","text":{"body":"x"}#}]}""")]
    [InlineData("history", """{"message_echoes":[{"id":"w","type":"text","text":{"body":"x"}#}]}""")]
    [InlineData("history", """{"messages":[{"id":"w","type":"text","text":{"body":"x"}#}]}""")]
    [InlineData("standby", """{"standby":{"message_echoes":[{"id":"w"#}]}}""")]
    public void Parse_EventWithOrWithoutATime_TakesItsOwnBeforeThatOfTheEntry(string field, string value)
    {
        DateTimeOffset? TimeWith(string timestamp) => Bodies.ParseOne(Bodies.Entries($$"""
            {"time":1762426900,"changes":[{{Bodies.Change(value.Replace("#", timestamp, StringComparison.Ordinal), field)}}]}
            """)).Timestamp;

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), TimeWith(""));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426800), TimeWith(",\"timestamp\":\"1762426800\""));
    }

    [Theory]
    [InlineData("\"2\"", "2")]
    [InlineData("\" \"", "1")]
    [InlineData("null", "1")]
    public void Parse_ValueWithANumberOfItsOwn_TakesItBeforeThatOfTheMetadata(string number, string expected)
    {
        const string metadata = "\"metadata\":{\"display_phone_number\":\"1\"}";
        string own = $"\"display_phone_number\":{number}";
        foreach (string members in (string[])[$"{metadata},{own}", $"{own},{metadata}"])
        {
            SecurityEvent e = Bodies.ParseOne<SecurityEvent>(Bodies.Envelope(Bodies.Change($$"""{{{members}},"event":"x"}""", "security")));

            Assert.Equal(expected, e.DisplayPhoneNumber);
        }
    }

    [Fact]
    public void Parse_WholeValue_IsTheRawJsonOfItsEvent() => Assert.Equal(
        """{"event":"PIN_CHANGED"}""",
        Encoding.UTF8.GetString(Bodies.ParseOne(Bodies.Envelope(Bodies.Change("""{"event":"PIN_CHANGED"}""", "security"))).RawJson.Span));

    [Theory]
    [InlineData("calls", "calls", """{"event":"connect"}""", ".id")]
    [InlineData("calls", "calls", """{"id":"c"}""", ".event")]
    [InlineData("calls", "statuses", """{"id":"c"}""", ".status")]
    [InlineData("group_status_update", "groups", """{"x":1}""", "")]
    [InlineData("user_preferences", "user_preferences", """{"x":1}""", "")]
    [InlineData("history", "history", """{"x":1}""", "")]
    [InlineData("smb_message_echoes", "message_echoes", """{"type":"text","id":"w","text":{}}""", ".text.body")]
    [InlineData("history", "messages", """{"type":"text","id":"w","text":{}}""", ".text.body")]
    [InlineData("history", "message_echoes", """{"type":"text","id":"w","text":{}}""", ".text.body")]
    public void Parse_ItemThatDoesNotFit_IsMalformedAndItsNeighboursAreNot(string field, string array, string item, string where)
    {
        string body = Bodies.Envelope(Bodies.Change($$"""{"{{array}}":[1,{{item}},2]}""", field));

        Assert.Equal(
            [
                $"entry[0].changes[0].value.{array}[0]",
                $"entry[0].changes[0].value.{array}[1]{where}",
                $"entry[0].changes[0].value.{array}[2]"],
            Bodies.Parse(body).Events.Select(e => Assert.IsType<MalformedEvent>(e).Path));
    }

    [Theory]
    [InlineData("calls", """{"calls":[{"event":"connect"}]}""", "There is no id of the call.")]
    [InlineData("calls", """{"calls":[{"id":"c","event":" "}]}""", "There is no event of the call.")]
    [InlineData("history", """{"history":[{"x":1}]}""", "None of its members is one that such an item has.")]
    [InlineData("group_status_update", """{"groups":[{"x":1}]}""", "None of its members is one that such an item has.")]
    public void Parse_ItemThatDoesNotFit_SaysWhy(string field, string value, string reason) =>
        Assert.Equal(reason, Bodies.ParseOne<MalformedEvent>(Bodies.Envelope(Bodies.Change(value, field))).Reason);

    [Theory]
    [InlineData("""{"calls":[#1],"calls":[#2]}""")]
    [InlineData("""{"calls":[#1],"calls":[#1],"calls":[#2]}""")]
    [InlineData("""{"calls":[#1],"statuses":null,"calls":[#2],"contacts":[]}""")]
    public void Parse_ItemsThatCameMoreThanOnce_TheLastOnesCount(string value)
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(
            value.Replace("#1", """{"id":"1","event":"connect"},7""", StringComparison.Ordinal)
                .Replace("#2", """{"id":"2","event":"connect"}""", StringComparison.Ordinal),
            "calls")));

        Assert.Equal("2", call.CallId);
    }

    [Theory]
    [InlineData("""{"contacts":[#],"calls":[@]}""")]
    [InlineData("""{"calls":[@],"contacts":[#]}""")]
    [InlineData("""{"calls":[@],"contacts":[{"wa_id":"1"}],"contacts":[#]}""")]
    public void Parse_ContactsBeforeOrAfterTheirItems_NameThemAndAreNotKept(string value)
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(
            value.Replace("#", """{"wa_id":"1","profile":{"name":"Ann"}}""", StringComparison.Ordinal)
                .Replace("@", """{"id":"c","event":"connect","from":"1"}""", StringComparison.Ordinal),
            "calls")));

        Assert.Equal("Ann", call.Customer.ProfileName);
        Assert.Empty(call.Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_ArrayThatIsNone_IsMalformed() => Assert.Equal(
        "entry[0].changes[0].value.groups",
        Bodies.ParseOne<MalformedEvent>(Bodies.Envelope(Bodies.Change("""{"groups":{}}""", "group_status_update"))).Path);

    private static string Describe(WebhookEvent e) => $"{e} {Encoding.UTF8.GetString(e.RawJson.Span)} {e.AdditionalProperties}";
}
