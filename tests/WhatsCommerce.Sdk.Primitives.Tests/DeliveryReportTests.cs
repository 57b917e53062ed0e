namespace WhatsCommerce.Tests;

/// <summary>What a status says of a send: which one it was, how far it came, and why it failed.</summary>
public sealed class DeliveryReportTests
{
    private static readonly SendKey Key = new("106540352242922", "order-42");

    [Fact]
    public void Send_CallbackDataOfAKey_IsItsHash()
    {
        DeliveryReport report = Report(Key.CallbackData, DeliveryProgress.Delivered);

        Assert.Equal(Key.Hash, report.SendHash);
        Assert.Equal(DeliveryReport.HashOf("wamid.A"), report.MessageHash);
        Assert.Equal((Key.From, DateTimeOffset.UnixEpoch), (report.From, report.At));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("order 42")]
    public void Send_CallbackDataOfTheApp_IsAbsent(string? callbackData) =>
        Assert.Null(Report(callbackData, DeliveryProgress.Delivered).SendHash);

    [Theory]
    [InlineData(DeliveryProgress.Failed, 131026)]
    [InlineData(DeliveryProgress.Delivered, null)]
    public void ErrorCode_OfAMessage_IsThereOnlyWhenItFailed(DeliveryProgress progress, int? expected) =>
        Assert.Equal(expected, Report(null, progress).ErrorCode);

    [Fact]
    public void HashOf_OtherMessage_Differs() => Assert.NotEqual(DeliveryReport.HashOf("wamid.A"), DeliveryReport.HashOf("wamid.B"));

    [Fact]
    public void ToString_Report_IsTheProgressAlone() =>
        Assert.Equal("Failed", Report(Key.CallbackData, DeliveryProgress.Failed).ToString());

    private static DeliveryReport Report(string? callbackData, DeliveryProgress progress) =>
        new(Key.From, "wamid.A", callbackData, progress, DateTimeOffset.UnixEpoch, errorCode: 131026);
}
