using System.Net;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Which exception an answer becomes.</summary>
public class ErrorAnswerTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    // What a reader of Meta's pages expects for the codes of the published answers.
    private static readonly Dictionary<int, Type> ExceptionOfCode = new()
    {
        [1] = typeof(OutcomeUnknownException),
        [2] = typeof(OutcomeUnknownException),
        [4] = typeof(GraphThrottledException),
        [10] = typeof(GraphPermissionException),
        [17] = typeof(GraphThrottledException),
        [100] = typeof(GraphInvalidRequestException),
        [104] = typeof(GraphAuthenticationException),
        [190] = typeof(GraphAuthenticationException),
        [200] = typeof(GraphPermissionException),
        [400] = typeof(GraphInvalidRequestException),
        [403] = typeof(GraphPermissionException),
        [613] = typeof(GraphThrottledException),
        [803] = typeof(GraphInvalidRequestException),
        [80007] = typeof(GraphThrottledException),
        [130429] = typeof(GraphThrottledException),
        [131005] = typeof(GraphPermissionException),
        [132000] = typeof(GraphException),
        [134011] = typeof(GraphException),
        [139102] = typeof(GraphException),
    };

    public static TheoryData<string> PublishedErrors() =>
        [.. SharedMaterial.JsonFiles("responses").Where(name => name.Contains("-error-", StringComparison.Ordinal))];

    public static TheoryData<int, Type> OneOfEachClass() => new()
    {
        { 190, typeof(GraphAuthenticationException) },
        { 10, typeof(GraphPermissionException) },
        { 130429, typeof(GraphThrottledException) },
        { 131048, typeof(GraphMessagingLimitException) },
        { 131000, typeof(OutcomeUnknownException) },
        { 131008, typeof(GraphInvalidRequestException) },
        { 131026, typeof(GraphRecipientException) },
        { 131047, typeof(GraphOutsideWindowException) },
        { 368, typeof(GraphException) },
        { 131042, typeof(GraphException) },
        { 2046, typeof(GraphException) },
        { 132001, typeof(GraphException) },
        { 2388040, typeof(GraphException) },
        { 131053, typeof(GraphException) },
        { 131059, typeof(GraphPagingException) },
        { 133010, typeof(GraphException) },
        { 139002, typeof(GraphException) },
        { 139101, typeof(GraphException) },
        { 138006, typeof(GraphException) },
        { 131215, typeof(GraphException) },
        { 147001, typeof(GraphException) },
        { 987654, typeof(OutcomeUnknownException) },
    };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(PublishedErrors))]
    public async Task SendAsync_PublishedError_BecomesTheExceptionOfItsClass(string file)
    {
        byte[] body =
            await File.ReadAllBytesAsync(SharedMaterial.Require("corpus", "responses", file), TestContext.Current.CancellationToken);
        JsonElement error = SharedMaterial.ReadJson("responses", file).GetProperty("error");

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => Send(HttpStatusCode.BadRequest, body));

        Assert.IsType(ExceptionOfCode[error.GetProperty("code").GetInt32()], exception);
        Assert.Equal(error.GetProperty("code").GetInt32(), exception.Error!.Code);
        Assert.Equal(body, exception.Response!.Body.ToArray());
        if (error.TryGetProperty("fbtrace_id", out JsonElement trace))
        {
            Assert.Equal(trace.GetString(), exception.TraceId);
        }
    }

    [Fact]
    public void PublishedErrors_AreThere()
    {
        SharedMaterial.Require("corpus", "responses");
        Assert.NotEmpty(PublishedErrors());
    }

    [Theory, MemberData(nameof(OneOfEachClass))]
    public async Task SendAsync_Error_BecomesTheExceptionOfItsClassAndKeepsItsNumber(int code, Type expected)
    {
        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(
            () => Send(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes($$$"""{"error":{"message":"No","code":{{{code}}}}}""")));

        Assert.IsType(expected, exception);
        Assert.Equal(code, exception.Error!.Code);
        Assert.Equal(exception.Error.Class, exception.ErrorClass);
    }

    [Fact]
    public void GraphErrorClass_ThatHasAnExceptionOfItsOwn_PairsWithItByName()
    {
        string[] own = [.. Enum.GetValues<GraphErrorClass>()
            .Select(value =>
                (Class: value, WhatsCommerce.Http.GraphExceptions.Create("", new GraphFailure { ErrorClass = value }).GetType().Name))
            .Where(pair => pair.Name != nameof(GraphException) && pair.Name != $"Graph{pair.Class}Exception")
            .Select(pair => $"{pair.Class}: {pair.Name}")];

        Assert.Empty(own);
    }

    [Theory]
    [InlineData("""{"error":{"code":131053,"error_data":"the sentence"}}""")]
    [InlineData("""{"error":{"code":131053,"details":"the sentence"}}""")]
    [InlineData("""{"error":{"code":131053,"error_data":{"details":"the sentence"},"details":"another"}}""")]
    public async Task SendAsync_DetailsWhereverTheyStand_AreRead(string body)
    {
        GraphException exception =
            await Assert.ThrowsAsync<GraphException>(() => Send(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(body)));

        Assert.Equal("the sentence", exception.Error!.Details);
    }

    [Fact]
    public async Task Answer_OfARefusal_HasHeadersAndBodyWithoutTokenAndNumber()
    {
        using StubMeta meta = new(StubMeta.Answer(
            HttpStatusCode.BadRequest,
            $$$"""{"error":{"code":100,"message":"{{{TestClient.Token}}} to 16505551234"},"new":1}""",
            ("x-fb-trace-id", "Atrace"),
            ("X-Echo", $"Bearer {TestClient.Token}")));
        using TestClient client = new(Meta, handler: meta);

        GraphException exception = await Assert.ThrowsAsync<GraphInvalidRequestException>(() => client.SendHelloAsync());

        string all =
            $"{exception.Response} {Encoding.UTF8.GetString(exception.Response!.Body.Span)} {string.Join(' ', exception.Response.Headers)}";
        Assert.DoesNotContain(TestClient.Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("6505551234", all, StringComparison.Ordinal);
        Assert.Contains("\"new\":1", all, StringComparison.Ordinal);
        Assert.Equal("Atrace", exception.TraceId);
        Assert.Equal("Atrace", exception.Response.Headers["X-FB-Trace-ID"]);
    }

    [Fact]
    public async Task Answer_HugeAndWithTheTokenAtTheCut_IsKeptUpToALimitWithoutHalfAToken()
    {
        const int Kept = 64 * 1024;
        string body = new string('x', Kept - 10) + TestClient.Token + new string('y', 10 * Kept);

        GraphException exception =
            await Assert.ThrowsAnyAsync<GraphException>(() => Send(HttpStatusCode.BadGateway, Encoding.UTF8.GetBytes(body)));

        Assert.Equal(Kept, exception.Response!.Body.Length);
        Assert.DoesNotContain(TestClient.Token[..6], Encoding.UTF8.GetString(exception.Response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendWithAnswerAsync_Accepted_GivesReceiptHeadersAndBodyAsTheyCame()
    {
        const string Body = """{"messages":[{"id":"wamid.abc"}],"tomorrow":{"x":1}}""";
        using StubMeta meta = new(StubMeta.Answer(HttpStatusCode.OK, Body, ("x-fb-trace-id", "Atrace")));
        using TestClient client = new(Meta, handler: meta);

        GraphResponse<MessageReceipt> answer = await client.Client.Messages.SendWithResponseAsync(
            TestClient.To, TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("wamid.abc", answer.Value.Id.ToString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Atrace", answer.TraceId);
        Assert.Equal(Body, Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal("application/json; charset=utf-8", answer.Headers["content-type"]);
    }

    private static async Task Send(HttpStatusCode status, byte[] body)
    {
        using StubMeta meta = new(new HttpResponseMessage(status) { Content = new ByteArrayContent(body) });
        using TestClient client = new(Meta, handler: meta);
        await client.SendHelloAsync();
    }
}
