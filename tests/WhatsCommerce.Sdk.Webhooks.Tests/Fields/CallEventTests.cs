using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>Calls and what customers decide about them, marketing and groups.</summary>
public sealed class CallEventTests
{
    private const string Contacts = """
        "contacts":[{"profile":{"name":"Ren\u00e9e","username":"@renee"},"wa_id":"16505550142","user_id":"US.1"}]
        """;

    [Theory]
    [InlineData("BUSINESS_INITIATED", "15550170101", "16505550142")]
    [InlineData("USER_INITIATED", "16505550142", "15550170101")]
    public void Parse_Call_IsOfWhoeverIsNotTheBusiness(string direction, string from, string to)
    {
        CallEvent call =
            ParseCall(
                $$$"""
                {"id":"wacid.1","event":"connect","from":"{{{from}}}","to":"{{{to}}}","direction":"{{{direction}}}",
                "timestamp":"1762426800","session":{"sdp_type":"offer","sdp":"v=0"}}
                """);

        Assert.Equal(
            ("16505550142", "US.1", "Renée", "@renee"),
            (call.Customer.WaId, call.Customer.UserId.Value, call.Customer.ProfileName, call.Customer.Username));
        Assert.Equal((CallEventKind.Connect, "offer", "v=0"), (call.Kind, call.SdpType, call.Sdp));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426800), call.Timestamp);
    }

    [Theory]
    [InlineData(
        "\"direction\":\"USER_INITIATED\",\"from\":\"\",\"from_user_id\":\"US.1\",\"to\":\"15550170101\",\"to_user_id\":\"\"",
        null,
        "US.1")]
    [InlineData(
        "\"direction\":\"BUSINESS_INITIATED\",\"from\":\"15550170101\",\"from_user_id\":\" \",\"to\":\"\",\"to_user_id\":\"US.1\"",
        null,
        "US.1")]
    [InlineData("\"direction\":\"USER_INITIATED\",\"from\":\"1\",\"from_user_id\":\"US.1\",\"to_user_id\":\"US.2\"", "1", "US.1")]
    [InlineData("\"from\":\"15550170101\",\"to\":\"1\",\"to_user_id\":\"US.1\"", "1", "US.1")]
    [InlineData("\"from\":\"1\",\"from_user_id\":\"US.1\",\"to\":\"15550170101\"", "1", "US.1")]
    public void Parse_CallWithBlankOrSeveralIds_IsOfTheSideOfTheCustomer(string members, string? waId, string userId)
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(
            Bodies.Envelope(Bodies.Change($$"""{"calls":[{"id":"c","event":"connect",{{members}}}]}""", "calls")));

        Assert.Equal((waId, userId), (call.Customer.WaId, call.Customer.UserId.Value));
    }

    [Theory]
    [InlineData("", "1 - -", "2 - -", "1 - -")]
    [InlineData("", "1 US.1 -", "2 US.2 -", "1 US.1 -")]
    [InlineData("", "1 US.1 -", "2 - US.ENT.2", "1 US.1 US.ENT.2")]
    [InlineData("", "1 - US.ENT.1", "2 - US.ENT.2", "1 - US.ENT.1")]
    [InlineData("", "1 - -", "2 - US.ENT.2", "2 - US.ENT.2")]
    [InlineData("USER_INITIATED", "1 US.1 US.ENT.1", "2 US.2 US.ENT.2", "1 US.1 US.ENT.1")]
    [InlineData("USER_INITIATED", "1 - -", "2 US.2 US.ENT.2", "1 US.2 US.ENT.2")]
    [InlineData("BUSINESS_INITIATED", "1 US.1 US.ENT.1", "2 US.2 US.ENT.2", "2 US.2 US.ENT.2")]
    [InlineData("BUSINESS_INITIATED", "1 US.1 US.ENT.1", "2 - -", "2 US.1 US.ENT.1")]
    public void Parse_CallWithNumberUserAndParentOfEachSide_HasThoseOfTheCustomer(string direction, string from, string to, string expected)
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(
            $$"""{"calls":[{"id":"c","event":"connect","direction":"{{direction}}"{{Ids("from", from)}}{{Ids("to", to)}}}]}""", "calls")));

        Customer customer = call.Customer;
        Assert.Equal(expected, $"{customer.WaId} {customer.UserId.Value ?? "-"} {customer.ParentUserId.Value ?? "-"}");

        static string Ids(string side, string ids) => string.Concat(ids.Split(' ')
            .Zip((string[])["", "_user_id", "_parent_user_id"], (id, name) => id == "-" ? "" : $",\"{side}{name}\":\"{id}\""));
    }

    [Fact]
    public void Parse_EndOfACall_SaysHowLongItWas()
    {
        CallEvent call = ParseCall(
            """{"id":"wacid.1","event":"terminate","status":"COMPLETED","start_time":"1671644824","end_time":1671644944,"duration":120}""");

        Assert.Equal((CallStatus.Completed, TimeSpan.FromMinutes(2)), (call.Status, call.Duration));
        Assert.Equal(call.Duration, call.EndedAt - call.StartedAt);
    }

    [Theory]
    [InlineData("""{"calls":[{"id":"c","event":"terminate"}],"errors":[{"code":138000}]}""")]
    [InlineData("""{"errors":[{"code":138000}],"calls":[{"id":"c","event":"terminate"}]}""")]
    [InlineData("""{"\u0065rrors":[{"code":138000}],"calls":[{"id":"c","event":"terminate"}]}""")]
    [InlineData("""{"calls":[{"id":"c","event":"terminate","errors":[{"code":138000}]}]}""")]
    public void Parse_ErrorsOfACall_AreFoundInItAndBesideIt(string value)
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(value, "calls")));

        Assert.Equal(138000, Assert.Single(call.Errors).Code);
        Assert.Empty(call.Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_OtherMemberWithEscapesInItsName_IsNotTakenForTheErrors()
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(
            """{"\u006eotes":[{"code":1}],"calls":[{"id":"c","event":"terminate"}]}""", "calls")));

        Assert.Empty(call.Errors);
        Assert.Equal(["value.notes"], call.Change.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_ErrorsBesideACallAmongOtherMembers_LeaveThoseKept()
    {
        CallEvent call = Bodies.ParseOne<CallEvent>(Bodies.Envelope(Bodies.Change(
            """
            {"metadata":{"errors":2},"new":1,"errors":[{"code":1}],"calls":[{"id":"c","event":"terminate"}],"errors":[{"code":138000}],
            "last":3}
            """,
            "calls")));

        Assert.Equal(138000, Assert.Single(call.Errors).Code);
        Assert.Equal(
            ["value.metadata.errors = 2", "value.new = 1", """value.errors = [{"code":1}]""", "value.last = 3"],
            call.Change.AdditionalProperties.Select(pair => $"{pair.Key} = {pair.Value.Text()}"));
    }

    [Fact]
    public void Parse_ErrorsWithoutACall_AreKept() => Assert.True(Bodies.ParseOne<UnknownEvent>(
        Bodies.Envelope(Bodies.Change("""{"errors":[{"code":138000}]}""", "calls"))).AdditionalProperties.Contains("errors"));

    [Fact]
    public void Identity_OfCalls_DiffersByEventAndStatus()
    {
        string value =
            """{"calls":[{"id":"c","event":"connect"},{"id":"c","event":"terminate"}],"statuses":[{"id":"c","status":"RINGING"},"""
                + """{"id":"c","status":"ACCEPTED"}]}""";

        string?[] identities = [.. Bodies.Parse(Bodies.Envelope(Bodies.Change(value, "calls"))).Events.Select(e => e.Identity)];

        Assert.Equal(4, identities.Distinct().Count());
        Assert.All(identities, Assert.NotNull);
    }

    [Fact]
    public void Parse_ContactsAfterThePreferences_NameTheirCustomers()
    {
        string value =
            $$"""{"user_preferences":[{"wa_id":"16505550142","category":"marketing_messages","value":"stop","timestamp":1762426800}],"""
                + $$"""{{Contacts}}}""";

        UserPreferenceEvent preference = Bodies.ParseOne<UserPreferenceEvent>(Bodies.Envelope(Bodies.Change(value, "user_preferences")));

        Assert.Equal((PreferenceValue.Stop, PreferenceCategory.MarketingMessages), (preference.Value, preference.Category));
        Assert.Equal(
            ("Renée", "@renee", "US.1"),
            (preference.Customer.ProfileName, preference.Customer.Username, preference.Customer.UserId.Value));
        Assert.Null(preference.Identity);
    }

    [Theory]
    [InlineData("""{"currency":"USD","value":25000}""", 25000)]
    [InlineData("""{"value":"25000"}""", null, "custom_data.value")]
    [InlineData("""{"value":25000,"currency":" "}""", null, "custom_data.value", "custom_data.currency")]
    [InlineData("""{"currency":"USD","value":"much"}""", null, "custom_data.value", "custom_data.currency")]
    [InlineData("""{"currency":"USD"}""", null, "custom_data.currency")]
    public void Parse_Purchase_IsAnAmountWithItsCurrencyOnly(string data, int? amount, params string[] kept)
    {
        AutomaticEvent found = Bodies.ParseOne<AutomaticEvent>(Bodies.Envelope(Bodies.Change(
            $$"""{"automatic_events":[{"id":"wamid.1","event_name":"Purchase","custom_data":{{data}}}]}""", "automatic_events")));

        Assert.Equal((decimal?)amount, found.Value?.Amount);
        Assert.Equal(kept, found.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Parse_OneParticipant_IsTheCustomer()
    {
        GroupParticipantsEvent group =
            ParseGroup(
                """{"type":"group_participants_add","group_id":"g","reason":"invite_link","added_participants":"""
                    + """[{"wa_id":16505550142,"user_id":"US.1"}]}""");

        Assert.Equal(("16505550142", "US.1"), (group.Customer.WaId, group.Customer.UserId.Value));
        Assert.Equal(group.Customer, Assert.Single(group.AddedParticipants).Customer);
    }

    [Fact]
    public void Parse_SeveralParticipants_AreNoOneCustomer()
    {
        GroupParticipantsEvent group = ParseGroup(
            """{"type":"group_participants_remove","initiated_by":"business","removed_participants":[{"input":"1"},"""
                + """{"input":"2"}],"failed_participants":[{"input":"3","errors":[{"code":131000}]}]}""");

        Assert.Equal(Customer.Unknown, group.Customer);
        Assert.Equal(
            (GroupInitiator.Business, 2, "3"), (group.InitiatedBy, group.RemovedParticipants.Count, group.FailedParticipants[0].Input));
        Assert.Equal(131000, Assert.Single(group.FailedParticipants[0].Errors).Code);
    }

    [Fact]
    public void Parse_JoinRequest_IsOfWhoeverWantsToJoin()
    {
        GroupParticipantsEvent group =
            ParseGroup("""{"type":"group_join_request_created","join_request_id":"j","wa_id":"16505550142","username":"@renee"}""");

        Assert.Equal((GroupEventType.JoinRequestCreated, "j"), (group.Type, group.JoinRequestId));
        Assert.Equal(("16505550142", "@renee"), (group.Customer.WaId, group.Customer.Username));
    }

    [Fact]
    public void Parse_PlaceholdersInPlaceOfNumbers_AreKeptAndSpoilNothing()
    {
        GroupSettingsEvent group = Bodies.ParseOne<GroupSettingsEvent>(Bodies.Envelope(Bodies.Change(
            """{"groups":[{"timestamp":"TIMESTAMP","type":"group_settings_update","group_subject":"""
                + """{"text":"T","update_successful":false,"errors":[{"code":"ERROR_CODE","title":"t"}]}}]}""",
            "group_settings_update")));

        Assert.True(group.AdditionalProperties.Contains("timestamp"));
        Assert.Equal((false, "t"), (group.Subject!.Succeeded, group.Subject.Errors[0].Title));
        Assert.True(group.Subject.AdditionalProperties.Contains("errors"));
    }

    private static CallEvent ParseCall(string call) => Bodies.ParseOne<CallEvent>(
        Bodies.Envelope(Bodies.Change($$"""{"calls":[{{call}}],{{Contacts}}}""", "calls")));

    private static GroupParticipantsEvent ParseGroup(string group) => Bodies.ParseOne<GroupParticipantsEvent>(
        Bodies.Envelope(Bodies.Change($$"""{"groups":[{{group}}]}""", "group_participants_update")));
}
