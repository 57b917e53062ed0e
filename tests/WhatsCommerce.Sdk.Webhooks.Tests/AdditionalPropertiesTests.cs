using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>The members that no property holds.</summary>
public sealed class AdditionalPropertiesTests
{
    [Fact]
    public void Default_OfEveryRecord_IsEmpty()
    {
        AdditionalProperties none = default;

        Assert.Empty(none);
        Assert.False(none.Contains("x"));
        Assert.False(none.TryGetValue("x", out _));
        Assert.Equal(none, default);
    }

    [Fact]
    public void Enumerate_KeptMembers_ComeInTheirOrderWithTheirValues()
    {
        AdditionalProperties properties = Read("""{"z":1,"a":{"b":[true,null]},"m":"\u00e9"}""");

        Assert.Equal(3, properties.Count);
        Assert.Equal(["z", "a", "m"], properties.Select(pair => pair.Key));
        Assert.Equal(["1", """{"b":[true,null]}""", "\"\\u00e9\""], properties.Select(pair => pair.Value.GetRawText()));
    }

    [Fact]
    public void TryGetValue_NameThatCameTwice_GivesTheLast()
    {
        Assert.True(Read("""{"a":1,"b":2,"a":3}""").TryGetValue("a", out JsonElement value));
        Assert.Equal(3, value.GetInt32());
    }

    [Theory]
    [InlineData("\\u0061", "a")]
    [InlineData("é", "é")]
    [InlineData("\\u00e9\\ud83d\\ude00", "é😀")]
    [InlineData("", "")]
    public void TryGetValue_NameInAnyWriting_IsFound(string written, string name)
    {
        AdditionalProperties properties = Read($$"""{"{{written}}":1}""");

        Assert.True(properties.Contains(name));
        Assert.False(properties.Contains(name + "x"));
        Assert.Equal(name, Assert.Single(properties).Key);
    }

    [Fact]
    public void TryGetValue_NestedMember_IsFoundByItsPathOnly()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages("""{"id":"w","text":{"body":"x","more":1}}"""));

        Assert.True(text.AdditionalProperties.Contains("text.more"));
        Assert.False(text.AdditionalProperties.Contains("more"));
        Assert.False(text.AdditionalProperties.Contains("text."));
    }

    [Fact]
    public void Value_AfterTheBodyWasOverwritten_IsStillWhatItWas()
    {
        byte[] body = """{"messages":[{"gift":{"id":"71"}}]}""".Bytes();
        UnknownEvent unknown = Assert.IsType<UnknownEvent>(Assert.Single(WebhookParser.Parse(body).Events));
        Assert.True(unknown.AdditionalProperties.TryGetValue("gift", out JsonElement gift));

        Array.Fill(body, (byte)' ');

        Assert.Equal("71", gift.GetProperty("id").GetString());
    }

    [Fact]
    public void Equals_SameMembersOfTwoBodies_AreEqual()
    {
        Assert.Equal(Read("""{"a":1,"b":2}"""), Read("""{ "a" : 1, "b":2}"""));
        Assert.True(Read("""{"a":1}""") == Read("""{"a":1}"""));
        Assert.True(Read("""{"a":1}""") != Read("""{"a":2}"""));
        Assert.NotEqual(Read("""{"a":1}"""), Read("""{"a":1,"b":2}"""));
        Assert.NotEqual(Read("""{"a":1}"""), default);
    }

    [Fact]
    public void Equals_SameNameInAnotherObject_IsNotEqual() => Assert.NotEqual(
        Bodies.ParseOne<TextEvent>(Bodies.Messages("""{"id":"w","text":{"body":"x","more":1}}""")).AdditionalProperties,
        Bodies.ParseOne<TextEvent>(Bodies.Messages("""{"id":"w","text":{"body":"x"},"more":1}""")).AdditionalProperties);

    private static AdditionalProperties Read(string message) =>
        Bodies.ParseOne<UnknownEvent>(Bodies.Messages(message)).AdditionalProperties;
}
