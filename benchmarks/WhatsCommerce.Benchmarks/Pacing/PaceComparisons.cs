using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Benchmarks.Queues;
using WhatsCommerce.Benchmarks.Shops;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks.Pacing;

/// <summary>Three instances that send for one number as fast as they may: what leaves, and what arrives at a server.</summary>
internal static class PaceComparisons
{
    private const int Rate = 80;
    private const int Instances = 3;
    private const int Senders = 32;
    private const int Seconds = 10;
    private const string Schema = "pace_measured";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static Topic Topic { get; } = new("pace", ["pace-used", "pace-most", "pace-arrived"], Turns: 5, Processes: 1, PrepareAsync)
    {
        Missing = ShopDatabase.Missing,
    };

    private static async Task<Stage> PrepareAsync()
    {
        // These objects live as long as the process.
        NpgsqlDataSource source = ShopDatabase.Open();
        await ShopDatabase.PrepareAsync(source, fsync: true, Schema);
        long[] left = [];
        long[] arrived = [];
        static Task<double> Nominal() => Task.FromResult((double)Rate);
        return new Stage(
        [
            new(
                "pace-used",
                $"Send from {Instances} instances at {Rate} a second: what leaves in a second",
                new Limits(0.95),
                new FigureSubject(static () => Task.FromResult(1e9 / Rate)),
                new FigureSubject(async () =>
                {
                    (left, arrived) = await SendAsync();
                    return 1e9 * Seconds / left.Count(at => at < left[0] + (Seconds * Stopwatch.Frequency));
                }))
            {
                Unit = Unit.Rate,
            },
            new(
                "pace-most",
                "The same: the most that leaves in any sliding second",
                new Limits(1.0),
                new FigureSubject(Nominal),
                new FigureSubject(async () =>
                {
                    (left, arrived) = await SendAsync();
                    return Most(left);
                }))
            {
                Unit = Unit.Count,
            },
            new(
                "pace-arrived",
                "The same: the most that arrives at the server in any sliding second",
                new Limits(double.MaxValue),
                new FigureSubject(Nominal),
                new FigureSubject(async () =>
                {
                    (left, arrived) = await SendAsync();
                    return Most(arrived);
                }))
            {
                Unit = Unit.Count,
            },
        ])
        {
            FewestWarmUpSteps = 1,
            MostWarmUpSteps = 1,
        };
    }

    // When messages left the instances, at the last point before the network, and when they arrived, both sorted.
    private static async Task<(long[] Left, long[] Arrived)> SendAsync()
    {
        ConcurrentQueue<long> left = [];
        ConcurrentQueue<long> arrived = [];
        await using ArrivalServer server = await ArrivalServer.StartAsync(() => arrived.Enqueue(Stopwatch.GetTimestamp()));
        using CancellationTokenSource end = new();
        long began = Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency);
        ServiceProvider[] instances = [.. Enumerable.Range(0, Instances).Select(_ => Open(server.Address, left))];
        Task[] senders =
            [.. instances.SelectMany(one => Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(one, end.Token))))];
        await Task.Delay(WarmUp + TimeSpan.FromSeconds(Seconds + 1), TimeProvider.System);
        await end.CancelAsync();
        await Task.WhenAll(senders);
        foreach (ServiceProvider instance in instances)
        {
            await instance.DisposeAsync();
        }

        return (After(left), After(arrived));

        long[] After(IEnumerable<long> times) => [.. times.Where(at => at >= began).Order()];
    }

    private static async Task SendAsync(ServiceProvider instance, CancellationToken end)
    {
        WhatsCommerceClient client = instance.GetRequiredService<WhatsCommerceClient>();
        TextMessage text = Message.Text("Fresh today").Build();
        try
        {
            while (true)
            {
                await client.Messages.SendAsync("+16505551234", text, cancellationToken: end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The turn is over.
        }
    }

    private static ServiceProvider Open(Uri server, ConcurrentQueue<long> left)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "token";
            options.Pacing.MessagesPerSecond = Rate;
        }).AddHttpMessageHandler(() => new Departures(left));
        services.AddWhatsCommercePostgreSql(ShopDatabase.ConnectionString, options =>
        {
            options.Schema = Schema;
            options.MigrateAtStart = true;
        });
        services.AddWhatsCommerceSharedPacing();
        return services.BuildServiceProvider();
    }

    private static double Most(long[] times)
    {
        int most = 0;
        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= Stopwatch.Frequency)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private sealed class Departures(ConcurrentQueue<long> left) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            left.Enqueue(Stopwatch.GetTimestamp());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
