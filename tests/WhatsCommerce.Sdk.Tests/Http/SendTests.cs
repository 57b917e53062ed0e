using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>What a send puts on the wire, and what it makes of the answer.</summary>
public class SendTests
{
    private const string Accepted = """
        {"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],
        "messages":[{"id":"wamid.abc","message_status":"accepted"}]}
        """;

    private const string AcceptedForAGroup =
        """{"contacts":[{"input":"Y2FwaV9ncm91cA","wa_id":"Y2FwaV9ncm91cA"}],"messages":[{"id":"wamid.abc"}]}""";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Fact]
    public async Task SendAsync_PostsExactlyTheBytesOfToJson_WithTokenToTheNumbersMessages()
    {
        byte[]? body = null;
        HttpRequestMessage? request = null;
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Post, "https://graph.facebook.com/v25.0/106540352242922/messages")
            .With(message =>
            {
                request = message;
                body = message.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                return true;
            })
            .Respond("application/json", Accepted);
        using TestClient client = new(Meta, handler: meta);

        await client.SendHelloAsync();

        meta.VerifyNoOutstandingExpectation();
        Assert.Equal(TestClient.Hello.ToJson(TestClient.To), body);
        Assert.Equal($"Bearer {TestClient.Token}", request!.Headers.Authorization!.ToString());
        Assert.Equal("application/json; charset=utf-8", request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task SendAsync_TemplateAsMarketing_GoesToTheNumbersMarketingMessages()
    {
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Post, "https://graph.facebook.com/v25.0/106540352242922/marketing_messages")
            .Respond("application/json", Accepted);
        meta.Expect(HttpMethod.Post, "https://graph.facebook.com/v25.0/106540352242922/marketing_messages")
            .Respond("application/json", Accepted);
        using TestClient client = new(Meta, handler: meta);
        TemplateMessage message = Message.Template("august", "en").AsMarketing().Build();

        await client.Client.Messages.SendAsync(TestClient.To, message, cancellationToken: TestContext.Current.CancellationToken);
        await client.Client.Messages.SendWithResponseAsync(
            TestClient.To, message, cancellationToken: TestContext.Current.CancellationToken);

        meta.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/v26.0/106540352242922/messages")]
    [InlineData("https://proxy.example/graph", "https://proxy.example/graph/v26.0/106540352242922/messages")]
    [InlineData("https://proxy.example/graph/", "https://proxy.example/graph/v26.0/106540352242922/messages")]
    public async Task SendAsync_OtherAddressAndVersion_GoesThere(string address, string expected)
    {
        using MockHttpMessageHandler proxy = new();
        proxy.Expect(HttpMethod.Post, expected).Respond("application/json", Accepted);
        using TestClient client = new(new Uri(address), options => options.GraphVersion = "v26.0", proxy);

        await client.SendHelloAsync();

        proxy.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task SendAsync_Accepted_GivesTheReceipt()
    {
        MessageReceipt receipt = await SendAndGet(Accepted);

        Assert.Equal(new MessageReceipt { Id = "wamid.abc", Status = "accepted", Input = "+16505551234", WaId = "16505551234" }, receipt);
    }

    [Fact]
    public async Task SendAsync_AcceptedForAUserId_GivesTheReceiptWithoutNumber()
    {
        MessageReceipt receipt = await SendAndGet(
            """{"contacts":[{"input":"US.1349","user_id":"US.1349"}],"messages":[{"id":"wamid.abc"}],"something":{"new":[1]}}""");

        Assert.Equal(new MessageReceipt { Id = "wamid.abc", Input = "US.1349", UserId = "US.1349" }, receipt);
    }

    [Fact]
    public async Task SendAsync_AcceptedForAGroup_GivesTheGroupAndNoWhatsAppId()
    {
        using StubMeta meta = new(StubMeta.Ok(AcceptedForAGroup));
        using TestClient client = new(Meta, handler: meta);

        MessageReceipt receipt = await client.Client.Messages.SendAsync(
            Recipient.Group("Y2FwaV9ncm91cA"), TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new MessageReceipt { Id = "wamid.abc", Input = "Y2FwaV9ncm91cA", GroupId = "Y2FwaV9ncm91cA" }, receipt);
        Assert.Contains("To = Y2FwaV9ncm91cA", receipt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendWithAnswerAsync_AcceptedForAGroup_GivesTheGroup()
    {
        using StubMeta meta = new(StubMeta.Ok(AcceptedForAGroup));
        using TestClient client = new(Meta, handler: meta);

        GraphResponse<MessageReceipt> answer = await client.Client.Messages.SendWithResponseAsync(
            Recipient.Group("Y2FwaV9ncm91cA"), TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new GroupId("Y2FwaV9ncm91cA"), answer.Value.GroupId);
    }

    [Fact]
    public async Task SendAsync_AcceptedForACustomer_NamesNoGroup() => Assert.False((await SendAndGet(Accepted)).GroupId.HasValue);

    [Fact]
    public async Task Receipt_ToString_HidesTheNumber()
    {
        MessageReceipt receipt = await SendAndGet(Accepted);

        Assert.Contains("wamid.abc", receipt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("650555", receipt.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{"id":""}]}""")]
    [InlineData("""{"messages":[{"id":"wamid.a""")]
    [InlineData("<html>Welcome to the hotel's network</html>")]
    public async Task SendAsync_SuccessThatNamesNoMessage_IsOutcomeUnknown(string answer)
    {
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAndGet(answer));

        Assert.False(exception.IsRetrySafe);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Fact]
    public async Task SendAsync_Refused_CarriesWhatMetaSaid()
    {
        GraphProductException exception = await Assert.ThrowsAsync<GraphProductException>(() => SendAndGet(
            """
            {"error":{"message":"(#131009) Parameter value is not valid","type":"OAuthException","code":131009,
            "error_data":{"messaging_product":"whatsapp","details":"Products not found in FB Catalog"},
            "fbtrace_id":"Az8or2yhqkZfEZ-_4Qn_Bam"}}
            """,
            HttpStatusCode.BadRequest));

        Assert.Equal(GraphErrorClass.Product, exception.ErrorClass);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Equal("Az8or2yhqkZfEZ-_4Qn_Bam", exception.TraceId);
        Assert.Equal("Products not found in FB Catalog", exception.Error!.Details);
        Assert.False(exception.IsRetrySafe);
        Assert.Equal(
            "Meta answered 400 (#131009) Products not found in FB Catalog ((#131009) Parameter value is not valid) [fbtrace_id "
                + "Az8or2yhqkZfEZ-_4Qn_Bam].",
            exception.Message);
    }

    [Fact]
    public async Task SendAsync_Throttled_IsSafeToRepeatAfterTheWait()
    {
        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(() => SendAndGet(
            """{"error":{"message":"Too many","code":"130429","is_transient":true}}""", HttpStatusCode.BadRequest, ("Retry-After", "7")));

        Assert.Equal(GraphErrorClass.Throttled, exception.ErrorClass);
        Assert.True(exception.IsRetrySafe);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Theory]
    [InlineData(500, """{"error":{"message":"Something went wrong","code":131000}}""")]
    [InlineData(400, """{"error":{"message":"Brand new","code":987654}}""")]
    [InlineData(400, """{"error":{"message":"Brand new","code":987654,"is_transient":true}}""")]
    [InlineData(502, "<html><title>Bad gateway</title></html>")]
    [InlineData(503, "")]
    [InlineData(400, """{"error":{"mess""")]
    public async Task SendAsync_AnswerThatLeavesTheOutcomeOpen_IsOutcomeUnknown(int status, string answer)
    {
        OutcomeUnknownException exception =
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAndGet(answer, (HttpStatusCode)status));

        Assert.False(exception.IsRetrySafe);
        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Contains("not repeated", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_BodyThatIsNoJson_ShowsItsBeginning()
    {
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => SendAndGet("<html>\n<title>Bad gateway</title>" + new string('x', 10_000), HttpStatusCode.BadGateway));

        Assert.Contains("<title>Bad gateway</title>", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 0, 600);
    }

    [Fact]
    public async Task SendAsync_AnswerThatQuotesTokenAndNumber_HidesBoth()
    {
        GraphAuthenticationException exception = await Assert.ThrowsAsync<GraphAuthenticationException>(() => SendAndGet(
            $$$$"""{"error":{"message":"Malformed access token {{{{TestClient.Token}}}}","code":190,"error_data":"""
                + $$$$"""{"details":"for +16505551234 (16505551234)"}}}""",
            HttpStatusCode.Unauthorized));

        string all = $"{exception} {exception.Error} {exception.Error!.Message} {exception.Error.Details}";
        Assert.DoesNotContain(TestClient.Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("6505551234", all, StringComparison.Ordinal);
        Assert.Contains("***1234", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_InvalidRecipient_SendsNothing()
    {
        using MockHttpMessageHandler meta = new();
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Messages.SendAsync(
                "00447700900077", TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(0, meta.GetMatchCount(meta.Fallback));
    }

    [Fact]
    public async Task SendAsync_CancelledBefore_SendsNothingAndIsTheCallersCancellation()
    {
        using MockHttpMessageHandler meta = new();
        using TestClient client = new(Meta, handler: meta);

        OperationCanceledException exception =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendUntilAsync(new CancellationToken(canceled: true)));

        Assert.IsNotType<SendCanceledException>(exception);
    }

    private static async Task<MessageReceipt> SendAndGet(
        string answer, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using MockHttpMessageHandler meta = new();
        meta.When("*").Respond(() =>
        {
            HttpResponseMessage response = new(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
            foreach ((string name, string value) in headers)
            {
                response.Headers.Add(name, value);
            }

            return Task.FromResult(response);
        });
        using TestClient client = new(Meta, handler: meta);
        return await client.SendHelloAsync();
    }
}
