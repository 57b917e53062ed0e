namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A group of comparisons that are measured in one process.</summary>
/// <param name="Name">The name that selects all of its rows.</param>
/// <param name="Rows">The ids of its comparisons, each of which selects one.</param>
/// <param name="Turns">The default number of turns of each comparison in each process.</param>
/// <param name="Processes">The default number of processes.</param>
/// <param name="PrepareAsync">Starts what the comparisons need.</param>
internal sealed record Topic(string Name, IReadOnlyList<string> Rows, int Turns, int Processes, Func<Task<Stage>> PrepareAsync)
{
    /// <summary>Gets what this machine lacks to measure it; <see langword="null"/> when nothing.</summary>
    public string? Missing { get; init; }
}
