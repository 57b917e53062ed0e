namespace WhatsCommerce.Sdk.Primitives.Tests;

/// <summary>What a ledger stores of a send, and what it finds the send by again.</summary>
public class SendIntentTests
{
    private static readonly SendKey Key = new("106540352242922", "order-42");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void CallbackData_OfAMessageWithoutItsOwn_IsAbsent(string? callbackData) =>
        Assert.Null(new SendIntent(Key, "+16505551234", "Hello"u8, callbackData).CallbackDataHash);

    [Fact]
    public void CallbackData_OfTheApp_IsTheHashThatAStatusLeadsTo()
    {
        SendIntent intent = new(Key, "+16505551234", "Hello"u8, "order 42");
        ReportedSend reported = new(Key.From, "wamid.A", "order 42", "+16505551234");

        Assert.NotEqual("order 42", intent.CallbackDataHash);
        Assert.Equal(intent.CallbackDataHash, reported.CallbackDataHash);
        Assert.Null(reported.Key);
        Assert.NotEqual(intent.CallbackDataHash, SendIntent.HashOf("4711", "order 42"));
    }

    [Fact]
    public void Key_OfAReportedSend_IsFoundByItsCallbackData() =>
        Assert.Equal(Key, new ReportedSend(Key.From, "wamid.A", Key.CallbackData).Key);

    [Fact]
    public void Recipients_OfAReportedSend_AreHashesOfThoseThatAreThere()
    {
        ReportedSend reported = new(Key.From, "wamid.A", Key.CallbackData, "+16505551234", default, Recipient.FromUserId("US.1"));

        Assert.Equal([SendIntent.HashOf("+16505551234"), SendIntent.HashOf(Recipient.FromUserId("US.1"))], reported.RecipientHashes);
    }

    [Fact]
    public void Recipient_FormsOfOneLine_HaveOneHash()
    {
        Assert.Equal(SendIntent.HashOf("+5531987654321"), SendIntent.HashOf("+553187654321"));
        Assert.NotEqual(SendIntent.HashOf("+16505551234"), SendIntent.HashOf("+16505551235"));
        Assert.NotEqual(SendIntent.HashOf(Recipient.Group("553187654321")), SendIntent.HashOf(Recipient.Group("5531987654321")));
    }

    [Fact]
    public void Constructor_ReportedSendWithoutCallbackData_Throws() =>
        Assert.Throws<ArgumentException>(() => new ReportedSend(Key.From, "wamid.A", ""));

    [Fact]
    public void ToString_TellsTheKeyAlone()
    {
        Assert.Equal(Key.ToString(), new SendIntent(Key, "+16505551234", "Hello"u8).ToString());
        Assert.Equal(Key.ToString(), new ReportedSend(Key.From, "wamid.A", Key.CallbackData).ToString());
        Assert.Equal($"106540352242922/{Key.Hash}", Key.ToString());
    }
}
