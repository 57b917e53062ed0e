using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>
/// Deliveries as fast as a server answers them, measured by its processor time for each. The inverse is the throughput of one core.
/// </summary>
internal sealed class FloodSubject : Subject
{
    private readonly LoadGenerator _generator;
    private readonly Deliveries _deliveries;
    private readonly ServerProcess _server;
    private readonly List<double> _wall = [];

    public FloodSubject(LoadGenerator generator, Deliveries deliveries, ServerProcess server)
    {
        _generator = generator;
        _deliveries = deliveries;
        _server = server;
        Operations = 400;
    }

    /// <summary>Gets the deliveries answered in a second of elapsed time, with other load on the machine.</summary>
    public double PerSecond => 1e9 / Quartiles.Of(_wall).Median;

    public override ValueTask<Cost> TurnAsync()
    {
        byte[][] requests = _deliveries.Next(Operations);
        long wall = Stopwatch.GetTimestamp();
        double start = _server.CpuTime;
        _generator.Flood(requests);
        double nanoseconds = _server.CpuTime - start;
        return new(new Cost(nanoseconds / Operations, Stopwatch.GetElapsedTime(wall).TotalNanoseconds / Operations));
    }

    public override void Calibrate(Cost cost) => _wall.Add(cost.Wall!.Value);

    public override async ValueTask<long?> AllocatedAsync()
    {
        long before = await _server.AllocatedBytesAsync();
        _generator.Flood(_deliveries.Next(Operations));
        return (await _server.AllocatedBytesAsync() - before) / Operations;
    }
}
