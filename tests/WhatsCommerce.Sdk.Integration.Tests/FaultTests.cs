using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Over a real connection to a Cloud API that fails in every way: what the app is told is true, and nobody gets a message twice.</summary>
public class FaultTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    [Fact]
    public async Task SendAsync_TenThousandThroughFaults_ToldIsTrueAndNothingIsSentTwice()
    {
        const int Sends = 10_000;
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new CloudApiEmulatorOptions { HistoryLimit = 10 * Sends }, TestContext.Current.CancellationToken);
        cloud.Faults
            .AtRandom(0.02, EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(1)), seed: 1)
            .AtRandom(0.02, EmulatedFault.Throughput(), seed: 2)
            .AtRandom(0.02, EmulatedFault.PairRateLimit(), seed: 3)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed: 4)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed: 5)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed: 6)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed: 7)
            .AtRandom(0.005, EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(5)), seed: 8);

        // A deadline of 20 minutes takes 1.2 seconds here: longer than any honest answer, shorter than the slow ones.
        await using ServiceProvider services = Register(cloud, new HurriedTime(speed: 1000), options =>
        {
            options.Timeout = TimeSpan.FromMinutes(20);
            options.Retry.TotalTime = TimeSpan.FromHours(1);
            options.Retry.MaxAttempts = 8;
        });
        WhatsCommerceClient client = services.GetRequiredService<WhatsCommerceClient>();
        ConcurrentDictionary<string, SendOutcome> told = new(StringComparer.Ordinal);

        await foreach (SendResult result in client.Messages.SendManyAsync(
            Enumerable.Range(0, Sends).Select(i => (Recipient)Number(i)),
            Hello,
            new SendManyOptions { MaxConcurrency = 64, OptionsFor = to => new SendOptions { CallbackData = to.Value } },
            TestContext.Current.CancellationToken))
        {
            Assert.True(told.TryAdd(result.To.Value!, result.Outcome));
        }

        Dictionary<string, int> accepted = cloud.Requests
            .Where(request => request.IsAccepted)
            .GroupBy(request => request.Json!.Value.GetProperty("biz_opaque_callback_data").GetString()!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        ILookup<SendOutcome, string> by = told.ToLookup(one => one.Value, one => one.Key);

        Assert.Equal(Sends, told.Count);
        Assert.DoesNotContain(accepted, one => one.Value > 1);
        Assert.All(by[SendOutcome.Sent], to => Assert.Contains(to, accepted.Keys));
        Assert.All(by[SendOutcome.NotSent], to => Assert.DoesNotContain(to, accepted.Keys));
        Assert.InRange(accepted.Count, by[SendOutcome.Sent].Count(), by[SendOutcome.Sent].Count() + by[SendOutcome.Unknown].Count());

        // The test means something only if each fault struck, and if repeating saved what could be saved.
        Assert.Equal(8, cloud.Requests.Select(request => request.Fault?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(by[SendOutcome.Unknown].Count(), 500, 1_500);
        Assert.Contains(by[SendOutcome.Unknown], accepted.ContainsKey);
        Assert.Contains(by[SendOutcome.Unknown], to => !accepted.ContainsKey(to));
        Assert.InRange(by[SendOutcome.NotSent].Count(), 0, 10);
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

    private static ServiceProvider Register(CloudApiEmulator cloud, TimeProvider time, Action<WhatsCommerceOptions>? configure = null)
    {
        ServiceCollection services = new();
        services.AddSingleton(time);
        services.AddWhatsCommerce(options =>
        {
            cloud.Configure(options);

            // In hurried time an exchange takes minutes; neither limit is the subject here unless a test says so.
            options.Timeout = TimeSpan.FromHours(1);
            options.Retry.TotalTime = TimeSpan.FromHours(1);
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider(validateScopes: true);
    }
}
