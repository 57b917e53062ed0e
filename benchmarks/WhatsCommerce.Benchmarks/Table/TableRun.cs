using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Table;

/// <summary>Measures the rows and prints the table.</summary>
internal static class TableRun
{
    // Few, so that each row is measured at many moments of the run; more than one, since the first starts with the caches of other rows.
    private const int TurnsOfAVisit = 6;

    public static async Task<int> RunAsync(IReadOnlyList<Topic> topics, int? turns, int? processes, FileInfo? beside)
    {
        List<Result> ours = [];
        List<Result> others = [];
        foreach (Topic topic in topics)
        {
            if (topic.Missing is string missing)
            {
                await Console.Error.WriteLineAsync($"Not measured: {topic.Name}. {missing}.");
                continue;
            }

            long start = Stopwatch.GetTimestamp();
            string[] programs = beside is null ? [ChildProcess.ThisProgram] : [ChildProcess.ThisProgram, beside.FullName];
            IReadOnlyList<Result>[] results = await MeasureAsync(topic, programs, turns ?? topic.Turns, processes ?? topic.Processes);
            ours.AddRange(results[0]);
            others.AddRange(results.Length > 1 ? results[1] : []);
            await Console.Error.WriteLineAsync($"Measured {topic.Name} in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s.");
        }

        if (beside is not null)
        {
            SideBySideTable sides = new(others, ours);
            Console.WriteLine(sides);
            return sides.IsSlower ? 1 : 0;
        }

        ResultTable table = new(ours);
        Console.WriteLine(table);
        return table.HoldsAllLimits ? 0 : 1;
    }

    /// <summary>
    /// Returns the results of each program. Their processes alternate, so that disturbances by other processes affect all alike.
    /// </summary>
    private static async Task<IReadOnlyList<Result>[]> MeasureAsync(Topic topic, string[] programs, int turns, int processes)
    {
        List<Worker> workers = [];
        try
        {
            for (int i = 0; i < processes * programs.Length; i++)
            {
                workers.Add(await Worker.StartAsync(programs[i % programs.Length], topic, topic.Rows));
            }

            for (int taken = 0; taken < turns; taken += TurnsOfAVisit)
            {
                foreach (Worker worker in workers)
                {
                    await worker.TakeTurnsAsync(Math.Min(TurnsOfAVisit, turns - taken));
                }
            }

            Result[][] results = new Result[workers.Count][];
            for (int i = 0; i < workers.Count; i++)
            {
                results[i] = await workers[i].ResultsAsync();
            }

            return
            [
                .. Enumerable.Range(0, programs.Length).Select(program =>
                    results.Where((_, i) => i % programs.Length == program)
                        .SelectMany(one => one)
                        .GroupBy(result => result.Id)
                        .Select(row => Result.Merge([.. row]))
                        .ToList()),
            ];
        }
        finally
        {
            foreach (Worker worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }
}
