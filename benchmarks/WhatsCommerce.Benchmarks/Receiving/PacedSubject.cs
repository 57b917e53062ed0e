using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>Deliveries at a constant rate: the 99th percentile of the response time.</summary>
internal sealed class PacedSubject(LoadGenerator generator, Deliveries deliveries, Func<double> perSecond) : Subject
{
    private const int Requests = 400;

    public override ValueTask<Cost> TurnAsync()
    {
        double[] latencies = generator.Pace(deliveries.Next(Requests), perSecond());
        Array.Sort(latencies);
        return new(new Cost(latencies[latencies.Length * 99 / 100]));
    }
}
