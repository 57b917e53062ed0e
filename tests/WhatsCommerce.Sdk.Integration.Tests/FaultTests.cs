using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Over a real connection to a Cloud API that fails in every way: what the app is told is true, and nobody gets a message twice.</summary>
public class FaultTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    /// <summary>What the app gives to every HttpClient, and what it adds to ours, with the number of sends that go through it.</summary>
    public static TheoryData<string, int> Apps() =>
    [
        ("none", 2_000),
        ("Aspire's defaults", 10_000),
        ("standard resilience added", 1_000),
        ("standard hedging added", 1_000),
        .. AppHandlers.All.Keys.Select(name => (name, 500)),
    ];

    [Theory, MemberData(nameof(Apps))]
    public async Task SendAsync_ManyThroughFaults_ToldIsTrueAndNothingIsSentTwice(string app, int sends)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new CloudApiEmulatorOptions { HistoryLimit = 10 * sends }, TestContext.Current.CancellationToken);
        cloud.Faults
            .AtRandom(0.02, EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(1)), seed: 1)
            .AtRandom(0.02, EmulatedFault.Throughput(), seed: 2)
            .AtRandom(0.02, EmulatedFault.PairRateLimit(), seed: 3)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed: 4)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed: 5)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed: 6)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed: 7)
            .AtRandom(0.005, EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(5)), seed: 8);

        // A deadline of 20 minutes takes 1.2 seconds here: as a rule longer than an honest answer, and shorter than the slow ones.
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 1000), options =>
        {
            options.Timeout = TimeSpan.FromMinutes(20);
            options.Retry.TotalTime = TimeSpan.FromHours(1);
            options.Retry.MaxAttempts = 8;
        }, app);
        WhatsCommerceClient client = services.GetRequiredService<WhatsCommerceClient>();
        ConcurrentDictionary<string, SendResult> told = new(StringComparer.Ordinal);

        await foreach (SendResult result in client.Messages.SendManyAsync(
            Enumerable.Range(0, sends).Select(i => (Recipient)Number(i)),
            Hello,
            new SendManyOptions { MaxConcurrency = 64, OptionsFor = to => new SendOptions { CallbackData = to.Value } },
            TestContext.Current.CancellationToken))
        {
            Assert.True(told.TryAdd(result.To.Value!, result));
        }

        ILookup<string, RecordedRequest> requests = cloud.Requests.ToLookup(
            request => request.Json!.Value.GetProperty("biz_opaque_callback_data").GetString()!, StringComparer.Ordinal);
        ILookup<SendOutcome, string> by = told.ToLookup(one => one.Value.Outcome, one => one.Key);

        Assert.Equal(sends, told.Count);
        Assert.DoesNotContain(requests, one => one.Count(request => request.IsAccepted) > 1);
        Assert.All(by[SendOutcome.Sent], to => Assert.Contains(requests[to], request => request.IsAccepted));
        Assert.All(by[SendOutcome.NotSent], to => Assert.DoesNotContain(requests[to], request => request.IsAccepted));

        // Unknown is what Meta's side left open, no less, and what came late: the slow answers, and any on a busy machine.
        Assert.All(requests, one => Assert.True(!LeavesOpen(one.Last()) || told[one.Key].Outcome == SendOutcome.Unknown, $"{one.Last().Fault}: {told[one.Key]}"));
        Assert.All(by[SendOutcome.Unknown], to => Assert.True(LeavesOpen(requests[to].Last()) || IsLate(told[to]), told[to].Exception?.Message));
        Assert.All(by[SendOutcome.NotSent], to => Assert.IsType<GraphThrottledException>(told[to].Exception));

        // The test means something only if each fault struck, and if repeating saved what could be saved.
        Assert.Equal(8, cloud.Requests.Select(request => request.Fault?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(by[SendOutcome.Sent].Count(), sends / 2, sends);
        Assert.Contains(by[SendOutcome.Unknown], to => requests[to].Any(request => request.IsAccepted));
        Assert.Contains(by[SendOutcome.Unknown], to => requests[to].All(request => !request.IsAccepted));

        static bool LeavesOpen(RecordedRequest request) => request.Fault?.Name is { } name
            && (name.StartsWith("error 131000", StringComparison.Ordinal) || name.StartsWith("connection cut", StringComparison.Ordinal));

        static bool IsLate(SendResult result) => result.Exception!.Message.Contains("did not answer within", StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_ThroughputLimitOnce_IsSentOnce()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.Throughput());
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 100));

        await Send(services, Number(1));

        Assert.Equal([130429, null], cloud.Requests.Select(request => request.ErrorCode));
        Assert.Single(cloud.Customer(Number(1)).Received);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting, 0), InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task SendAsync_ConnectionCut_IsUnknownAndNotRepeated(FaultMoment moment, int received)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 100));
        await Send(services, Number(2)); // so that the connection is one that was used before
        cloud.Faults.Next(EmulatedFault.ConnectionCut(moment));

        await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => Send(services, Number(1)));

        Assert.Equal(2, cloud.Requests.Count);
        Assert.Equal(received, cloud.Customer(Number(1)).Received.Count);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting, 0), InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task SendAsync_ServerError_IsUnknownAndNotRepeated(FaultMoment moment, int received)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(moment));
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 100));

        await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => Send(services, Number(1)));

        Assert.Single(cloud.Requests);
        Assert.Equal(received, cloud.Customer(Number(1)).Received.Count);
    }

    [Fact]
    public async Task SendAsync_OneCustomerTooOften_WaitsForThatCustomerOnly()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        int refused = 0;
        cloud.Faults.When(
            request => request.Json!.Value.GetProperty("to").GetString() == Number(1) && refused++ < 2, EmulatedFault.PairRateLimit());
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 1000));

        await Task.WhenAll(Send(services, Number(1)), Send(services, Number(2)));

        Assert.Equal(4, cloud.Requests.Count);
        Assert.Single(cloud.Customer(Number(1)).Received);
        Assert.Single(cloud.Customer(Number(2)).Received);
    }

    private static string Number(int i) => FormattableString.Invariant($"+1650{5_000_000 + i}");

    private static Task<MessageReceipt> Send(ServiceProvider services, string to) => services.GetRequiredService<WhatsCommerceClient>()
        .Messages.SendAsync(to, Hello, cancellationToken: TestContext.Current.CancellationToken);

    private static ServiceProvider Register(
        CloudApiEmulator cloud, TimeProvider time, Action<WhatsCommerceOptions>? configure = null, string app = "none")
    {
        ServiceCollection services = new();
        services.AddSingleton(time);
        IHttpClientBuilder builder = services.AddWhatsCommerce(options =>
        {
            cloud.Configure(options);

            // In hurried time an exchange takes minutes; neither limit is the subject here unless a test says so.
            options.Timeout = TimeSpan.FromHours(1);
            options.Retry.TotalTime = TimeSpan.FromHours(1);
            configure?.Invoke(options);
        });
        switch (app)
        {
            case "none":
                break;
            case "Aspire's defaults":
                services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
                break;
            // They run on the hurried clock too: attempts are cut after 30 ms, hedged after 2 ms.
            case "standard resilience added":
                builder.AddStandardResilienceHandler(options =>
                {
                    options.TotalRequestTimeout.Timeout = TimeSpan.FromHours(12);
                    options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
                    options.Retry.MaxRetryAttempts = 10_000;
                    options.Retry.BackoffType = DelayBackoffType.Constant;
                    options.CircuitBreaker.MinimumThroughput = int.MaxValue;
                    options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(5);
                });
                break;
            case "standard hedging added":
                builder.AddStandardHedgingHandler().Configure(options =>
                {
                    options.TotalRequestTimeout.Timeout = TimeSpan.FromHours(12);
                    options.Endpoint.Timeout.Timeout = TimeSpan.FromHours(1);
                    options.Endpoint.CircuitBreaker.MinimumThroughput = int.MaxValue;
                    options.Endpoint.CircuitBreaker.SamplingDuration = TimeSpan.FromHours(3);
                });
                break;
            default:
                builder.AddHttpMessageHandler(AppHandlers.All[app]);
                break;
        }

        return services.BuildServiceProvider(validateScopes: true);
    }
}
