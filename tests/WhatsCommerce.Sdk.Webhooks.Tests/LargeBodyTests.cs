using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Bodies of the largest size that Meta sends: 3 MB, 1,000 updates.</summary>
public sealed class LargeBodyTests
{
    private const int ThreeMegabytes = 3 * 1024 * 1024;

    [Fact]
    public void Parse_AThousandStatuses_GivesEachInOrder()
    {
        WebhookNotification notification =
            Bodies.Parse(Bodies.Statuses(Enumerable.Range(0, 1000).Select(i => Bodies.Status(id: $"wamid.{i}"))));

        Assert.Equal(
            Enumerable.Range(0, 1000).Select(i => new MessageId($"wamid.{i}")),
            notification.Events.Select(e => Assert.IsType<StatusEvent>(e).MessageId));
    }

    [Fact]
    public void Parse_ThreeMegabytesOfMessages_GivesEach()
    {
        string message = Bodies.Text(new string('x', 3000));
        int count = ThreeMegabytes / message.Length;

        Assert.Equal(count, Bodies.Parse(Bodies.Messages(Enumerable.Repeat(message, count))).Events.OfType<TextEvent>().Count());
    }

    [Fact]
    public void Parse_ThreeMegabytesOfOneText_GivesItWhole()
    {
        string text = new('ж', ThreeMegabytes / 2);

        Assert.Equal(text, Bodies.ParseOne<TextEvent>(Bodies.Messages(Bodies.Text(text))).Text);
    }

    [Theory]
    [InlineData("""{"entry":[#]}""")]
    [InlineData("""{"entry":[{"changes":[#]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[#]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages","value":{"statuses":[#]}}]}]}""")]
    [InlineData("""{"messages":[{"id":"w","order":{"product_items":[#]}}]}""")]
    [InlineData("""{"statuses":[{"id":"w","status":"failed","errors":[#]}]}""")]
    [InlineData("""{"contacts":[#],"messages":[{"id":"w","text":{"body":"x"}}]}""")]
    [InlineData("""{"messages":[{"id":"w","type":"image","image":[#]}]}""")]
    public void Parse_ManyNumbersWhereObjectsBelong_AllocatesNextToNothing(string shape)
    {
        int size = Repetitions.Of(few: ThreeMegabytes / 10, all: ThreeMegabytes);
        foreach (string item in (string[])["1", "{}", "\"\"", "[]", "null"])
        {
            string items = string.Join(',', Enumerable.Repeat(item, size / (item.Length + 1)));
            byte[] body = shape.Replace("#", items, StringComparison.Ordinal).Bytes();

            WebhookNotification? notification = null;

            Assert.InRange(Allocation.Of(() => notification = WebhookParser.Parse(body), enough: 4096), 0, 4096);
            Assert.Single(notification!.Events);
        }
    }

    [Fact]
    public void Parse_OrderOfTwoItems_AllocatesWithinItsBudget()
    {
        byte[] body = Bodies.Messages(
            Bodies.Order($"{Bodies.Item},{Bodies.Item}", "wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTlDNEE3RjAyQjE2RTVEODIxRgA=")).Bytes();

        Assert.InRange(Allocation.Of(() => WebhookParser.Parse(body)), 1, 1600);
    }

    [Fact]
    public void Parse_RawJson_IsASliceOfTheBodyNotACopy()
    {
        byte[] body = Bodies.Messages(Bodies.Text()).Bytes();
        WebhookEvent e = Assert.Single(WebhookParser.Parse(body).Events);

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(e.RawJson, out ArraySegment<byte> segment));
        Assert.Same(body, segment.Array);
        Assert.Equal(Bodies.Text(), Encoding.UTF8.GetString(e.RawJson.Span));
    }
}
