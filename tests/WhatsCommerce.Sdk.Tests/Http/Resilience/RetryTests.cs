using System.Net;
using System.Net.Sockets;
using WhatsCommerce.Http;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>What is repeated, what never is, and how long is waited in between.</summary>
public class RetryTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static readonly GraphOperation Reading = new("read", ReceiptReader.Read);

    // Whatever is shorter than the deadline of a request is a wait of the retry.
    private readonly FakeTimeProvider _time = new() { Skips = due => due < TimeSpan.FromMinutes(30) };

    public static TheoryData<int> ThrottledCodes() => [4, 9, 17, 32, 341, 613, 80000, 80007, 80008, 80009, 80014, 130429, 131056];

    public static TheoryData<int> OpenCodes() => [-1, 1, 2, 131000, 131016, 131057, 133004, 134101, 987654];

    public static TheoryData<int> FinalCodes() =>
        [3, 10, 12, 102, 200, 100, 506, 2500, 2635, 131009, 131026, 131030, 131047, 131048, 368, 131042, 132000, 131053];

    [Theory, MemberData(nameof(ThrottledCodes))]
    public async Task SendAsync_RejectedBeforeProcessing_IsRepeated(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code), StubMeta.Ok());

        MessageReceipt receipt = await Send(meta);

        Assert.Equal("wamid.abc", receipt.Id.ToString());
        Assert.Equal(2, meta.Requests.Count);
        Assert.Equal(meta.Requests[0], meta.Requests[1]);
        Assert.Single(_time.Skipped);
    }

    [Fact]
    public async Task SendAsync_HttpStatus429WithoutACode_IsRepeated()
    {
        using StubMeta meta = new(StubMeta.Answer(HttpStatusCode.TooManyRequests, "slow down"), StubMeta.Ok());

        await Send(meta);

        Assert.Equal(2, meta.Requests.Count);
    }

    // The second is what HttpClient throws when the server closes the connection in the very moment of connecting.
    public static TheoryData<Exception> FailuresToConnect => new()
    {
        new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"),
        new SocketException((int)SocketError.NotConnected),
    };

    [Theory, MemberData(nameof(FailuresToConnect), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_NeverWritten_IsRepeated(Exception failure)
    {
        int calls = 0;
        using CallbackHandler handler = new(async (request, cancellationToken) =>
        {
            if (++calls < 3)
            {
                throw failure;
            }

            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            return StubMeta.Ok();
        });

        await Send(handler);

        Assert.Equal(3, calls);
    }

    [Theory, MemberData(nameof(OpenCodes))]
    public async Task SendAsync_OutcomeOpen_IsNeverRepeated(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code, 500), StubMeta.Ok());

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(meta));

        Assert.Single(meta.Requests);
        Assert.Empty(_time.Skipped);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task SendAsync_ConnectionBrokenAfterWriting_IsNeverRepeated()
    {
        using StubMeta meta = new(StubMeta.Cut, _ => StubMeta.Ok());

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(meta));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_ThrottledAndThenOpen_StopsAtTheOpenOne()
    {
        using StubMeta meta = new(StubMeta.Error(130429), StubMeta.Error(131000, 500), StubMeta.Ok());

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(meta));

        Assert.Equal(2, meta.Requests.Count);
        Assert.Equal(2, exception.Attempts);
        Assert.Contains("This was attempt 2.", exception.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(FinalCodes))]
    public async Task SendAsync_Refused_IsNotRepeated(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code), StubMeta.Ok());

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => Send(meta));

        Assert.Single(meta.Requests);
        Assert.False(exception.IsRetrySafe);
    }

    [Theory, MemberData(nameof(OpenCodes))]
    public async Task SendIdempotentAsync_FailureOnMetasSide_IsRepeated(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code, 500), StubMeta.Ok());

        await Read(meta);

        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendIdempotentAsync_NoAnswer_IsRepeated()
    {
        using StubMeta meta = new(StubMeta.Cut, _ => StubMeta.Ok());

        await Read(meta);

        Assert.Equal(2, meta.Requests.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, typeof(GraphConnectionException))]
    [InlineData(HttpRequestError.ConnectionError, typeof(GraphConnectionException))]
    [InlineData(HttpRequestError.SecureConnectionError, typeof(GraphConnectionException))]
    [InlineData(HttpRequestError.ProxyTunnelError, typeof(GraphConnectionException))]
    [InlineData(HttpRequestError.ResponseEnded, typeof(GraphUnavailableException))]
    [InlineData(HttpRequestError.Unknown, typeof(GraphUnavailableException))]
    public async Task SendIdempotentAsync_NoConnectionOrNoAnswer_IsToldApart(HttpRequestError error, Type expected)
    {
        using StubMeta meta = new((HttpRequestMessage _) => throw new HttpRequestException(error, "Broken"));

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => Read(meta));

        Assert.IsType(expected, exception);
        Assert.True(exception.IsRetrySafe);
        Assert.Equal(4, meta.Requests.Count);
    }

    [Fact]
    public async Task SendIdempotentAsync_AnswerOfAnotherShape_IsRepeatedAndThenUnavailable()
    {
        using StubMeta meta = new(_ => StubMeta.Ok("<html>Welcome to the hotel's network</html>"));

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() => Read(meta));

        Assert.Equal(4, meta.Requests.Count);
        Assert.True(exception.IsRetrySafe);
        Assert.Contains("hotel", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendIdempotentAsync_UnknownErrorThatIsNoFailureOnMetasSide_IsNotRepeated()
    {
        using StubMeta meta = new(StubMeta.Error(987654), StubMeta.Ok());

        GraphException exception = await Assert.ThrowsAsync<GraphException>(() => Read(meta));

        Assert.Single(meta.Requests);
        Assert.Equal(987654, exception.Error!.Code);
    }

    [Fact]
    public async Task SendAsync_ThrottledWithoutAWait_WaitsLongerEachTimeAndGivesUp()
    {
        using StubMeta meta = new(_ => StubMeta.Error(130429));

        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta));

        Assert.Equal(4, meta.Requests.Count);
        Assert.Equal(4, exception.Attempts);
        Assert.True(exception.IsRetrySafe);
        Assert.Collection(
            _time.Skipped,
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public async Task SendAsync_ManyAttempts_WaitNoLongerThanTheLongestWait()
    {
        using StubMeta meta = new(_ => StubMeta.Error(130429));

        await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta, options =>
            (options.MaxAttempts, options.MaxDelay, options.TotalTime) = (20, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10))));

        Assert.Equal(20, meta.Requests.Count);
        Assert.All(_time.Skipped, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task SendAsync_RetryAfterInSeconds_IsWaitedForAtLeast()
    {
        using StubMeta meta = new(StubMeta.Error(4, 400, ("Retry-After", "7")), StubMeta.Ok());

        await Send(meta);

        Assert.InRange(Assert.Single(_time.Skipped), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7.7));
    }

    [Fact]
    public async Task SendAsync_RetryAfterAsADate_IsWaitedForAtLeast()
    {
        string date = (_time.Start + TimeSpan.FromSeconds(20)).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        using StubMeta meta = new(StubMeta.Error(4, 400, ("Retry-After", date)), StubMeta.Ok());

        await Send(meta);

        Assert.InRange(Assert.Single(_time.Skipped), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999999")]
    [InlineData("Sun, 01 Mar 2026 11:59:00 GMT")] // a minute ago
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task SendAsync_RetryAfterThatSaysNothing_WaitsAsWithoutIt(string value)
    {
        using StubMeta meta = new(_ => StubMeta.Error(4, 429, ("Retry-After", value)));

        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta));

        Assert.Equal(4, meta.Requests.Count);
        Assert.Collection(
            _time.Skipped,
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.1)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
        Assert.Equal(value == "1" ? TimeSpan.FromSeconds(1) : null, exception.RetryAfter);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task SendAsync_RetryAfterOfYears_FailsAtOnceAndTellsAWeek(string value)
    {
        using StubMeta meta = new(StubMeta.Error(4, 429, ("Retry-After", value)), StubMeta.Ok());

        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta));

        Assert.Single(meta.Requests);
        Assert.Equal(TimeSpan.FromDays(7), exception.RetryAfter);
    }

    [Fact]
    public async Task SendAsync_PairRateLimitBelowTheOwnBackoff_WaitsAsLongAsTheBackoff()
    {
        using StubMeta meta = new(StubMeta.Error(131056), StubMeta.Ok());

        await Send(meta, options => options.BaseDelay = TimeSpan.FromSeconds(20));

        Assert.InRange(Assert.Single(_time.Skipped), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task SendIdempotentAsync_RetryAfterOfZero_WaitsAsWithoutIt()
    {
        using StubMeta meta = new(StubMeta.Error(2, 503, ("Retry-After", "0")), StubMeta.Ok());

        await Read(meta);

        Assert.InRange(Assert.Single(_time.Skipped), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task SendAsync_TimeToRegainAccess_IsWaitedForAtLeast()
    {
        const string Usage =
            """{"1":[{"type":"whatsapp","call_count":100,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":3}]}""";
        using StubMeta meta = new(StubMeta.Error(80007, 400, ("X-Business-Use-Case-Usage", Usage), ("Retry-After", "2")), StubMeta.Ok());

        await Send(meta, options => options.TotalTime = TimeSpan.FromMinutes(10));

        Assert.InRange(Assert.Single(_time.Skipped), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3.3));
    }

    [Fact]
    public async Task SendAsync_PairRateLimit_WaitsPowersOfFour()
    {
        using StubMeta meta = new(StubMeta.Error(131056), StubMeta.Error(131056), StubMeta.Error(131056), StubMeta.Ok());

        await Send(meta);

        Assert.Collection(
            _time.Skipped,
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.4)),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(17.6)));
    }

    [Fact]
    public async Task SendAsync_WaitLongerThanTheTotalTime_FailsAtOnceAndTellsTheWait()
    {
        using StubMeta meta = new(StubMeta.Error(4, 400, ("Retry-After", "3600")), StubMeta.Ok());

        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta));

        Assert.Single(meta.Requests);
        Assert.Empty(_time.Skipped);
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.True(exception.IsRetrySafe);
    }

    [Fact]
    public async Task SendAsync_TotalTimeUsedUp_BeginsNoFurtherAttempt()
    {
        using StubMeta meta = new(_ => StubMeta.Error(4, 400, ("Retry-After", "25")));

        await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta, options => options.MaxAttempts = 20));

        Assert.Equal(3, meta.Requests.Count);
        Assert.InRange(_time.Elapsed, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task SendAsync_SwitchedOff_IsNotRepeated()
    {
        using StubMeta meta = new(StubMeta.Error(130429), StubMeta.Ok());

        await Assert.ThrowsAsync<GraphThrottledException>(() => Send(meta, options => options.Enabled = false));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledDuringTheWait_IsTheCallersCancellationAndNothingWasSent()
    {
        FakeTimeProvider standing = new();
        using StubMeta meta = new(_ => StubMeta.Error(130429));
        using TestClient client = new(Meta, handler: meta, time: standing);
        using CancellationTokenSource cancellation = new();

        Task sending = client.SendUntilAsync(cancellation.Token);
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.IsNotType<SendCanceledException>(exception);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Theory, InlineData(130429), InlineData(190)]
    public async Task SendAsync_CancelledWhileUnderWayAndThenRejected_IsNotSentAgainAndNothingWasSent(int code)
    {
        using CancellationTokenSource cancellation = new();
        using StubMeta meta = new((HttpRequestMessage _) =>
        {
            cancellation.Cancel();
            return StubMeta.Error(code);
        });
        using TestClient client = Client(meta);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.SendUntilAsync(cancellation.Token));

        Assert.True(exception is OperationCanceledException and not SendCanceledException or GraphAuthenticationException);
        Assert.Single(meta.Requests);
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task SendAsync_CancelledWhenTheOutcomeIsOpen_StaysOpen(int throttledBefore)
    {
        using CancellationTokenSource cancellation = new();
        int left = throttledBefore;
        using StubMeta meta = new((HttpRequestMessage _) =>
        {
            if (left-- > 0)
            {
                return StubMeta.Error(130429);
            }

            cancellation.Cancel();
            return StubMeta.Error(131000, 500);
        });
        using TestClient client = Client(meta);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.SendUntilAsync(cancellation.Token));
        Assert.True(
            exception is OutcomeUnknownException or SendCanceledException,
            $"A plain {exception.GetType()} would say that nothing was sent.");
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task SendAsync_CancelledWhileUnderWay_SaysSoInEveryAttempt(int throttledBefore)
    {
        using CancellationTokenSource cancellation = new();
        int left = throttledBefore;
        using StubMeta meta = new((HttpRequestMessage _) =>
        {
            if (left-- > 0)
            {
                return StubMeta.Error(130429);
            }

            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });
        using TestClient client = Client(meta);

        await Assert.ThrowsAsync<SendCanceledException>(() => client.SendUntilAsync(cancellation.Token));
    }

    [Fact]
    public async Task MarkAsReadAsync_FailureOnMetasSide_IsRepeated()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok("""{"success":true}"""));
        using TestClient client = Client(meta);

        await client.Client.Messages.MarkAsReadAsync("wamid.in", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, meta.Requests.Count);
        Assert.NotEmpty(meta.Requests[1].Body);
    }

    private async Task<MessageReceipt> Send(HttpMessageHandler meta, Action<RetryOptions>? configure = null)
    {
        using TestClient client = Client(meta, configure);
        return await client.SendHelloAsync();
    }

    private async Task Read(HttpMessageHandler meta)
    {
        using TestClient client = Client(meta);
        GraphCall call = new() { Operation = Reading, Account = client.Transport.Account, Method = HttpMethod.Get, Path = "1/anything" };
        await client.Transport.CallAsync<MessageReceipt>(call, TestContext.Current.CancellationToken);
    }

    private TestClient Client(HttpMessageHandler meta, Action<RetryOptions>? configure = null) => new(
        Meta,
        options =>
        {
            options.Timeout = TimeSpan.FromMinutes(30);
            configure?.Invoke(options.Retry);
        },
        meta,
        _time);

    private sealed class CallbackHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> callback)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            callback(request, cancellationToken);
    }
}
