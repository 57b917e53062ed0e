namespace WhatsCommerce.Sdk.Primitives.Tests;

/// <summary>Keys of sends: the same in, the same out, and nothing that can be read back.</summary>
public class SendKeyTests
{
    private const string From = "106540352242922";

    [Fact]
    public void CallbackData_OfAKey_LeadsBackToIt()
    {
        SendKey key = new(From, "order-42");

        Assert.True(SendKey.TryFromCallbackData(From, key.CallbackData, out SendKey found));
        Assert.Equal(key, found);
        Assert.Equal(key.CallbackData, SendKey.CallbackDataOf("order-42"));
        Assert.Equal("once.f601sKE1vyA3vKtu-6Nru0gDUfaEPqTjvkQuVfnPDUo", key.CallbackData);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order 42")]
    [InlineData("once.")]
    [InlineData("once.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("ONCE.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("once.AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("once.AAAAAAAAAAAAAAAAAAAAA+AAAAAAAAAAAAAAAAAAAAA")]
    public void CallbackData_OfTheApp_LeadsToNone(string? callbackData) =>
        Assert.False(SendKey.TryFromCallbackData(From, callbackData, out _));

    [Fact]
    public void CallbackData_WithoutANumber_LeadsToNone() =>
        Assert.False(SendKey.TryFromCallbackData(default, SendKey.CallbackDataOf("order-42"), out _));

    [Fact]
    public void HashOf_PartsThatReadTheSameTogether_AreToldApart()
    {
        string[] hashes =
        [
            SendKey.HashOf(
                "ab", "c"), SendKey.HashOf("a", "bc"), SendKey.HashOf("abc"), SendKey.HashOf("abc", ""), SendKey.HashOf("abc", null),
            SendKey.HashOf("\ud800"), SendKey.HashOf("\udfff"), SendKey.HashOf("\ufffd"), SendKey.HashOf(),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void HashOf_AbsentPart_IsWhatLedgersHaveStored() =>
        Assert.Equal("TlIRqdf54Pjn6QzSrUyInB4gvS-HoyUr0Mie5c7DLO8", SendKey.HashOf("order-42", null));

    [Fact]
    public void HashOf_RecipientInAnotherSpelling_IsTheSame()
    {
        Assert.Equal(SendIntent.HashOf("+1 (650) 555-1234"), SendIntent.HashOf("16505551234"));
        Assert.NotEqual(SendIntent.HashOf("16505551234"), SendIntent.HashOf(Recipient.Group("16505551234")));
        Assert.NotEqual(SendIntent.HashOf("16505551234"), SendIntent.HashOf("16505551235"));
    }

    [Theory]
    [InlineData(null, "key")]
    [InlineData(From, "")]
    [InlineData(From, " ")]
    public void Key_WithoutNumberOrKey_IsRefused(string? from, string key) =>
        Assert.Throws<ArgumentException>(() => new SendKey(from, key));

    [Fact]
    public void ToString_OfAll_HoldsNoNumberOfACustomer()
    {
        SendIntent intent = new(new SendKey(From, "welcome 16505551234"), "16505551234", "Hello"u8, "16505551234");

        Assert.DoesNotContain(
            "6505551234", $"{intent} {intent.Key} {intent.RecipientHash} {intent.CallbackDataHash}", StringComparison.Ordinal);
    }
}
