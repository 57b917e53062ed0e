using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>
/// Compares the endpoint (signature, parsing, deduplication, an empty handler) with a minimal endpoint on the same kind of server.
/// </summary>
internal static class EndpointComparisons
{
    private const int Connections = 32;

    public static Topic Topic { get; } = new("endpoint", ["throughput", "latency"], Turns: 102, Processes: 3, PrepareAsync);

    private static async Task<Stage> PrepareAsync()
    {
        // One core for the generator, the other for the two servers, of which one idles while the other works.
        int core = Environment.ProcessorCount - 1;
        ServerProcess bare = await WebhookServer.StartAsync(WebhookServer.Bare, core);
        ServerProcess ours = await WebhookServer.StartAsync(WebhookServer.Ours, core);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using Process self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1 << Math.Max(0, core - 1);
        }

        LoadGenerator toBare = new(bare.Address, Connections);
        LoadGenerator toOurs = new(ours.Address, Connections);
        Deliveries deliveries = new();
        FloodSubject flood = new(toOurs, deliveries, ours);
        double HalfTheLoad() => flood.PerSecond / 2;
        return new Stage(
            [
                new(
                    "throughput",
                    "Receive a delivery: requests a second of processor time",
                    new Limits(0.85),
                    new FloodSubject(toBare, deliveries, bare),
                    flood)
                {
                    Unit = Unit.Rate,
                },
                new(
                    "latency",
                    "Receive a delivery: p99 at half that load",
                    new Limits(1.5),
                    new PacedSubject(toBare, deliveries, HalfTheLoad),
                    new PacedSubject(toOurs, deliveries, HalfTheLoad)),
            ],
            bare,
            ours);
    }
}
