using System.Diagnostics;
using System.Text;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Benchmarks.Table;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// Measures queries one at a time, by the processor time of their thread (PostgreSQL by the clock, since another process works). The
/// contenders take turns, query by query, and the best of some rounds counts: what else runs on the machine slows a round, and never speeds
/// it up.
/// </summary>
internal static class SpeedTable
{
    private const int Rounds = 5;
    private const int Limit = 10;
    private const double Megabyte = 1e6;

    public static async Task<string> MeasureAsync(IReadOnlyList<int> sizes, int queries)
    {
        StringBuilder table = new StringBuilder()
            .AppendLine("| Products | | clean p50 | p99 | mistyped p50 | p99 | mistyped, to Lucene.Net fuzzy | index | memory |")
            .AppendLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (int size in sizes)
        {
            GeneratedCatalog catalog = new(size);
            IReadOnlyList<string> clean = catalog.Queries(queries, areMistyped: false);
            IReadOnlyList<string> mistyped = catalog.Queries(queries, areMistyped: true);
            List<Opened> opened = [];
            foreach (Contender contender in Contender.All.Where(one => !one.Name.Contains("without", StringComparison.Ordinal)))
            {
                opened.Add(await OpenAsync(contender, catalog));
            }

            double[][] cleanTimes = await TimesAsync(opened, clean);
            double[][] mistypedTimes = await TimesAsync(opened, mistyped);
            int fuzzy = opened.FindIndex(one => one.Name.Contains("fuzzy", StringComparison.Ordinal));
            for (int i = 0; i < opened.Count; i++)
            {
                // The ratio of each query, so that a few slow ones do not decide.
                double ratio = Percentile([.. mistypedTimes[i].Zip(mistypedTimes[fuzzy], static (ours, theirs) => ours / theirs)], 50);
                string[] cells =
                [
                    Figures.Text($"{size:#,0}"),
                    opened[i].Name,
                    Time(cleanTimes[i], 50),
                    Time(cleanTimes[i], 99),
                    Time(mistypedTimes[i], 50),
                    Time(mistypedTimes[i], 99),
                    Figures.Text($"{ratio:0.00}"),
                    Figures.Text($"{opened[i].BuildSeconds:0.00} s"),
                    opened[i].Memory,
                ];
                table.AppendLine("| " + string.Join(" | ", cells) + " |");
                await opened[i].Searcher.DisposeAsync();
            }
        }

        return table.ToString();
    }

    private static async Task<Opened> OpenAsync(Contender contender, GeneratedCatalog catalog)
    {
        bool isHere = !contender.Name.StartsWith("PostgreSQL", StringComparison.Ordinal)
            && !contender.Name.StartsWith("SQLite", StringComparison.Ordinal);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        double processor = CpuClock.OfProcess(Environment.ProcessId);
        Searcher searcher = await contender.OpenAsync("en", catalog.Products);
        processor = CpuClock.OfProcess(Environment.ProcessId) - processor;
        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        return new(
            contender.Name,
            searcher,
            contender.Name.StartsWith("PostgreSQL", StringComparison.Ordinal),
            processor / 1e9,
            isHere ? Figures.Text($"{growth / Megabyte:0} MB") : "not in .NET's heap");
    }

    /// <summary>Returns the best time of each query, by contender.</summary>
    private static async Task<double[][]> TimesAsync(IReadOnlyList<Opened> opened, IReadOnlyList<string> queries)
    {
        double[][] best = [.. opened.Select(_ => Enumerable.Repeat(double.MaxValue, queries.Count).ToArray())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int query = 0; query < queries.Count; query++)
            {
                for (int i = 0; i < opened.Count; i++)
                {
                    int next = (round + query + i) % opened.Count;
                    best[next][query] = Math.Min(best[next][query], await TimeAsync(opened[next], queries[query]));
                }
            }
        }

        return best;
    }

    private static async ValueTask<double> TimeAsync(Opened one, string query)
    {
        if (one.IsElsewhere)
        {
            long start = Stopwatch.GetTimestamp();
            await one.Searcher.SearchAsync(query, Limit);
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }

        // These complete at once, on this thread.
        double processor = CpuClock.OfThread();
        Task<IReadOnlyList<string>> found = one.Searcher.SearchAsync(query, Limit);
        processor = CpuClock.OfThread() - processor;
        await found;
        return processor;
    }

    private static string Time(double[] times, int percent) => Figures.Text($"{Percentile(times, percent) / 1e6:0.00} ms");

    private static double Percentile(double[] times, int percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    /// <summary>A contender with the products of the catalog.</summary>
    private sealed record Opened(string Name, Searcher Searcher, bool IsElsewhere, double BuildSeconds, string Memory);
}
