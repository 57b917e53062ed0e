using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Whole changes that are not typed.</summary>
public sealed class UnknownEventTests
{
    [Theory]
    [InlineData("""{"field":"next_years_field","value":{"event":"X"}}""")]
    [InlineData("""{"value":{"event":"X"},"field":"next_years_field"}""")]
    public void Parse_AnotherField_IsOneEventWithTheMembersOfItsValue(string change)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(change));

        Assert.Equal(("next_years_field", "next_years_field"), (unknown.Type, unknown.Field));
        Assert.Equal(change, Encoding.UTF8.GetString(unknown.RawJson.Span));
        Assert.True(unknown.AdditionalProperties.TryGetValue("event", out var value));
        Assert.Equal("X", value.GetString());
        Assert.False(unknown.MessageId.HasValue);
    }

    [Theory]
    [InlineData("field,value", "next_years_field", "messages")]
    [InlineData("value,field", "next_years_field", "messages")]
    [InlineData("value,field", "next_years_field", "statuses")]
    public void Parse_MessagesOfAnotherField_AreNotTakenForNewOnes(string order, string field, string member)
    {
        string item = member == "messages" ? Bodies.Text() : Bodies.Status();
        string value = $$$"""{"metadata":{{{Bodies.Metadata}}},"{{{member}}}":[{{{item}}},{{{item}}}]}""";
        string change = order[0] == 'f' ? $$$"""{"field":"{{{field}}}","value":{{{value}}}}""" : Bodies.Change(value, field);

        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(change));

        Assert.Equal(field, unknown.Type);
        Assert.Equal(new PhoneNumberId("113907458826031"), unknown.PhoneNumberId);
        Assert.Equal([member], unknown.AdditionalProperties.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("messages", "next_years_field")]
    [InlineData("next_years_field", "calls")]
    public void Parse_FieldThatTheValueContains_IsNotTheFieldOfTheChange(string inner, string field)
    {
        string value = $$$"""{"note":{"field":"{{{inner}}}"},"messages":[{{{Bodies.Text()}}}]}""";

        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(Bodies.Change(value, field)));

        Assert.Equal(field, unknown.Type);
        Assert.Equal(["note", "messages"], unknown.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_OtherFieldThatTheValueContains_DoesNotHideTheMessages()
    {
        string value = $$$"""{"note":{"field":"calls"},"messages":[{{{Bodies.Text()}}}]}""";

        Assert.Equal("Hello!", Bodies.ParseOne<TextEvent>($"{Bodies.Envelope(Bodies.Change(value))} ").Text);
    }

    [Theory]
    [InlineData("""{"id":"1","time":1762426900,"changes":[{"value":{"event":"X"},"field":"next_years_field"}]}""")]
    [InlineData("""{"changes":[{"value":{"event":"X"},"field":"next_years_field"}],"time":"1762426900","id":"1"}""")]
    public void Parse_TimeOfTheEntry_IsTheTimeOfAnEventWithoutOne(string entry)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Entries(entry));

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), unknown.Timestamp);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), unknown.Change.Entry.Time);
    }

    [Theory]
    [InlineData("""{"time":1762426900,"id":"1","messaging":[]}""")]
    [InlineData("""{"time":1762426900,"id":"1","value":{}}""")]
    public void Parse_EntryWithoutChanges_SaysWhoseItIsAndWhenItCame(string entry)
    {
        WebhookEvent e = Bodies.ParseOne(Bodies.Entries(entry));

        Assert.Equal(("1", DateTimeOffset.FromUnixTimeSeconds(1762426900)), (e.BusinessAccountId.Value, e.Timestamp));
    }

    [Fact]
    public void Parse_AnotherMessagingProduct_IsTold()
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(Bodies.Change("""{"messaging_product":"telepathy"}""")));

        Assert.True(unknown.AdditionalProperties.Contains("messaging_product"));
    }
}
