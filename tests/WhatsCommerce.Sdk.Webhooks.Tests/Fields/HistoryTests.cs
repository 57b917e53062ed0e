using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>The chat history: whose each conversation and message is.</summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData("\"id\":\"1\"", "1 - - -")]
    [InlineData("\"id\":\"US.1\"", "- US.1 - -")]
    [InlineData("\"context\":{\"wa_id\":\"1\"}", "1 - - -")]
    [InlineData("\"context\":{\"user_id\":\"US.1\"}", "- US.1 - -")]
    [InlineData("\"context\":{\"parent_user_id\":\"US.ENT.1\"}", "- - US.ENT.1 -")]
    [InlineData("\"context\":{\"username\":\"@ann\"}", "- - - @ann")]
    [InlineData("\"id\":\"2\",\"context\":{\"wa_id\":\"1\"}", "1 - - -")]
    [InlineData("\"id\":\"US.2\",\"context\":{\"user_id\":\"US.1\"}", "- US.1 - -")]
    [InlineData("\"id\":\"1\",\"context\":{\"user_id\":\"US.1\",\"username\":\"@ann\"}", "1 US.1 - @ann")]
    public void Parse_ThreadThatNamesItsCustomer_IsOfThatCustomerWithAllItsMessages(string thread, string expected)
    {
        HistoryThread read = ParseThread($$"""{{{thread}},"messages":[{{Bodies.Text()}}]}""");

        Customer customer = read.Customer;
        Assert.Equal(
            expected,
            $"{customer.WaId ?? "-"} {customer.UserId.Value ?? "-"} {customer.ParentUserId.Value ?? "-"} {customer.Username ?? "-"}");
        Assert.Same(customer, Assert.Single(read.Messages).Message.Customer);
    }

    [Theory]
    [InlineData("\"from\":\"15550170101\",\"to\":\"1\"", "1", null, null)]
    [InlineData("\"from\":\"15550170101\",\"to_user_id\":\"US.1\"", null, "US.1", null)]
    [InlineData("\"from\":\"15550170101\",\"to_parent_user_id\":\"US.ENT.1\"", null, null, "US.ENT.1")]
    [InlineData("\"from\":\"1\"", "1", null, null)]
    [InlineData("\"from_user_id\":\"US.1\"", null, "US.1", null)]
    [InlineData("\"from\":\"1\",\"from_parent_user_id\":\"US.ENT.1\"", "1", null, "US.ENT.1")]
    [InlineData("\"from_parent_user_id\":\"US.ENT.1\"", null, null, "US.ENT.1")]
    public void Parse_MessageOfAThreadThatNamesNobody_IsOfItsRecipientOrElseItsSender(
        string ids, string? waId, string? userId, string? parentUserId)
    {
        HistoryThread thread = ParseThread($$$"""{"messages":[{"id":"w",{{{ids}}},"type":"text","text":{"body":"x"}}]}""");

        HistoryMessage message = Assert.Single(thread.Messages);
        var customer = new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId };
        Assert.Equal((Customer.Unknown, customer), (thread.Customer, message.Message.Customer));
        bool isToCustomer = ids.Contains("\"to", StringComparison.Ordinal);
        Assert.Equal((!isToCustomer, isToCustomer ? customer : Customer.Unknown), (message.IsFromCustomer, message.Recipient));
    }

    [Theory]
    [InlineData("\"from\":\"5215512345678\"", true)]
    [InlineData("\"from\":\"525512345678\"", true)]
    [InlineData("\"from\":\"52\",\"from_user_id\":\"MX.1\"", true)]
    [InlineData("\"from\":\"52\",\"from_parent_user_id\":\"MX.ENT.1\"", true)]
    [InlineData("\"from\":\"525512345679\"", false)]
    [InlineData("\"from_user_id\":\"MX.2\",\"from_parent_user_id\":\"MX.ENT.2\"", false)]
    [InlineData("\"from\":\"5215512345678\",\"to\":\"15550170101\"", false)]
    public void Parse_MessageOfAThread_IsFromTheCustomerByWhicheverIdIsTheirs(string ids, bool isFromCustomer)
    {
        HistoryThread thread = ParseThread($$$"""
            {"id":"5215512345678","context":{"user_id":"MX.1","parent_user_id":"MX.ENT.1"},
            "messages":[{"id":"w",{{{ids}}},"type":"text","text":{"body":"x"}}]}
            """);

        Assert.Equal(isFromCustomer, Assert.Single(thread.Messages).IsFromCustomer);
    }

    [Fact]
    public void Parse_MessageOfAnotherUserWhereNobodyHasANumber_IsNotFromTheCustomer()
    {
        HistoryThread thread = ParseThread(
            """{"context":{"user_id":"US.1"},"messages":[{"id":"w","from_user_id":"US.2","type":"text","text":{"body":"x"}}]}""");

        Assert.False(Assert.Single(thread.Messages).IsFromCustomer);
    }

    [Theory]
    [InlineData("\"id\":\"1\",", "1")]
    [InlineData("", "2")]
    public void Parse_MalformedMessageOfAThread_IsOfItsCustomerOrElseItsSender(string thread, string waId)
    {
        const string message = """{"id":"w","from":"2","type":"text","text":{}}""";

        MalformedEvent malformed =
            Assert.IsType<MalformedEvent>(Parse($$"""{"history":[{"threads":[{{{thread}}"messages":[{{message}}]}]}]}""")[0]);

        Assert.Equal((waId, "w"), (malformed.Customer.WaId, malformed.MessageId.Value));
    }

    [Theory]
    [InlineData("""{"history":[{"threads":[{"messages":[7,#1]}],"threads":[{"messages":[#2]}]}]}""")]
    [InlineData("""{"history":[{"threads":[{"messages":[7,#1],"messages":[#2]}]}]}""")]
    public void Parse_ThreadsOrMessagesThatCameTwice_TheLastOnesCount(string value)
    {
        var history = Assert.IsType<HistoryEvent>(Assert.Single(Parse(
            value.Replace("#1", Bodies.Text(id: "w1"), StringComparison.Ordinal)
                .Replace("#2", Bodies.Text(id: "w2"), StringComparison.Ordinal))));

        HistoryMessage message = Assert.Single(Assert.Single(history.Threads).Messages);
        Assert.Equal("w2", Assert.IsType<TextEvent>(message.Message).Id.Value);
    }

    private static HistoryThread ParseThread(string thread) => Assert.Single(
        Assert.IsType<HistoryEvent>(Assert.Single(Parse($$"""{"history":[{"threads":[{{thread}}]}]}"""))).Threads);

    private static IReadOnlyList<WebhookEvent> Parse(string value) => Bodies.Parse(Bodies.Envelope(Bodies.Change(value, "history"))).Events;
}
