using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>
/// Over a real connection to a Cloud API that fails in every way: what the app is told is true, and nobody gets a message twice.
/// </summary>
public class FaultTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    // The longest there is. The clock of these tests passes over every shorter wait, and over this one when a test moves it.
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new() { Skips = wait => wait < Deadline };

    /// <summary>What the app gives to every HttpClient, and what it adds to ours, with the number of sends that go through it.</summary>
    public static TheoryData<string, int> Apps() =>
    [
        ("none", 2_000),
        ("Aspire's defaults", Repetitions.Of(few: 2_000, all: 10_000)),
        ("standard resilience added", 1_000),
        ("standard hedging added", 1_000),
        .. AppHandlers.All.Keys.Select(name => (name, 500)),
    ];

    [Theory, MemberData(nameof(Apps))]
    public async Task SendAsync_ManyThroughFaults_ToldIsTrueAndNothingIsSentTwice(string app, int sends)
    {
        const int Slow = 20;
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new CloudApiEmulatorOptions { HistoryLimit = 10 * sends }, TestContext.Current.CancellationToken);
        cloud.Faults
            .AtRandom(0.02, EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(1)), seed: 1)
            .AtRandom(0.02, EmulatedFault.Throughput(), seed: 2)
            .AtRandom(0.02, EmulatedFault.PairRateLimit(), seed: 3)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed: 4)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed: 5)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed: 6)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed: 7);
        await using ServiceProvider services = Register(cloud, options => options.Retry.MaxAttempts = 8, app);
        ConcurrentDictionary<string, SendResult> told = new(StringComparer.Ordinal);
        await SendManyAsync(0, sends - Slow);

        // Answers that come too late: when the deadline is over, these and no others are under way.
        cloud.Faults.Clear();
        cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromDays(1)), Slow);
        Task late = SendManyAsync(sends - Slow, Slow);
        await Patiently.Until(() => cloud.Requests.Count(request => request.Fault?.Name == "slow answer") == Slow);
        _time.Advance(Deadline);
        await late;

        ILookup<string, RecordedRequest> requests = cloud.Requests.ToLookup(
            request => request.Json!.Value.GetProperty("biz_opaque_callback_data").GetString()!, StringComparer.Ordinal);
        ILookup<SendOutcome, string> by = told.ToLookup(one => one.Value.Outcome, one => one.Key);

        Assert.Equal(sends, told.Count);
        Assert.DoesNotContain(requests, one => one.Count(request => request.IsAccepted) > 1);
        Assert.All(by[SendOutcome.Sent], to => Assert.Contains(requests[to], request => request.IsAccepted));
        Assert.All(by[SendOutcome.NotSent], to => Assert.DoesNotContain(requests[to], request => request.IsAccepted));

        // Unknown is what Meta's side left open: no less and no more.
        Assert.All(requests, one => Assert.True(
            LeavesOpen(one.Last()) == (told[one.Key].Outcome == SendOutcome.Unknown),
            $"{one.Last().Fault}: {told[one.Key]} {told[one.Key].Exception}"));
        Assert.All(by[SendOutcome.NotSent], to => Assert.IsType<GraphThrottledException>(told[to].Exception));

        // The test means something only if each fault struck, and if repeating saved what could be saved.
        Assert.Equal(8, cloud.Requests.Select(request => request.Fault?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(by[SendOutcome.Sent].Count(), sends / 2, sends);
        Assert.Contains(by[SendOutcome.Unknown], to => requests[to].Any(request => request.IsAccepted));
        Assert.Contains(by[SendOutcome.Unknown], to => requests[to].All(request => !request.IsAccepted));

        async Task SendManyAsync(int first, int count)
        {
            await foreach (SendResult result in services.GetRequiredService<WhatsCommerceClient>().Messages.SendManyAsync(
                Enumerable.Range(first, count).Select(i => (Recipient)Number(i)),
                Hello,
                new SendManyOptions { MaxConcurrency = 64, OptionsFor = to => new SendOptions { CallbackData = to.Value } },
                TestContext.Current.CancellationToken))
            {
                Assert.True(told.TryAdd(result.To.Value!, result));
            }
        }

        static bool LeavesOpen(RecordedRequest request) => request.Fault?.Name is { } name && (name == "slow answer"
            || name.StartsWith("error 131000", StringComparison.Ordinal) || name.StartsWith("connection cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_ThroughputLimitOnce_IsSentOnce()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.Throughput());
        await using ServiceProvider services = Register(cloud);

        await Send(services, Number(1));

        Assert.Equal([130429, null], cloud.Requests.Select(request => request.ErrorCode));
        Assert.Single(cloud.Customer(Number(1)).Received);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting, 0), InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task SendAsync_ConnectionCut_IsUnknownAndNotRepeated(FaultMoment moment, int received)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using ServiceProvider services = Register(cloud);
        await Send(services, Number(2)); // so that the connection is one that was used before
        cloud.Faults.Next(EmulatedFault.ConnectionCut(moment));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(services, Number(1)));

        Assert.Equal(2, cloud.Requests.Count);
        Assert.Equal(received, cloud.Customer(Number(1)).Received.Count);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting, 0), InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task SendAsync_ServerError_IsUnknownAndNotRepeated(FaultMoment moment, int received)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Faults.Next(EmulatedFault.ServerError(moment));
        await using ServiceProvider services = Register(cloud);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Send(services, Number(1)));

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
        await using ServiceProvider services = Register(cloud);

        await Task.WhenAll(Send(services, Number(1)), Send(services, Number(2)));

        Assert.Equal(4, cloud.Requests.Count);
        Assert.Single(cloud.Customer(Number(1)).Received);
        Assert.Single(cloud.Customer(Number(2)).Received);
    }

    private static string Number(int i) => FormattableString.Invariant($"+1650{5_000_000 + i}");

    private static Task<MessageReceipt> Send(ServiceProvider services, string to) => services.GetRequiredService<WhatsCommerceClient>()
        .Messages.SendAsync(to, Hello, cancellationToken: TestContext.Current.CancellationToken);

    private ServiceProvider Register(CloudApiEmulator cloud, Action<WhatsCommerceOptions>? configure = null, string app = "none")
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_time);
        IHttpClientBuilder builder = services.AddWhatsCommerce(options =>
        {
            cloud.Configure(options);
            options.Timeout = Deadline;
            options.Retry.TotalTime = Deadline;
            configure?.Invoke(options);
        });
        switch (app)
        {
            case "none":
                break;
            case "Aspire's defaults":
                services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
                break;
            // On the clock of the test too: their waits are passed over, and their limits are beyond the deadline.
            case "standard resilience added":
                builder.AddStandardResilienceHandler(options =>
                {
                    options.TotalRequestTimeout.Timeout = 12 * Deadline;
                    options.AttemptTimeout.Timeout = 2 * Deadline;
                    options.CircuitBreaker.MinimumThroughput = int.MaxValue;
                    options.CircuitBreaker.SamplingDuration = 5 * Deadline;
                });
                break;
            case "standard hedging added":
                builder.AddStandardHedgingHandler().Configure(options =>
                {
                    options.TotalRequestTimeout.Timeout = 12 * Deadline;
                    options.Endpoint.Timeout.Timeout = 2 * Deadline;
                    options.Endpoint.CircuitBreaker.MinimumThroughput = int.MaxValue;
                    options.Endpoint.CircuitBreaker.SamplingDuration = 5 * Deadline;
                });
                break;
            default:
                builder.AddHttpMessageHandler(AppHandlers.All[app]);
                break;
        }

        return services.BuildServiceProvider(validateScopes: true);
    }
}
