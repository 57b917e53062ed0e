using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>Places, system messages, messages that did not come through, and what any message may carry.</summary>
public sealed class OtherMessageTests
{
    [Theory]
    [InlineData("""{"latitude":52.51627,"longitude":"-13.37772"}""", null)]
    [InlineData(
        """{"name":"Café","longitude":-13.37772,"latitude":"52.51627","address":"1 Orchard Rd","url":"https://cafe.example.com"}""",
        "Café 1 Orchard Rd https://cafe.example.com")]
    public void Parse_Place_HasItsCoordinates(string location, string? named)
    {
        LocationEvent place = Parse<LocationEvent>($$"""{"id":"w","location":{{location}}}""");

        Assert.Equal((52.51627, -13.37772), (place.Latitude, place.Longitude));
        Assert.Equal(named, place.Name is null ? null : $"{place.Name} {place.Address} {place.Url}");
        Assert.DoesNotContain("52", place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ChangedNumber_HasOldAndNewIds()
    {
        SystemEvent system = Parse<SystemEvent>("""
            {"from":"16505550142","id":"w","type":"system","system":{"type":"user_changed_number","body":"Ann changed","wa_id":
            "16505550143","user_id":"US.2","parent_user_id":"US.ENT.2","previous_user_id":"US.1","previous_parent_user_id":"US.ENT.1"}}
            """);

        Assert.Equal((SystemChange.ChangedNumber, "Ann changed"), (system.Kind, system.Text));
        Assert.Equal("16505550142", system.Customer.WaId);
        Assert.Equal(
            ("16505550143", "US.2", "US.ENT.2"),
            (system.NewCustomer.WaId, system.NewCustomer.UserId.Value, system.NewCustomer.ParentUserId.Value));
        Assert.Equal(
            (null, "US.1", "US.ENT.1"),
            (system.PreviousCustomer.WaId, system.PreviousCustomer.UserId.Value, system.PreviousCustomer.ParentUserId.Value));
    }

    [Theory]
    [InlineData("""{"new_wa_id":"2","customer":"1"}""", 0)]
    [InlineData("""{"wa_id":"2","new_wa_id":"3","customer":"1"}""", 1)]
    [InlineData("""{"new_wa_id":"3","wa_id":"2","customer":"1"}""", 1)]
    public void Parse_ChangedNumberOfAnOlderVersion_IsTheSame(string system, int kept)
    {
        SystemEvent e = Parse<SystemEvent>($$"""{"id":"w","system":{{system}}}""");

        Assert.Equal(("2", "1", kept), (e.NewCustomer.WaId, e.PreviousCustomer.WaId, e.AdditionalProperties.Count));
    }

    [Fact]
    public void Parse_SystemMessageThatSaysNothing_HasNoCustomers()
    {
        SystemEvent system = Parse<SystemEvent>("""{"id":"w","system":{}}""");

        Assert.Equal((Customer.Unknown, Customer.Unknown, false), (system.NewCustomer, system.PreviousCustomer, system.Kind.IsKnown));
    }

    [Theory]
    [InlineData("""{"type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051}]}""", "poll", 131051)]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051}]}""", null, 131051)]
    [InlineData("""{"type":"image","errors":[{"code":131052}]}""", null, 131052)]
    [InlineData("""{"type":"unsupported"}""", null, null)]
    [InlineData("""{"type":"unknown"}""", null, null)]
    [InlineData("""{"type":"interactive"}""", null, null)]
    public void Parse_MessageThatWasNotHandedOn_SaysWhy(string message, string? type, int? code)
    {
        UnsupportedEvent unsupported = Parse<UnsupportedEvent>($$"""{"id":"w",{{message[1..]}}""");

        Assert.Equal((type, code), (unsupported.UnsupportedType, unsupported.Errors is [var error, ..] ? error.Code : null));
    }

    [Fact]
    public void Parse_ErrorsOfAMessageThatCanBeRead_StandBesideIt() =>
        Assert.Equal(131052, Assert.Single(Parse<TextEvent>("""{"id":"w","errors":[{"code":131052}],"text":{"body":"x"}}""").Errors).Code);

    [Fact]
    public void Parse_ErrorsThatAreEmpty_AreNone()
    {
        TextEvent text = Parse<TextEvent>("""{"id":"w","errors":[],"text":{"body":"x"}}""");

        Assert.Empty(text.Errors);
        Assert.Equal(text with { Errors = [] }, text);
    }

    [Fact]
    public void Parse_PayloadThatIsMissingBesideEmptyErrors_IsMalformed() =>
        Assert.EndsWith(".image", Parse<MalformedEvent>("""{"id":"w","type":"image","errors":[]}""").Path, StringComparison.Ordinal);

    [Fact]
    public void Parse_MessagesWithoutPayload_AreReadByTheirType()
    {
        Assert.Equal(new MessageId("w"), Parse<WelcomeRequestEvent>("""{"id":"w","type":"request_welcome"}""").Id);
        Assert.Equal(new MessageId("w"), Parse<MediaPlaceholderEvent>("""{"id":"w","type":"media_placeholder"}""").Id);
    }

    [Fact]
    public void Parse_MessageFromAnAdvertisement_SaysWhichOne()
    {
        Referral referral = Parse<TextEvent>("""
            {"id":"w","text":{"body":"Hi"},"referral":{"source_url":"https://fb.example/1","source_id":1202263,"source_type":"ad",
            "body":"Fresh bread","headline":"Chat with us","media_type":"video","image_url":"i","video_url":"v","thumbnail_url":"t",
            "ctwa_clid":"Aff-71","ref":"spring","welcome_message":{"text":"How can we help?","tone":"warm"},"more":1}}
            """).Referral!;

        Assert.Equal(("https://fb.example/1", "1202263", "ad"), (referral.SourceUrl, referral.SourceId, referral.SourceType));
        Assert.Equal(("Fresh bread", "Chat with us", "How can we help?"), (referral.Body, referral.Headline, referral.WelcomeMessage));
        Assert.Equal(("video", "i", "v", "t"), (referral.MediaType, referral.ImageUrl, referral.VideoUrl, referral.ThumbnailUrl));
        Assert.Equal(("Aff-71", "spring"), (referral.ClickId, referral.Ref));
        Assert.Equal(["welcome_message.tone", "more"], referral.AdditionalProperties.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("""{"id":"w","timestamp":"1762426800","text":{"body":"x"}}""", 1762513200L)]
    [InlineData("""{"id":"w","text":{"body":"x"}}""", null)]
    [InlineData("""{"id":"w","timestamp":253402300799,"text":{"body":"x"}}""", null)]
    [InlineData("""{"id":"w","timestamp":"1762426800","system":{"type":"user_changed_number"}}""", null)]
    public void ServiceWindowEndsAt_OfAMessage_IsADayLater(string message, long? seconds)
    {
        MessageEvent e = Assert.IsAssignableFrom<MessageEvent>(Bodies.ParseOne(Bodies.Messages(message)));

        Assert.Equal(seconds is { } value ? DateTimeOffset.FromUnixTimeSeconds(value) : null, e.ServiceWindowEndsAt);
        Assert.Null((e with { Field = "history" }).ServiceWindowEndsAt);
    }

    private static T Parse<T>(string message)
        where T : WebhookEvent => Bodies.ParseOne<T>(Bodies.Messages(message));
}
