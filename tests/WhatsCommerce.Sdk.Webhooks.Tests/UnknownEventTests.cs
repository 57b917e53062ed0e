using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Whole changes that are not typed.</summary>
public sealed class UnknownEventTests
{
    [Theory]
    [InlineData("""{"field":"account_update","value":{"event":"VERIFIED_ACCOUNT"}}""")]
    [InlineData("""{"value":{"event":"VERIFIED_ACCOUNT"},"field":"account_update"}""")]
    public void Parse_AnotherField_IsOneEventWithTheMembersOfItsValue(string change)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(change));

        Assert.Equal(("account_update", "account_update"), (unknown.Type, unknown.Field));
        Assert.Equal(change, Encoding.UTF8.GetString(unknown.RawJson.Span));
        Assert.True(unknown.AdditionalProperties.TryGetValue("event", out var value));
        Assert.Equal("VERIFIED_ACCOUNT", value.GetString());
        Assert.False(unknown.MessageId.HasValue);
    }

    [Theory]
    [InlineData("field,value", "history", "messages")]
    [InlineData("value,field", "history", "messages")]
    [InlineData("value,field", "calls", "statuses")]
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
    [InlineData("""{"id":"1","time":1762426900,"changes":[{"value":{"event":"X"},"field":"security"}]}""")]
    [InlineData("""{"changes":[{"value":{"event":"X"},"field":"security"}],"time":"1762426900","id":"1"}""")]
    public void Parse_TimeOfTheEntry_IsTheTimeOfAnEventWithoutOne(string entry)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Entries(entry));

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), unknown.Timestamp);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426900), unknown.Change.Entry.Time);
    }

    [Fact]
    public void Parse_AnotherMessagingProduct_IsTold()
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(Bodies.Change("""{"messaging_product":"telepathy"}""")));

        Assert.True(unknown.AdditionalProperties.Contains("messaging_product"));
    }
}
