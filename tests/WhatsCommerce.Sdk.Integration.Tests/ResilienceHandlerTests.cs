using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>
/// Microsoft.Extensions.Http.Resilience in the app: given to every HttpClient, as Aspire's service defaults do it, or added to ours.
/// </summary>
public class ResilienceHandlerTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    [Theory, InlineData(true), InlineData(false)]
    public async Task SendAsync_InheritedAndAnswered500AfterAcceptance_IsPostedOnceAndUnknown(bool defaultsFirst)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));
        await using ServiceProvider services = Inheriting(cloud, defaultsFirst);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(services));

        Assert.Single(cloud.Requests);
        Assert.Single(cloud.Customer("+16505551234").Received);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task CreateAsync_InheritedAndAnswered500AfterAcceptance_CreatesOneCatalog(bool defaultsFirst)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));
        await using ServiceProvider services = Inheriting(cloud, defaultsFirst);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Client(services).Catalogs.CreateAsync(
            "Shop", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(cloud.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GetAsync_InheritedAndFailing_IsAskedAsOftenAsOurRulesSay(bool defaultsFirst)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.When(_ => true, EmulatedFault.ServerError(FaultMoment.BeforeAccepting));
        await using ServiceProvider services = Inheriting(cloud, defaultsFirst);

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() =>
            Client(services).PhoneNumbers.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, cloud.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.NotNull(exception.Error);
    }

    [Fact]
    public async Task UploadAsync_InheritedAndFailing_IsWrittenOnceAndToldAsMetaSaidIt()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(FaultMoment.BeforeAccepting));
        await using ServiceProvider services = Inheriting(cloud, defaultsFirst: true);
        using MemoryStream file = new("A menu"u8.ToArray());

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() => Client(services).Media.UploadAsync(
            file, "text/plain", "menu.txt", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(cloud.Requests);
        Assert.NotNull(exception.Error);
    }

    [Fact]
    public async Task SendAsync_AddedAndAnsweredAfterItsAttemptTimeout_IsPostedOnceAndSent()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(1)));
        await using ServiceProvider services = Register(cloud, builder => builder.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(100);
            options.Retry.MaxRetryAttempts = 1_000;
            options.Retry.BackoffType = DelayBackoffType.Constant;
            options.Retry.Delay = TimeSpan.FromMilliseconds(10);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(10);
            options.CircuitBreaker.MinimumThroughput = 10_000;
        }));

        MessageReceipt receipt = await Send(services);

        Assert.True(receipt.Id.HasValue);
        Assert.Single(cloud.Requests);
        Assert.Single(cloud.Customer("+16505551234").Received);
    }

    [Fact]
    public async Task SendAsync_AddedAndCutByItsTotalTimeout_IsPostedOnceAndUnknown()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromMinutes(1)));
        FakeTimeProvider time = new();
        await using ServiceProvider services = Register(cloud, builder => builder.AddResilienceHandler("cut", pipeline =>
        {
            pipeline.TimeProvider = time;
            pipeline.AddTimeout(TimeSpan.FromSeconds(3));
        }));

        Task sending = Send(services);
        await Patiently.Until(() => cloud.Requests.Count == 1);
        time.Advance(TimeSpan.FromSeconds(3));
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => sending);

        Assert.Contains("TimeoutRejectedException", exception.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Requests);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting), InlineData(FaultMoment.AfterAccepting)]
    public async Task SendAsync_HedgingAddedAndAnswered500_IsPostedOnceAndUnknown(FaultMoment moment)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(moment));
        await using ServiceProvider services = Register(cloud, static builder => builder.AddStandardHedgingHandler());

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(services));

        Assert.Single(cloud.Requests);
    }

    [Fact]
    public async Task SendAsync_HedgingAddedAndAnswerSlow_IsPostedOnceAndSent()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(1)));
        await using ServiceProvider services = Register(cloud, builder => builder.AddStandardHedgingHandler().Configure(options =>
        {
            options.Hedging.Delay = TimeSpan.FromMilliseconds(50);
            options.Hedging.MaxHedgedAttempts = 5;
        }));

        await Send(services);

        Assert.Single(cloud.Requests);
    }

    private static Task<MessageReceipt> Send(ServiceProvider services) =>
        Client(services).Messages.SendAsync("+16505551234", Hello, cancellationToken: TestContext.Current.CancellationToken);

    private static WhatsCommerceClient Client(ServiceProvider services) => services.GetRequiredService<WhatsCommerceClient>();

    private static ServiceProvider Inheriting(CloudApiEmulator cloud, bool defaultsFirst) => Register(
        cloud,
        builder => (defaultsFirst ? null : builder.Services)?.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()),
        services => (defaultsFirst ? services : null)?.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()));

    private static ServiceProvider Register(
        CloudApiEmulator cloud, Action<IHttpClientBuilder> configure, Action<IServiceCollection>? before = null)
    {
        ServiceCollection services = new();
        before?.Invoke(services);
        configure(services.AddWhatsCommerce(options =>
        {
            cloud.Configure(options);
            options.Timeout = TimeSpan.FromMinutes(5);
            options.Retry.MaxAttempts = 3;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        }));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
