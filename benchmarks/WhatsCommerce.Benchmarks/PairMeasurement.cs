using System.Diagnostics;

namespace WhatsCommerce.Benchmarks;

/// <summary>Measures a pair by turns, so that whatever slows the machine down meets both, and takes medians.</summary>
internal sealed record PairMeasurement(Pair Pair, double BaselineNanoseconds, double CandidateNanoseconds, long AllocatedBytes)
{
    private const int Rounds = 201;
    private const int MinWarmUpSteps = 20;
    private const int MaxWarmUpSteps = 200;
    private static readonly TimeSpan WarmUpStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OneTurn = TimeSpan.FromMilliseconds(4);

    public double Ratio => CandidateNanoseconds / BaselineNanoseconds;

    public bool HoldsLimits => Ratio <= Pair.Limit && (Pair.AllocationLimit is null || AllocatedBytes <= Pair.AllocationLimit);

    public static async Task<PairMeasurement> RunAsync(Pair pair)
    {
        int times = await WarmUpAsync(pair);
        double[] baseline = new double[Rounds];
        double[] candidate = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // Who goes first changes, so that neither always inherits the other's garbage.
            if (round % 2 == 0)
            {
                baseline[round] = await TimeAsync(pair.Baseline, times);
                candidate[round] = await TimeAsync(pair.Candidate, times);
            }
            else
            {
                candidate[round] = await TimeAsync(pair.Candidate, times);
                baseline[round] = await TimeAsync(pair.Baseline, times);
            }
        }

        return new(pair, Median(baseline), Median(candidate), await AllocatedAsync(pair.Candidate));
    }

    /// <summary>Runs both until neither becomes faster any more, and finds out how often one turn repeats them.</summary>
    /// <remarks>The just-in-time compiler improves code in the background, on a busy machine after seconds only.</remarks>
    private static async Task<int> WarmUpAsync(Pair pair)
    {
        double best = double.MaxValue;
        int times = 1;
        for (int sinceBest = 0, step = 0; step < MaxWarmUpSteps && (step < MinWarmUpSteps || sinceBest < MinWarmUpSteps / 2); step++)
        {
            double both = await TimeAsync(pair.Baseline, times) + await TimeAsync(pair.Candidate, times);
            times = (int)Math.Clamp(WarmUpStep.TotalNanoseconds / both, 1, 10_000_000);
            sinceBest = both < best * 0.98 ? 0 : sinceBest + 1;
            best = Math.Min(best, both);
        }

        return (int)Math.Max(1, times * OneTurn / WarmUpStep);
    }

    private static async Task<double> TimeAsync(Func<ValueTask> action, int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
        {
            await action();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / times;
    }

    private static async Task<long> AllocatedAsync(Func<ValueTask> action)
    {
        const int times = 100;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < times; i++)
        {
            await action();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / times;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
