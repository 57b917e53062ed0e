using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What became of messages that were sent.</summary>
public sealed class StatusEventTests
{
    [Fact]
    public void Parse_Status_HasEveryValue()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(Bodies.FullStatus)));

        Assert.Equal(new MessageId("wamid.sent"), status.MessageId);
        Assert.Equal(MessageStatus.Delivered, status.Status);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), status.Timestamp);
        Assert.Equal("16505550142", status.RecipientId);
        Assert.Equal("16505550142", status.Customer.WaId);
        Assert.Equal("cart-71", status.CallbackData);
        Assert.Equal(
            new Conversation
            {
                Id = "c0ffee",
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1762513300),
                Origin = PricingCategory.Service
            },
            status.Conversation);
        Assert.Equal(
            new Pricing
            {
                IsBillable = true,
                Model = PricingModel.Message,
                Type = PricingType.FreeCustomerService,
                Category = PricingCategory.Service
            },
            status.Pricing);
        Assert.Empty(status.Errors);
        Assert.Empty(status.AdditionalProperties);
    }

    [Fact]
    public void Parse_FailedStatus_SaysWhy()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(Bodies.FailedStatus, "failed")));

        GraphError error = Assert.Single(status.Errors);
        Assert.Equal(
            new GraphError
            {
                Code = 131026,
                Title = "Message undeliverable",
                Message = "Message undeliverable",
                Details = "The app is too old.",
                Href = "https://developers.facebook.com/documentation/error-codes",
            },
            error);
        Assert.Equal(GraphErrorClass.Recipient, error.Class);
        Assert.Empty(status.AdditionalProperties);
    }

    [Fact]
    public void Parse_OldAndOddErrors_AreReadAndKept()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(
            ",\"errors\":[{\"code\":\"470\",\"title\":\"Late\",\"details\":\"Outside\"},7,{\"code\":\"?\",\"new\":1}]", "failed")));

        Assert.Equal([470, null], status.Errors.Select(error => error.Code));
        Assert.Equal("Outside", status.Errors[0].Details);
        Assert.True(status.AdditionalProperties.TryGetValue("errors", out var errors));
        Assert.Equal(3, errors.GetArrayLength());
    }

    [Theory]
    [InlineData("played", true)]
    [InlineData("deleted", true)]
    [InlineData("captured", true)]
    [InlineData("teleported", false)]
    public void Parse_AnyStatus_KeepsItsValue(string value, bool known)
    {
        MessageStatus status = Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(status: value))).Status;

        Assert.Equal((value, known), (status.Value, status.IsKnown));
    }

    [Theory]
    [InlineData("recipient_parent_user_id")]
    [InlineData("parent_recipient_user_id")]
    [InlineData("parent_user_id")]
    public void Parse_StatusForAUserId_ReadsItsParentUnderEveryName(string name)
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>($$"""
            {"statuses":[{"id":"w","status":"read","recipient_user_id":"US.1349120865530274","{{name}}":"US.ENT.1181579921288"}]}
            """);

        Assert.Null(status.RecipientId);
        Assert.Equal(new BusinessScopedUserId("US.1349120865530274"), status.Customer.UserId);
        Assert.Equal(new BusinessScopedUserId("US.ENT.1181579921288"), status.Customer.ParentUserId);
        Assert.Empty(status.AdditionalProperties);
    }

    [Fact]
    public void Parse_StatusOfAGroup_TellsGroupAndParticipant()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>("""
            {"statuses":[{"id":"w","status":"read","recipient_id":"Y2FwaV9ncm91cA","recipient_type":"group",
            "recipient_participant_id":"16505550142",
            "conversation":{"id":"c","pricing":{"billable":"false","pricing_model":"NBP","category":"group_service"}}}]}
            """);

        Assert.Equal(new GroupId("Y2FwaV9ncm91cA"), status.GroupId);
        Assert.Equal("16505550142", status.ParticipantId);
        Assert.Equal("16505550142", status.Customer.WaId);
        Assert.Equal((false, PricingModel.NotificationBased, "group_service", false),
            (status.Pricing!.IsBillable, status.Pricing.Model, status.Pricing.Category.Value, status.Pricing.Category.IsKnown));
    }

    [Theory]
    [InlineData("1762513300")]
    [InlineData("\"1762513300\"")]
    public void Parse_ExpirationInAnyWriting_IsATime(string expiration) =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(1762513300),
            Bodies.ParseOne<StatusEvent>(
                Bodies.Statuses(Bodies.Status($",\"conversation\":{{\"expiration_timestamp\":{expiration}}}"))).Conversation!.ExpiresAt);

    [Theory]
    [InlineData("\"pricing\":7", "pricing")]
    [InlineData("\"conversation\":\"x\"", "conversation")]
    [InlineData("\"errors\":{\"code\":1}", "errors")]
    [InlineData("\"biz_opaque_callback_data\":[1]", "biz_opaque_callback_data")]
    [InlineData("\"message\":{\"recipient_id\":\"1\"}", "message")]
    [InlineData("\"recipient_user_id\":{\"id\":\"1\"}", "recipient_user_id")]
    public void Parse_PartThatDoesNotFit_IsKeptBesideTheStatus(string member, string name) =>
        Assert.True(Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status("," + member))).AdditionalProperties.Contains(name));

    [Theory]
    [InlineData("""{"status":"read"}""", ".id", "There is no id of the message that the status is about.")]
    [InlineData("""{"id":"","status":"read"}""", ".id", "There is no id of the message that the status is about.")]
    [InlineData("""{"id":"w"}""", ".status", "There is no status.")]
    [InlineData("""{"id":"w","status":{}}""", ".status", "There is no status.")]
    public void Parse_StatusWithoutMessageOrStatus_IsMalformed(string status, string path, string reason)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(Bodies.Statuses(status));

        Assert.Equal(("entry[0].changes[0].value.statuses[0]" + path, reason), (malformed.Path, malformed.Reason));
    }

    [Fact]
    public void Parse_StatusWithoutContacts_IsOfItsRecipient() => Assert.Equal(
        new Customer { WaId = "16505550142" },
        Bodies.ParseOne<StatusEvent>($$"""{"statuses":[{{Bodies.Status()}}]}""").Customer);

    [Theory]
    [InlineData("\"pricing\":{\"category\":\"utility\"},\"conversation\":{\"pricing\":{\"category\":\"group_service\"}}", "utility")]
    [InlineData("\"conversation\":{\"pricing\":{\"category\":\"group_service\"}}", "group_service")]
    public void Parse_PricingOfTheStatus_CountsBeforeThatOfItsConversation(string members, string category) =>
        Assert.Equal(category, Parse(members).Pricing!.Category.Value);

    [Theory]
    [InlineData(""" "recipient_participant_id":"1" """, "1", null)]
    [InlineData(""" "participant_recipient_id":"1" """, "1", null)]
    [InlineData(""" "recipient_participant_user_id":"US.1","recipient_participant_parent_user_id":"US.ENT.1" """, null, "US.1")]
    public void Parse_ReceiptOfAGroup_SaysWhose(string participant, string? number, string? userId)
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(
            $$"""{"statuses":[{"id":"w","status":"read","recipient_id":"g","recipient_type":"group",{{participant}}}]}""");

        Assert.Equal(
            ("g", number, number, userId),
            (status.GroupId.Value, status.ParticipantId, status.Customer.WaId, status.Customer.UserId.Value));
        Assert.Equal($"status/w/read/{number ?? userId}", status.Identity);
    }

    [Theory]
    [InlineData("recipient_participant_id", "participant_recipient_id", "1", "2")]
    [InlineData("recipient_participant_user_id", "recipient_user_id", "US.1", "US.2")]
    [InlineData("recipient_participant_parent_user_id", "recipient_parent_user_id", "US.ENT.1", "US.ENT.2")]
    [InlineData("recipient_parent_user_id", "parent_recipient_user_id", "US.ENT.1", "US.ENT.2")]
    [InlineData("parent_recipient_user_id", "parent_user_id", "US.ENT.1", "US.ENT.2")]
    public void Parse_SeveralMembersForOneId_TheSurerCountsInAnyOrderAndTheOtherIsKept(
        string surer, string other, string id, string otherId)
    {
        string one = $"\"{surer}\":\"{id}\"";
        string two = $"\"{other}\":\"{otherId}\"";
        foreach (string members in (string[])[$"{one},{two}", $"{two},{one}"])
        {
            StatusEvent status = Parse(members);

            Assert.Equal(id, status.ParticipantId ?? status.Customer.UserId.Value ?? status.Customer.ParentUserId.Value);
            Assert.True(status.AdditionalProperties.TryGetValue(other, out var kept));
            Assert.Equal(otherId, kept.GetString());
        }
    }

    [Theory]
    [InlineData("recipient_participant_id")]
    [InlineData("recipient_user_id")]
    [InlineData("parent_user_id")]
    public void Parse_OneMemberForAnIdTwice_TheLastCountsAndNoneIsKept(string member)
    {
        StatusEvent status = Parse($"\"{member}\":\"1\",\"{member}\":\"2\"");

        Assert.Equal("2", status.ParticipantId ?? status.Customer.UserId.Value ?? status.Customer.ParentUserId.Value);
        Assert.Empty(status.AdditionalProperties);
    }

    [Theory]
    [InlineData("recipient_participant_id", "participant_recipient_id")]
    [InlineData("recipient_user_id", "recipient_participant_user_id")]
    [InlineData("parent_user_id", "recipient_participant_parent_user_id")]
    public void Parse_BlankMemberBesideOneThatTellsTheId_ErasesNothing(string told, string blank)
    {
        foreach (string nothing in (string[])["\"\"", "\" \"", "null", "\"1\""])
        {
            StatusEvent status = Parse($"\"{told}\":\"1\",\"{blank}\":{nothing}");

            Assert.Equal("1", status.ParticipantId ?? status.Customer.UserId.Value ?? status.Customer.ParentUserId.Value);
            Assert.Empty(status.AdditionalProperties);
        }
    }

    [Theory]
    [InlineData("recipient_participant_id")]
    [InlineData("participant_recipient_id")]
    [InlineData("recipient_participant_user_id")]
    [InlineData("recipient_participant_parent_user_id")]
    [InlineData("recipient_user_id")]
    [InlineData("recipient_parent_user_id")]
    public void Parse_ReceiptsOfAGroup_AreToldApartHoweverTheParticipantIsNamed(string member)
    {
        foreach (string group in (string[])["\"recipient_type\":\"group\"", "\"group_id\":\"g\""])
        {
            IReadOnlyList<WebhookEvent> receipts = Bodies.Parse(Bodies.Statuses(((string[])["1", "2", "3"]).Select(id =>
                $$"""{"id":"w","status":"read","recipient_id":"g",{{group}},"recipient_participant_id":"","{{member}}":"{{id}}"}""")))
                .Events;

            Assert.Equal(3, receipts.Select(receipt => EventKeys.For("", receipt)).Distinct().Count());
        }
    }

    [Fact]
    public void Parse_ReceiptsOfAGroupThatNameTheParticipantInANewWay_AreToldApart()
    {
        string Receipt(int user) => $$"""{"id":"w","status":"read","recipient_id":"g","recipient_type":"group","next_years_id":{{user}}}""";

        IReadOnlyList<WebhookEvent> receipts = Bodies.Parse($$"""{"statuses":[{{Receipt(1)}},{{Receipt(2)}}]}""").Events;

        Assert.NotEqual(EventKeys.For("", receipts[0]), EventKeys.For("", receipts[1]));
    }

    [Theory]
    [InlineData("recipient_participant_id")]
    [InlineData("recipient_participant_user_id")]
    [InlineData("recipient_participant_parent_user_id")]
    public void Parse_ReceiptOfAParticipant_IsOfAGroupEvenIfThatIsNotSaid(string member)
    {
        StatusEvent status =
            Bodies.ParseOne<StatusEvent>($$"""{"statuses":[{"id":"w","status":"read","recipient_id":"g","{{member}}":"1"}]}""");

        Assert.Equal("g", status.GroupId.Value);
        Assert.NotEqual("g", status.Customer.WaId);
    }

    [Fact]
    public void Parse_ReceiptsOfAGroupThatOnlyTheirContactsName_AreToldApart()
    {
        string Change(string number) => Bodies.Change(
            $$"""{"contacts":[{"wa_id":"{{number}}"}],"statuses":"""
                + $$"""[{"id":"w","status":"read","recipient_id":"g","recipient_type":"group"}]}""");

        IReadOnlyList<WebhookEvent> receipts = Bodies.Parse(Bodies.Envelope(Change("1"), Change("2"))).Events;

        Assert.Equal(2, receipts.Select(receipt => EventKeys.For("", receipt)).Distinct().Count());
    }

    [Fact]
    public void Parse_GroupIdOfAStatus_IsTheGroup()
    {
        StatusEvent status =
            Bodies.ParseOne<StatusEvent>("""{"statuses":[{"id":"w","status":"read","recipient_id":"g2","group_id":"g"}]}""");

        Assert.Equal(("g", "g2"), (status.GroupId.Value, status.RecipientId));
    }

    [Fact]
    public void Parse_IdentityKeyHash_IsTheCustomers() =>
        Assert.Equal("h", Bodies.ParseOne<StatusEvent>(
            """{"statuses":[{"id":"w","status":"sent","recipient_identity_key_hash":"h"}]}""").Customer.IdentityKeyHash);

    private static StatusEvent Parse(string members) =>
        Bodies.ParseOne<StatusEvent>($$"""{"statuses":[{"id":"w","status":"read",{{members}}}]}""");
}
