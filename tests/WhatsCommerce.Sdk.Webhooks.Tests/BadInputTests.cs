using System.Text;
using System.Text.RegularExpressions;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Bodies that are no webhook, or a webhook in odd clothes.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("", WebhookParseErrorKind.Empty, 0)]
    [InlineData(" \r\n\t", WebhookParseErrorKind.Empty, 0)]
    [InlineData("null", WebhookParseErrorKind.NotAnObject, 0)]
    [InlineData(" []", WebhookParseErrorKind.NotAnObject, 1)]
    [InlineData("[{\"entry\":[]}]", WebhookParseErrorKind.NotAnObject, 0)]
    [InlineData("\"entry\"", WebhookParseErrorKind.NotAnObject, 0)]
    [InlineData("42", WebhookParseErrorKind.NotAnObject, 0)]
    [InlineData("true", WebhookParseErrorKind.NotAnObject, 0)]
    [InlineData("34\"x\"", WebhookParseErrorKind.InvalidJson, 2)]
    [InlineData("1x", WebhookParseErrorKind.InvalidJson, 1)]
    [InlineData("<html>", WebhookParseErrorKind.InvalidJson, 0)]
    [InlineData("{", WebhookParseErrorKind.InvalidJson, 1)]
    [InlineData("{\"entry\":[", WebhookParseErrorKind.InvalidJson, 10)]
    [InlineData("{\"entry\":[{", WebhookParseErrorKind.InvalidJson, 11)]
    [InlineData("{}x", WebhookParseErrorKind.InvalidJson, 2)]
    [InlineData("{} {}", WebhookParseErrorKind.InvalidJson, 3)]
    [InlineData("{\"a\":1,}", WebhookParseErrorKind.InvalidJson, 7)]
    [InlineData("{\"a\":01}", WebhookParseErrorKind.InvalidJson, 6)]
    [InlineData("{\"a\":\"\u0001\"}", WebhookParseErrorKind.InvalidJson, 6)]
    [InlineData("{\"a\":\"\\x\"}", WebhookParseErrorKind.InvalidJson, 7)]
    [InlineData("{'a':1}", WebhookParseErrorKind.InvalidJson, 1)]
    [InlineData("{\"a\":1 /* no */}", WebhookParseErrorKind.InvalidJson, 7)]
    [InlineData("{\r\n \"a\":\n x}", WebhookParseErrorKind.InvalidJson, 10)]
    public void TryParse_NoWebhook_SaysWhatAndWhere(string body, WebhookParseErrorKind kind, long position)
    {
        bool parsed = WebhookParser.TryParse(body.Bytes(), out WebhookNotification? notification, out WebhookParseError? error);

        Assert.False(parsed);
        Assert.Null(notification);
        Assert.Equal((kind, position), (error!.Kind, error.Position));
    }

    [Theory]
    [InlineData("{\"a\":x,\n\"b\":1}", "Not valid JSON from byte 8 on.", 8)]
    [InlineData("{\n\"a\":", "The JSON breaks off at its end, byte 9.", 9)]
    [InlineData(" ", "The body is empty.", 3)]
    [InlineData("{\"a\":\"\u00ff\"}", "Not valid UTF-8 at byte 9.", 9)]
    public void TryParse_NoWebhookAfterAByteOrderMark_CountsItsBytes(string body, string message, long position)
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes(body)];

        Assert.False(WebhookParser.TryParse(marked, out _, out WebhookParseError? error));
        Assert.Equal((message, position), (error.Message, error.Position));
    }

    [Theory]
    [InlineData("[", "Nested deeper than 256 levels, at byte 267.", WebhookParseErrorKind.TooDeep)]
    [InlineData("x", "Not valid JSON from byte 267 on.", WebhookParseErrorKind.InvalidJson)]
    public void TryParse_BrokenAtTheDeepestLevel_SaysWhetherItIsTheDepth(string last, string message, WebhookParseErrorKind kind)
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. $$"""{"entry":{{new string('[', 255)}}{{last}}""".Bytes()];

        Assert.False(WebhookParser.TryParse(body, out _, out WebhookParseError? error));
        Assert.Equal((kind, 267, message), (error.Kind, error.Position, error.Message));
    }

    [Fact]
    public void Parse_NoWebhook_ThrowsWithTheSameError()
    {
        Assert.False(WebhookParser.TryParse("[]".Bytes(), out _, out WebhookParseError? error));

        var exception = Assert.Throws<WebhookFormatException>(() => Bodies.Parse("[]"));

        Assert.Equal(error, exception.Error);
        Assert.Equal("Expected a JSON object, found an array.", exception.Message);
        Assert.IsAssignableFrom<WhatsCommerceException>(exception);
    }

    [Fact]
    public void TryParse_BrokenInTheCustomersText_DoesNotRepeatTheText()
    {
        string body = Bodies.Messages(Bodies.Text("secret \" surprise"));

        Assert.False(WebhookParser.TryParse(body.Bytes(), out _, out WebhookParseError? error));
        Assert.DoesNotContain("surprise", error.Message, StringComparison.Ordinal);
        Assert.Equal(body.IndexOf("surprise", StringComparison.Ordinal), error.Position);
    }

    [Fact]
    public void TryParse_CutAtEveryByte_SaysThatItIsCut()
    {
        byte[] body = Bodies.Everything.Bytes();
        for (int length = 0; length < body.Length; length++)
        {
            bool parsed = WebhookParser.TryParse(body.AsMemory(0, length), out _, out WebhookParseError? error);

            Assert.False(parsed, $"The first {length} bytes were taken for a whole body.");
            Assert.Equal(length == 0 ? WebhookParseErrorKind.Empty : WebhookParseErrorKind.InvalidJson, error!.Kind);
            Assert.InRange(error.Position, 0, length);
        }

        Assert.True(WebhookParser.TryParse(body, out _));
    }

    [Theory]
    [InlineData(0xff)]
    [InlineData(0xc0)]
    [InlineData(0x80)]
    [InlineData(0xed)]
    public void TryParse_InvalidUtf8_SaysWhere(byte wrong)
    {
        byte[] body = Bodies.Messages(Bodies.Text("caf?")).Bytes();
        int at = Array.IndexOf(body, (byte)'?');
        body[at] = wrong;

        Assert.False(WebhookParser.TryParse(body, out _, out WebhookParseError? error));
        Assert.Equal((WebhookParseErrorKind.InvalidUtf8, (long)at), (error.Kind, error.Position));
    }

    [Theory]
    [InlineData(@"\ud83d", "\ufffd")]
    [InlineData(@"\ude00", "\ufffd")]
    [InlineData(@"a\ud83db", "a\ufffdb")]
    [InlineData(@"\ud83d\ud83d\ude00", "\ufffd😀")]
    [InlineData(@"\ude00\ud83d", "\ufffd\ufffd")]
    [InlineData(@"\ud83d\u0041", "\ufffdA")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\uD83D\uDE00\u00E9\/\\\""\b\f\n\r\t", "😀é/\\\"\b\f\n\r\t")]
    [InlineData(@"\u0000", "\0")]
    public void Parse_EscapedText_IsUnescapedAndLoneSurrogatesAreReplaced(string escaped, string expected) =>
        Assert.Equal(expected, Bodies.ParseOne<TextEvent>(Bodies.Messages(Bodies.Text(escaped))).Text);

    [Fact]
    public void Parse_LoneSurrogateInEveryStringAndName_IsRead()
    {
        string body = Bodies.Everything.Replace("\":", "\\ud800\":", StringComparison.Ordinal);
        string values = Bodies.Everything.Replace("\",\"", "\\ud800\",\"", StringComparison.Ordinal);

        Assert.IsType<MalformedEvent>(Bodies.ParseOne(body));
        Assert.Equal(Bodies.Parse(Bodies.Everything).Events.Count, Bodies.Parse(values).Events.Count);
    }

    [Fact]
    public void Parse_LongEscapedText_IsUnescaped()
    {
        string text = string.Concat(Enumerable.Repeat("ж😀\n", 2000));
        string escaped = string.Concat(Enumerable.Repeat("ж\\ud83d\\ude00\\n", 2000));

        Assert.Equal(text, Bodies.ParseOne<TextEvent>(Bodies.Messages(Bodies.Text(escaped))).Text);
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Bodies.Messages(Bodies.Text()).Bytes()];

        Assert.IsType<TextEvent>(Assert.Single(WebhookParser.Parse(body).Events));
        Assert.False(WebhookParser.TryParse(body.AsMemory(0, 3), out _, out WebhookParseError? empty));
        Assert.Equal(WebhookParseErrorKind.Empty, empty.Kind);
        Assert.False(WebhookParser.TryParse(body.AsMemory(0, 10), out _, out WebhookParseError? cut));
        Assert.Equal(10, cut.Position);
    }

    [Fact]
    public void Parse_NestedTwoHundredDeep_IsReadAndKept()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages($$$"""{"id":"w","text":{"body":"x"},"deep":{{{deep}}}}"""));

        Assert.True(text.AdditionalProperties.TryGetValue("deep", out var kept));
        Assert.Equal(deep, kept.Text());
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void TryParse_NestedTenThousandDeep_IsRefused(string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        Assert.False(WebhookParser.TryParse($$"""{"entry":{{deep}}}""".Bytes(), out _, out WebhookParseError? error));
        Assert.Equal(WebhookParseErrorKind.TooDeep, error.Kind);
        Assert.Contains("256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MemberTwice_TheLastCounts()
    {
        OrderEvent order = Bodies.ParseOne<OrderEvent>(Bodies.Messages("""
            {"id":"a","id":"b","timestamp":"x","timestamp":5,"order":7,"order":{"product_items":5,"text":"1","text":"2",
            "product_items":[{"quantity":"x","quantity":2,"product_retailer_id":"p","product_retailer_id":"q"}]}}
            """));

        Assert.Equal((new MessageId("b"), "2", DateTimeOffset.FromUnixTimeSeconds(5)), (order.Id, order.Text, order.Timestamp));
        Assert.Equal((new RetailerId("q"), 2), (order.Items[0].RetailerId, order.Items[0].Quantity));
    }

    [Theory]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[#a]}}]}],"entry":[{"changes":[{"value":{"messages":[#b]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[#a]}}],"changes":[{"value":{"messages":[#b]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[#a]},"value":{"messages":[#b]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[#a],"messages":[#b]}}]}]}""")]
    [InlineData("""{"messages":[#a],"messages":[#b]}""")]
    [InlineData("""{"messages":[#a],"messages":[#a],"messages":[#b]}""")]
    public void Parse_ArrayTwice_TheLastCounts(string body)
    {
        body = body.Replace("#a", Bodies.Text(id: "a"), StringComparison.Ordinal)
            .Replace("#b", Bodies.Text(id: "b"), StringComparison.Ordinal);

        Assert.Equal(new MessageId("b"), Bodies.ParseOne<TextEvent>(body).Id);
    }

    [Theory]
    [InlineData("""{"statuses":[#a],"statuses":[#b]}""")]
    [InlineData("""{"statuses":[#a],"statuses":[#a],"statuses":[#b]}""")]
    public void Parse_StatusesTwice_TheLastCount(string body)
    {
        body = body.Replace("#a", Bodies.Status(id: "a"), StringComparison.Ordinal)
            .Replace("#b", Bodies.Status(id: "b"), StringComparison.Ordinal);

        Assert.Equal(new MessageId("b"), Bodies.ParseOne<StatusEvent>(body).MessageId);
    }

    [Fact]
    public void Parse_ContactsTwiceAfterTheirMessages_TheLastNameTheCustomer()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>($$$"""
            {"messages":[{{{Bodies.Text()}}}],"contacts":[{"profile":{"name":"A"},"wa_id":"16505550142"}],
            "contacts":[{"profile":{"name":"B"},"wa_id":"16505550142"}]}
            """);

        Assert.Equal("B", text.Customer.ProfileName);
    }

    [Fact]
    public void Parse_ContactOfAnArrayThatCameAgain_IsKeptIfNobodyElseUsesIt()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Envelope(Bodies.Change($$$"""
            {"contacts":[{{{Bodies.Contact}}}],"messages":[{{{Bodies.Text()}}}],
            "messages":[{"from":"15005550199","id":"b","text":{"body":"b"}}]}
            """)));

        Assert.True(text.Change.AdditionalProperties.Contains("value.contacts"));
    }

    [Fact]
    public void Parse_EscapedMemberNames_AreRecognised()
    {
        string body = Bodies.Messages(Bodies.Order())
            .Replace("\"entry\"", "\"\\u0065ntry\"", StringComparison.Ordinal)
            .Replace("\"messages\":", "\"mess\\u0061ges\":", StringComparison.Ordinal)
            .Replace("\"quantity\"", "\"\\u0071\\u0075antity\"", StringComparison.Ordinal)
            .Replace("\"currency\"", "\"c\\ud800urrency\"", StringComparison.Ordinal);

        OrderItem item = Assert.Single(Bodies.ParseOne<OrderEvent>(body).Items);

        Assert.Equal(2, item.Quantity);
        Assert.Equal(["c\ufffdurrency", "item_price"], item.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_StringsForNumbersAndNumbersForStrings_GiveTheSame()
    {
        string numbers = Bodies.Entries("""
            {"id":427019853661240,"time":1762426900,"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":113907458826031},
            "contacts":[{"wa_id":16505550142}],
            "messages":[{"id":1,"from":16505550142,"timestamp":1762426800,"order":{"catalog_id":318426097713355,
            "product_items":[{"product_retailer_id":7,"quantity":2,"item_price":3.49,"currency":"USD"}]}}]}}]}
            """);
        string strings = Regex.Replace(numbers, @"(?<=:)[\d.]+", "\"$0\"", RegexOptions.None, Timeout.InfiniteTimeSpan);

        Assert.NotEqual(numbers, strings);
        Assert.Equal(
            Bodies.Parse(numbers).Events.Select(EventDescription.Describe),
            Bodies.Parse(strings).Events.Select(EventDescription.Describe));
        Assert.Equal(2, Bodies.ParseOne<OrderEvent>(strings).Items[0].Quantity);
    }
}
