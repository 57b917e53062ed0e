namespace WhatsCommerce.Tests;

/// <summary>What a log may show of a text that comes from outside.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData("wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0ODVEREUwQzEzQkVBRjQ1RUUA", "...BRjQ1RUUA")]
    [InlineData("wacid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUY3", "...SGBQzQUY3")]
    [InlineData("wamid.short", "wamid.short")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Id_OfAMessageOrCall_IsItsEnd(string? id, string expected)
    {
        Assert.EndsWith(expected.TrimStart('.'), LogText.Id(id), StringComparison.Ordinal);
        Assert.InRange(LogText.Id(id).Length, expected.Length > 0 ? 1 : 0, 24);
        Assert.DoesNotContain("MTY1MDM4Nzk0Mzk", LogText.Id(id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456789012345678901234", "123456789012345678901234")]
    [InlineData("1234567890123456789012345", "...456789012345")]
    public void Id_OfTwiceTheEnding_IsStillShownWhole(string id, string expected) => Assert.Equal(expected, LogText.Id(id));

    [Theory]
    [InlineData("12345678", "***5678")]
    [InlineData("+12345678", "***5678")]
    [InlineData("12345678901234", "***1234")]
    [InlineData("1234567", "1234567")]
    [InlineData("+1234567", "+1234567")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("12345678a", "12345678a")]
    public void Quote_RunOfDigits_IsHiddenWhenItMayBeAPhoneNumber(string text, string expected) =>
        Assert.Equal(expected, LogText.Quote(text));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc...")]
    [InlineData("abc", 0, "...")]
    [InlineData("", 0, "")]
    [InlineData("to +1 650 555 1234", 6, "to ***...")]
    public void Quote_AtTheLimit_IsCutWhenItIsLonger(string text, int maxLength, string expected) =>
        Assert.Equal(expected, LogText.Quote(text, maxLength));

    [Fact]
    public void Quote_NegativeLimit_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("maxLength", () => LogText.Quote("", -1));

    [Fact]
    public void Masked_OfAMessageId_IsWhatLogsShowAndTheTextIsTheIdItself()
    {
        MessageId id = "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0ODVEREUwQzEzQkVBRjQ1RUUA";

        Assert.Equal(LogText.Id(id.Value), id.Masked);
        Assert.Equal(id.Value, id.ToString());
        Assert.Equal("", default(MessageId).Masked);
    }

    [Theory]
    [InlineData("Message 16505551234 failed", "Message ***1234 failed")]
    [InlineData("to +1 (650) 555-1234, twice", "to ***1234, twice")]
    [InlineData("(+44 20 7946 0958)", "(***0958)")]
    [InlineData("to=16505551234&x", "to=***1234&x")]
    [InlineData("The id wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0ODVEREUwQzEzQkVBRjQ1RUUA is unknown", "The id ...VBRjQ1RUUA is unknown")]
    public void Quote_NumberOrIdOfACustomer_IsHiddenButForItsEnd(string text, string expected)
    {
        string shown = LogText.Quote(text);

        Assert.DoesNotContain("650", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("MTY1MDM4Nzk0Mzk", shown, StringComparison.Ordinal);
        Assert.Equal(expected.Replace(
            "...VBRjQ1RUUA", LogText.Id("wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0ODVEREUwQzEzQkVBRjQ1RUUA"), StringComparison.Ordinal), shown);
    }

    [Theory]
    [InlineData("(#131009) Parameter value is not valid, subcode 2388023")]
    [InlineData("Object with ID '106540352242922' does not exist")] // Meta's own ids are longer than numbers
    [InlineData("Products not found in FB Catalog: apple-1kg, A123456789B")]
    [InlineData("at 2026-03-01, 1 + 1 = 2, +5 more")]
    [InlineData("")]
    public void Quote_WhatIsNoCustomers_StaysAsItIs(string text) => Assert.Equal(text, LogText.Quote(text));

    [Fact]
    public void Quote_LongText_IsCutAndStaysOnOneLine()
    {
        Assert.Equal("ab cd...", LogText.Quote("ab\ncdef", maxLength: 5));
        Assert.Equal("abcde", LogText.Quote("abcde", maxLength: 5));
        Assert.Equal("...", LogText.Quote("abcde", maxLength: 0));
        Assert.Equal("a...", LogText.Quote("a\ud83d\ude00b", maxLength: 2));
        Assert.Equal(303, LogText.Quote(new string('x', 10_000)).Length);
        Assert.Equal("", LogText.Quote(null));
    }

    [Fact]
    public void Quote_NumberAtTheCut_LeavesNoHalfOfItBehind() =>
        Assert.Equal("call ***1...", LogText.Quote("call 16505551234 now", maxLength: 9));
}
