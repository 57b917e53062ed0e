using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Items that do not fit. What does not fit inside an order, a text or a status is told beside those.</summary>
public sealed class MalformedEventTests
{
    [Theory]
    [InlineData("""{"entry":5}""", "entry", "Expected an array, found a number.")]
    [InlineData("""{"entry":[5]}""", "entry[0]", "Expected an object, found a number.")]
    [InlineData("""{"entry":[{}]}""", "entry[0]", "The object is empty.")]
    [InlineData("""{"entry":[{"changes":"x"}]}""", "entry[0].changes", "Expected an array, found a string.")]
    [InlineData("""{"entry":[{"changes":[true]}]}""", "entry[0].changes[0]", "Expected an object, found a boolean.")]
    [InlineData("""{"entry":[{"changes":[{"value":[]}]}]}""", "entry[0].changes[0].value", "Expected an object, found an array.")]
    [InlineData(
        """{"entry":[{"changes":[{"value":{"messages":{}}}]}]}""",
        "entry[0].changes[0].value.messages",
        "Expected an array, found an object.")]
    [InlineData(
        """{"entry":[{"changes":[{"value":{"statuses":[null]}}]}]}""",
        "entry[0].changes[0].value.statuses[0]",
        "Expected an object, found null.")]
    [InlineData("""{"statuses":[[]]}""", "statuses[0]", "Expected an object, found an array.")]
    [InlineData("""{"messages":7}""", "messages", "Expected an array, found a number.")]
    public void Parse_WrongShape_SaysWhereAndWhat(string body, string path, string reason)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(body);

        Assert.Equal((path, reason, 1), (malformed.Path, malformed.Reason, malformed.Count));
        Assert.NotEqual(0, malformed.RawJson.Length);
    }

    [Fact]
    public void Parse_HollowItemsBesideEachOther_AreOneEventWithTheirCount()
    {
        string body =
            Bodies.Messages(["1", "{ }", "null", Bodies.Text(id: "a"), "\"x\"", Bodies.Text(id: "b"), Bodies.Text(id: "c"), "[]", "{}"]);

        Assert.Collection(
            Bodies.Parse(body).Events,
            e => AssertRun(e, "messages[0]", 3, "1,{ },null"),
            e => Assert.Equal(new MessageId("a"), Assert.IsType<TextEvent>(e).Id),
            e => AssertRun(e, "messages[4]", 1, "\"x\""),
            e => Assert.Equal(new MessageId("b"), Assert.IsType<TextEvent>(e).Id),
            e => Assert.Equal(new MessageId("c"), Assert.IsType<TextEvent>(e).Id),
            e => AssertRun(e, "messages[7]", 2, "[],{}"));
    }

    private static void AssertRun(WebhookEvent e, string path, int count, string raw)
    {
        MalformedEvent malformed = Assert.IsType<MalformedEvent>(e);
        Assert.EndsWith(path, malformed.Path, StringComparison.Ordinal);
        Assert.Equal(count, malformed.Count);
        Assert.Equal(raw, Encoding.UTF8.GetString(malformed.RawJson.Span));
    }
}
