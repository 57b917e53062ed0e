using System.Runtime;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The comparisons of a topic, ready to be measured, and the servers that they need.</summary>
internal sealed class Stage(IReadOnlyList<Comparison> comparisons, params ServerProcess[] servers) : IAsyncDisposable
{
    private const int StepsWithoutCompiler = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Gets how many rounds the warm-up has at least: one where a turn is long enough to be warm in its middle.</summary>
    public int FewestWarmUpSteps { get; init; } = 20;

    /// <summary>Gets after how many rounds the warm-up ends in any case.</summary>
    public int MostWarmUpSteps { get; init; } = 400;

    /// <summary>
    /// Runs all comparisons in turn until the just-in-time compiler has nothing left to optimize, here and in the servers.
    /// </summary>
    /// <remarks>
    /// All of them, whichever are measured afterwards: the compiler optimizes the code for what it has seen, and a row should not depend on
    /// which others were selected. The compiler works in the background, on a busy machine only after seconds, hence the pauses.
    /// </remarks>
    public async Task WarmUpAsync()
    {
        long compiled = 0;
        for (int step = 0, idle = 0; step < MostWarmUpSteps && (step < FewestWarmUpSteps || idle < StepsWithoutCompiler); step++)
        {
            foreach (Comparison comparison in comparisons)
            {
                await comparison.WarmUpAsync();
            }

            await Task.Delay(Pause, TimeProvider.System);
            long now = await CompiledMethodsAsync();
            idle = now == compiled ? idle + 1 : 0;
            compiled = now;
        }
    }

    /// <summary>Runs some turns of each of these comparisons.</summary>
    public async Task TakeTurnsAsync(int turns, IReadOnlySet<string> ids)
    {
        foreach (Comparison comparison in comparisons.Where(comparison => ids.Contains(comparison.Id)))
        {
            for (int turn = 0; turn < turns; turn++)
            {
                await comparison.TakeTurnAsync();
            }
        }
    }

    /// <summary>Evaluates all turns of the comparisons that were run.</summary>
    public async Task<Result[]> ResultsAsync()
    {
        Comparison[] measured = [.. comparisons.Where(comparison => comparison.Turns.Count > 0)];
        CollectionCost collections = await CollectionCost.OfAsync(measured);
        List<Result> results = [];
        foreach (Comparison comparison in measured)
        {
            results.Add(await comparison.ResultAsync(collections));
        }

        return [.. results];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<long> CompiledMethodsAsync()
    {
        long compiled = JitInfo.GetCompiledMethodCount();
        foreach (ServerProcess server in servers)
        {
            compiled += await server.CompiledMethodsAsync();
        }

        return compiled;
    }
}
