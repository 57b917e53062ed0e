using System.Diagnostics;
using System.Globalization;

namespace WhatsCommerce.Benchmarks;

/// <summary>The endpoint with signature, parsing, deduplication and an empty handler, beside a bare one on the same kind of server.</summary>
internal static class EndpointComparisons
{
    private const double LeastThroughput = 0.80;
    private const double MostLatency = 2.0;
    private const int Connections = 32;
    private const int Rounds = 31;
    private const int WarmUpRounds = 120;
    private const int RequestsOfARound = 4_000;
    private const int LatencyRounds = 15;
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(100);

    public static async Task AddToAsync(ComparisonTable table)
    {
        // One core for the generator, the other for the two servers, of which one idles while the other works.
        int core = Environment.ProcessorCount - 1;
        await using WebhookServer bare = await WebhookServer.StartAsync(bare: true, core);
        await using WebhookServer ours = await WebhookServer.StartAsync(bare: false, core);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using Process self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1 << (core == 0 ? 0 : core - 1);
        }

        using LoadGenerator toBare = new(bare.Address, Connections);
        using LoadGenerator toOurs = new(ours.Address, Connections);
        Deliveries deliveries = new();
        (double bareRate, double oursRate) = await MeasureThroughputAsync(toBare, toOurs, deliveries);
        table.Add(new(
            "Receive a delivery: requests a second",
            Rate(bareRate),
            Rate(oursRate),
            oursRate / bareRate,
            string.Create(CultureInfo.InvariantCulture, $"at least {LeastThroughput:0.00}"),
            oursRate >= bareRate * LeastThroughput));

        (double bareLatency, double oursLatency) = MeasureLatency(toBare, toOurs, deliveries, oursRate / 2);
        table.Add(new(
            "Receive a delivery: p99 at half that load",
            ComparisonRow.Time(bareLatency),
            ComparisonRow.Time(oursLatency),
            oursLatency / bareLatency,
            string.Create(CultureInfo.InvariantCulture, $"{MostLatency:0.00}"),
            oursLatency <= bareLatency * MostLatency));
    }

    private static async Task<(double Bare, double Ours)> MeasureThroughputAsync(LoadGenerator toBare, LoadGenerator toOurs, Deliveries deliveries)
    {
        List<double> bare = [];
        List<double> ours = [];
        for (int round = 0; round < WarmUpRounds + Rounds; round++)
        {
            byte[][] requests = deliveries.Next(RequestsOfARound);
            double first = round % 2 == 0 ? toBare.Flood(requests) : toOurs.Flood(requests);
            double second = round % 2 == 0 ? toOurs.Flood(requests) : toBare.Flood(requests);
            if (round < WarmUpRounds)
            {
                // The just-in-time compiler improves code in the background, for which a server that is busy on its only core has no time.
                await Task.Delay(WarmUpPause, TimeProvider.System);
            }
            else
            {
                bare.Add(round % 2 == 0 ? first : second);
                ours.Add(round % 2 == 0 ? second : first);
            }
        }

        return (Percentile(bare, 0.5), Percentile(ours, 0.5));
    }

    private static (double Bare, double Ours) MeasureLatency(
        LoadGenerator toBare, LoadGenerator toOurs, Deliveries deliveries, double perSecond)
    {
        List<double> bare = [];
        List<double> ours = [];
        for (int round = 0; round < LatencyRounds; round++)
        {
            byte[][] requests = deliveries.Next(RequestsOfARound);
            bare.AddRange(toBare.Pace(requests, perSecond));
            ours.AddRange(toOurs.Pace(requests, perSecond));
        }

        return (Percentile(bare, 0.99), Percentile(ours, 0.99));
    }

    private static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(values.Count * share)];
    }

    private static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0} / s");
}
