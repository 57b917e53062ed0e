using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What a delivery as a whole becomes.</summary>
public sealed class ParserTests
{
    [Fact]
    public void Parse_TwoEntriesOfTwoChangesOfTwoMessages_GivesEightEventsInOrder()
    {
        WebhookNotification notification = Bodies.Parse(EightMessages());

        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8"],
            notification.Events.Select(e => Assert.IsType<TextEvent>(e).Id.Value));
        Assert.Equal("whatsapp_business_account", notification.Object);
    }

    [Fact]
    public void Parse_OneBrokenMessageAmongEight_GivesSevenAndOneMalformed()
    {
        string body =
            EightMessages().Replace(Bodies.Text(id: "6"), """{"id":"6","type":"text","text":["no object"]}""", StringComparison.Ordinal);

        IReadOnlyList<WebhookEvent> events = Bodies.Parse(body).Events;

        Assert.Equal(8, events.Count);
        Assert.Equal(7, events.OfType<TextEvent>().Count());
        MalformedEvent malformed = Assert.IsType<MalformedEvent>(events[5]);
        Assert.Equal("entry[1].changes[0].value.messages[1].text", malformed.Path);
        Assert.Equal("Expected an object, found an array.", malformed.Reason);
    }

    [Fact]
    public void Parse_MessagesAndStatusesInOneChange_KeepsTheOrderOfTheBody()
    {
        string body = Bodies.Value($"\"statuses\":[{Bodies.Status()}],\"messages\":[{Bodies.Text()},{Bodies.Order()}]");

        Assert.Collection(
            Bodies.Parse(body).Events,
            e => Assert.IsType<StatusEvent>(e),
            e => Assert.IsType<TextEvent>(e),
            e => Assert.IsType<OrderEvent>(e));
    }

    [Fact]
    public void Parse_EveryEvent_SaysWhereItCameFrom()
    {
        foreach (WebhookEvent e in Bodies.Parse(Bodies.Value($"\"messages\":[{Bodies.Text()},7],\"statuses\":[{Bodies.Status()}]")).Events)
        {
            Assert.Equal("messages", e.Field);
            Assert.Equal(new BusinessAccountId("427019853661240"), e.BusinessAccountId);
            Assert.Equal(new PhoneNumberId("113907458826031"), e.PhoneNumberId);
            Assert.Equal("15550170101", e.Change.DisplayPhoneNumber);
        }
    }

    [Fact]
    public void Parse_EveryEvent_CarriesTheBytesOfItsItem()
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse(Bodies.Value($"\"messages\":[{Bodies.Text()}, {Bodies.Order()} ]")).Events;

        Assert.Equal([Bodies.Text(), Bodies.Order()], events.Select(e => Encoding.UTF8.GetString(e.RawJson.Span)));
    }

    [Theory]
    [InlineData("messages,metadata,contacts")]
    [InlineData("contacts,messages,metadata")]
    [InlineData("messages,contacts,statuses,metadata")]
    [InlineData("statuses,messages,contacts,metadata")]
    [InlineData("statuses,metadata,messages,contacts")]
    public void Parse_WhatEventsNeedComesAfterThem_TheyHaveItNevertheless(string order)
    {
        Dictionary<string, string> members = new()
        {
            ["metadata"] = Bodies.Metadata,
            ["contacts"] = $"[{Bodies.Contact}]",
            ["messages"] = $"[{Bodies.Text()},{Bodies.Text()}]",
            ["statuses"] = $"[{Bodies.Status()}]",
        };
        string value = string.Join(',', order.Split(',').Select(name => $"\"{name}\":{members[name]}"));
        string body = $$$"""{"entry":[{"changes":[{"field":"messages","value":{{{{value}}}}}],"id":"427019853661240"}],"object":"x"}""";

        WebhookNotification notification = Bodies.Parse(body);

        Assert.Equal("x", notification.Object);
        Assert.Equal(order.Contains("statuses", StringComparison.Ordinal) ? 3 : 2, notification.Events.Count);
        Assert.Equal(order.StartsWith('s') ? typeof(StatusEvent) : typeof(TextEvent), notification.Events[0].GetType());
        Assert.All(notification.Events, e =>
        {
            Assert.Equal(new BusinessAccountId("427019853661240"), e.BusinessAccountId);
            Assert.Equal(new PhoneNumberId("113907458826031"), e.PhoneNumberId);
            Assert.Equal(
                "Renée O'Neil", e is TextEvent text ? text.Customer.ProfileName : Assert.IsType<StatusEvent>(e).Customer.ProfileName);
            Assert.Empty(e.Change.AdditionalProperties);
        });
    }

    [Fact]
    public void Parse_BareStatuses_AreRead()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>("""
            {"statuses":[{"id":"wamid.HBgM","recipient_id":"16505550142","status":"read","timestamp":"1762426900"}]}
            """);

        Assert.Equal(MessageStatus.Read, status.Status);
        Assert.Equal(new MessageId("wamid.HBgM"), status.MessageId);
        Assert.Null(status.Field);
        Assert.False(status.BusinessAccountId.HasValue);
        Assert.False(status.PhoneNumberId.HasValue);
    }

    [Fact]
    public void Parse_BareMessagesWithContacts_AreReadAndJoined()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>($$"""{"contacts":[{{Bodies.Contact}}],"messages":[{{Bodies.Text()}}]}""");

        Assert.Equal("Renée O'Neil", text.Customer.ProfileName);
    }

    [Fact]
    public void Parse_BareValueWithMetadata_KnowsTheNumber()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>($$"""{"object":"x","messages":[{{Bodies.Text()}}],"metadata":{{Bodies.Metadata}}}""");

        Assert.Equal(new PhoneNumberId("113907458826031"), text.PhoneNumberId);
    }

    [Fact]
    public void Parse_EnvelopeWithAMemberOfAValueBesideIt_ReadsTheEnvelopeAndKeepsTheMember()
    {
        string body = $$"""{"messages":[{{Bodies.Text()}}],{{Bodies.Messages(Bodies.Order())[1..]}}""";

        WebhookNotification notification = Bodies.Parse(body);

        Assert.IsType<OrderEvent>(Assert.Single(notification.Events));
        Assert.True(notification.AdditionalProperties.TryGetValue("messages", out _));
    }

    [Fact]
    public void Parse_NoEntries_GivesNoEvents() => Assert.Empty(Bodies.Parse("""{"object":"page","entry":[]}""").Events);

    [Theory]
    [InlineData("""{"object":"page","entry":[{"id":"1","time":1762426900,"messaging":[{"text":"x"}]}]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","changes":[]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages"}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[]}}]}]}""")]
    public void Parse_SomethingElseThanMessages_IsOneUnknownEventWithItsBytes(string body)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(body);

        Assert.NotEqual(0, unknown.RawJson.Length);
    }

    [Fact]
    public void Parse_OddMembersEverywhere_AreKeptWhereTheyBelong()
    {
        string body = """
            {"object":"x","root":1,"entry":[{"id":"1","entry_level":2,"changes":[{"field":"messages","change_level":3,"value":{
            "value_level":4,"errors":[5],"metadata":{"phone_number_id":"9","metadata_level":6},"messages":[
            {"id":"w","type":"text","text":{"body":"x","text_level":7},"message_level":8}]}}]}]}
            """;

        WebhookNotification notification = Bodies.Parse(body);
        TextEvent text = Assert.IsType<TextEvent>(Assert.Single(notification.Events));

        Assert.Equal(["root"], Names(notification.AdditionalProperties));
        Assert.Equal(["entry_level"], Names(text.Change.Entry.AdditionalProperties));
        Assert.Equal(
            ["change_level", "value.value_level", "value.errors", "value.metadata.metadata_level"],
            Names(text.Change.AdditionalProperties));
        Assert.Equal(["message_level", "text.text_level"], Names(text.AdditionalProperties));
    }

    private static IEnumerable<string> Names(AdditionalProperties properties) => properties.Select(pair => pair.Key);

    private static string EightMessages()
    {
        int id = 1;
        string NextChange() => Bodies.Change(
            $$"""{"metadata":{{Bodies.Metadata}},"messages":[{{Bodies.Text(id: $"{id++}")}},{{Bodies.Text(id: $"{id++}")}}]}""");
        return Bodies.Entries(Bodies.Entry(NextChange(), NextChange()), Bodies.Entry(NextChange(), NextChange()));
    }
}
