using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using WhatsCommerce.Http;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Handlers that the app adds to our client by its own choice: whatever they do, what must not leave twice leaves once.</summary>
public class AddedHandlerTests
{
    public static TheoryData<string> Handlers() => [.. AppHandlers.All.Keys];

    [Theory, MemberData(nameof(Handlers))]
    public async Task SendAsync_Accepted_IsSentOnceAndToldAsSent(string handler)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Client(meta, AppHandlers.All[handler]());

        MessageReceipt receipt = await client.SendHelloAsync();

        Assert.Equal("wamid.abc", receipt.Id.Value);
        Assert.Single(meta.Requests);
        Assert.Contains("Hello", meta.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal(TestClient.Token, meta.Requests[0].Token);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task SendAsync_OutcomeOpen_IsSentOnceAndToldAsMetaSaidIt(string handler)
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        using TestClient client = Client(meta, AppHandlers.All[handler]());

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Single(meta.Requests);
        Assert.Equal((131000, "Atrace", 1), (exception.Error?.Code, exception.TraceId, exception.Attempts));
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task SendAsync_Throttled_IsToldAsRejected(string handler)
    {
        using StubMeta meta = new(StubMeta.Error(130429, 429, ("Retry-After", "7")), StubMeta.Ok());
        using TestClient client = Client(meta, AppHandlers.All[handler]());

        GraphThrottledException exception = await Assert.ThrowsAsync<GraphThrottledException>(client.SendHelloAsync);

        Assert.Single(meta.Requests);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task SendAsync_ConnectionBrokenAfterWriting_IsNotRepeated(string handler)
    {
        using StubMeta meta = new(StubMeta.Cut, _ => StubMeta.Ok());
        using TestClient client = Client(meta, AppHandlers.All[handler]());

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Single(meta.Requests);
        Assert.Contains("The response ended", exception.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task SendAsync_NeverWritten_IsToldSoEvenIfTheHandlerReadTheBody(string handler)
    {
        using Unreachable meta = new();
        using TestClient client = Client(meta, AppHandlers.All[handler]());

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(client.SendHelloAsync);

        Assert.True(exception.IsRetrySafe);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task CreateAsync_OutcomeOpen_CreatesOneCatalog(string handler)
    {
        using StubMeta meta = new(StubMeta.Error(2, 503), StubMeta.Ok("""{"id":"1"}"""));
        using TestClient client = Client(meta, AppHandlers.All[handler](), options => options.BusinessId = "1");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() =>
            client.Client.Catalogs.CreateAsync("Shop", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(meta.Requests);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task UploadAsync_FailureOnMetasSide_IsWrittenOnceAndToldAsMetaSaidIt(string handler)
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok("""{"id":"1"}"""));
        using TestClient client = Client(meta, AppHandlers.All[handler]());
        using MemoryStream file = new(Encoding.UTF8.GetBytes("A menu"));

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() =>
            client.Client.Media.UploadAsync(file, "text/plain", "menu.txt", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(131000, exception.Error?.Code);
        Assert.Contains("A menu", Assert.Single(meta.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_HandlerStopsWaitingAndAsksAgain_GetsTheLateAnswer()
    {
        TaskCompletionSource cut = new(), arrived = new(), late = new();
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async end =>
            {
                arrived.TrySetResult();
                await late.Task.WaitAsync(end);
            },
        };
        using TestClient client = Client(meta, AppHandlers.CutsShort(cut.Task, attempts: 2));

        Task<MessageReceipt> sending = client.SendHelloAsync();
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        cut.SetResult();
        late.SetResult();

        Assert.Equal("wamid.abc", (await sending).Id.Value);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_HandlerGivesUp_IsOutcomeUnknownAndSaysWho()
    {
        TaskCompletionSource cut = new();
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async end =>
            {
                cut.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
            },
        };
        using TestClient client = Client(meta, AppHandlers.GivesUp(cut.Task));

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Contains("a handler", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AppException", exception.Message, StringComparison.Ordinal);
        Assert.Contains("took longer than 10 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_HandlerGivesUpBeforeAnythingWasWritten_NothingIsWrittenAfterwards()
    {
        TaskCompletionSource connecting = new(), cut = new();
        using Connecting meta = new(connecting);
        using TestClient client = Client(meta, AppHandlers.GivesUp(cut.Task));

        Task<MessageReceipt> sending = client.SendHelloAsync();
        await meta.Begun.WaitAsync(TestContext.Current.CancellationToken);
        cut.SetResult();
        await Assert.ThrowsAsync<AppHandlers.AppException>(() => sending);
        connecting.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => meta.Written);
    }

    [Fact]
    public async Task SendAsync_CancelledUnderWay_IsTheCallersCancellation()
    {
        using CancellationTokenSource cancellation = new();
        FakeTimeProvider time = new();
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async end =>
            {
                await cancellation.CancelAsync();
                time.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
            },
        };
        using TestClient client = Client(meta, AppHandlers.Repeats(), time: time);

        SendCanceledException exception = await Assert.ThrowsAsync<SendCanceledException>(() => client.SendUntilAsync(cancellation.Token));

        Assert.Single(meta.Requests);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task SendAsync_HandlerSendsARequestOfItsOwn_IsLetThrough()
    {
        using StubMeta meta = new(
            request => StubMeta.Ok(request.RequestUri!.AbsolutePath == "/token" ? """{"token":"another"}""" : StubMeta.Accepted));
        using TestClient client = Client(meta, new AppHandlers.Handler(async (request, next, end) =>
        {
            using HttpRequestMessage ask =
                new(HttpMethod.Post, new Uri(request.RequestUri!, "/token")) { Content = new StringContent("please") };
            Assert.Contains("another", await (await next(ask, end)).Content.ReadAsStringAsync(end), StringComparison.Ordinal);
            return await next(request, end);
        }));

        await client.SendHelloAsync();

        Assert.Equal(["/token", $"/v25.0/{TestClient.PhoneNumberId}/messages"], meta.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task SendAsync_TwoAtOnceThroughAHandler_AreTwoExchanges()
    {
        int id = 0;
        using StubMeta meta = new(_ => StubMeta.Ok($$"""{"messages":[{"id":"wamid.{{Interlocked.Increment(ref id)}}"}]}"""));
        using TestClient client = Client(meta, AppHandlers.All["repeats copies"]());

        MessageReceipt[] receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.SendHelloAsync()));

        Assert.Equal(50, meta.Requests.Count);
        Assert.Equal(50, receipts.Select(receipt => receipt.Id).Distinct().Count());
    }

    [Fact]
    public async Task SendAsync_FilterOfTheAppAddsARetryingHandler_IsSentOnce()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        using TestClient client = new(
            new Uri("https://graph.facebook.com/"),
            handler: meta,
            services: services => services.AddSingleton<IHttpMessageHandlerBuilderFilter, AddsARetryingHandler>());

        await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_OptionsOfEveryClientAddARetryingHandler_IsSentOnce()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        using TestClient client = new(
            new Uri("https://graph.facebook.com/"),
            handler: meta,
            services: services => services.ConfigureAll<HttpClientFactoryOptions>(options =>
                options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(AppHandlers.Repeats()))));

        await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Single(meta.Requests);
    }

    private static TestClient Client(
        HttpMessageHandler meta,
        DelegatingHandler added,
        Action<WhatsCommerceOptions>? configure = null,
        TimeProvider? time = null) => new(
        new Uri("https://graph.facebook.com/"),
        configure,
        meta,
        time,
        services: services => services.AddHttpClient(GraphServices.HttpClientName("")).AddHttpMessageHandler(() => added));

    private sealed class AddsARetryingHandler : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Insert(0, AppHandlers.Repeats());
            builder.AdditionalHandlers.Add(AppHandlers.All["repeats copies"]());
        };
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
    }

    // Takes its time before it writes, and does not look at the cancellation in between.
    private sealed class Connecting(TaskCompletionSource connected) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _begun = new();
        private readonly TaskCompletionSource _written = new();

        public Task Begun => _begun.Task;

        public Task Written => _written.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _begun.SetResult();
            await connected.Task;
            try
            {
                await request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
                _written.SetResult();
            }
            catch (Exception exception)
            {
                _written.SetException(exception);
                throw;
            }

            return StubMeta.Ok();
        }
    }
}
