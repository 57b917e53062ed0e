using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Diagnostics;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Handlers that the app gives to every HttpClient: ours goes without them, and says so.</summary>
public class InheritedHandlerTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task SendAsync_InheritedRetry_IsSentOnceInEitherOrderOfRegistration(bool defaultsFirst)
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        await using ServiceProvider services = App(meta, defaultsFirst, () => AppHandlers.Repeats());

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(services));

        Assert.Single(meta.Requests);
        Assert.Equal(131000, exception.Error?.Code);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GetAsync_InheritedRetry_IsRepeatedByOurRulesAlone(bool defaultsFirst)
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500));
        await using ServiceProvider services = App(meta, defaultsFirst, () => AppHandlers.Repeats());

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() =>
            Client(services).PhoneNumbers.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, meta.Requests.Count);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task GetAsync_InheritedHandlerThatHidesErrors_TellsWhatMetaSaid()
    {
        using StubMeta meta = new(StubMeta.Error(100));
        await using ServiceProvider services = App(meta, defaultsFirst: true, AppHandlers.All["hides errors"]);

        GraphInvalidRequestException exception = await Assert.ThrowsAsync<GraphInvalidRequestException>(() =>
            Client(services).PhoneNumbers.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Atrace", exception.TraceId);
    }

    [Fact]
    public async Task SendAsync_InheritedHandlers_AreNamedInTheLogOnce()
    {
        using RecordedLogs logs = new();
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider services = App(meta, defaultsFirst: true, () => AppHandlers.Repeats(), logs: logs);

        await SendAsync(services);
        await SendAsync(services);

        RecordedLogs.Entry entry = Assert.Single(logs.Entries, entry => entry.Id == 6);
        Assert.Equal((WhatsCommerceDiagnostics.LogCategory, LogLevel.Information), (entry.Category, entry.Level));
        Assert.Contains("The client WhatsCommerce does not use Handler,", entry.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task SendAsync_HandlerOnTheBuilder_IsKeptAmongInheritedOnes(bool defaultsFirst)
    {
        int seen = 0;
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider services = App(
            meta,
            defaultsFirst,
            () => AppHandlers.Repeats(),
            builder => builder.AddHttpMessageHandler(() => new AppHandlers.Handler((request, next, end) =>
            {
                seen++;
                return next(request, end);
            })));

        await SendAsync(services);

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task AddWhatsCommerce_OnceMoreForTheSameName_KeepsTheHandlersOfTheFirst()
    {
        int seen = 0;
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider services = App(
            meta,
            defaultsFirst: true,
            () => AppHandlers.Repeats(),
            builder =>
            {
                builder.AddHttpMessageHandler(() => new AppHandlers.Handler((request, next, end) =>
                {
                    seen++;
                    return next(request, end);
                }));
                builder.Services.AddWhatsCommerce(options => options.PhoneNumberId = "2");
            });

        await SendAsync(services);

        Assert.Equal(1, seen);
        Assert.Equal("/v25.0/2/messages", meta.Requests[0].Uri.AbsolutePath);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task CreateClient_InheritedTimeout_DoesNotCutOurs(bool defaultsFirst)
    {
        ServiceCollection services = new();
        Action<IHttpClientBuilder> impatient = builder => builder.ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(10));
        if (defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(impatient);
        }

        services.AddWhatsCommerce(_ => { });
        if (!defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(impatient);
        }

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("WhatsCommerce");

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public async Task SendAsync_InheritedPrimaryHandlerThatRepeats_IsReplaced()
    {
        await using RawServer server = RawServer.Cutting();
        using TestClient client = new(server.Address, services: services => services.ConfigureHttpClientDefaults(builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() =>
            {
                AppHandlers.Handler repeats = AppHandlers.Repeats();
                repeats.InnerHandler = new SocketsHttpHandler();
                return repeats;
            })));

        await Assert.ThrowsAsync<OutcomeUnknownException>(client.SendHelloAsync);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task CreateClient_AnotherClientOfTheApp_KeepsItsInheritedHandlers()
    {
        using StubMeta meta = new(StubMeta.Error(131000, 500), StubMeta.Ok());
        await using ServiceProvider services = App(
            meta,
            defaultsFirst: true,
            () => AppHandlers.Repeats(),
            builder => builder.Services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => meta));

        using HttpClient other = services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using HttpResponseMessage answer =
            await other.GetAsync(new Uri("https://elsewhere.example/"), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(2, meta.Requests.Count);
    }

    private static WhatsCommerceClient Client(ServiceProvider services) => services.GetRequiredService<WhatsCommerceClient>();

    private static Task<MessageReceipt> SendAsync(ServiceProvider services) =>
        Client(services).Messages.SendAsync(TestClient.To, TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

    private static ServiceProvider App(
        StubMeta meta,
        bool defaultsFirst,
        Func<DelegatingHandler> inherited,
        Action<IHttpClientBuilder>? configure = null,
        RecordedLogs? logs = null)
    {
        ServiceCollection services = new();
        if (defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(inherited));
        }

        IHttpClientBuilder builder = services.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = TestClient.PhoneNumberId;
            options.AccessToken = TestClient.Token;
            options.Retry.MaxAttempts = 2;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        builder.ConfigurePrimaryHttpMessageHandler(() => meta);
        configure?.Invoke(builder);
        if (!defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(inherited));
        }

        if (logs is not null)
        {
            services.AddLogging(logging => logging.AddProvider(logs));
        }

        return services.BuildServiceProvider(validateScopes: true);
    }
}
