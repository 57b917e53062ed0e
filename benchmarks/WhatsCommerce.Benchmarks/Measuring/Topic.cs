namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>Comparisons that are measured in one process.</summary>
/// <param name="Name">By which all of its rows are asked for.</param>
/// <param name="Rows">The ids of its comparisons, by which one is asked for.</param>
/// <param name="Turns">How many turns each comparison takes in each process, unless somebody says otherwise.</param>
/// <param name="Processes">In how many processes, unless somebody says otherwise.</param>
/// <param name="PrepareAsync">Starts what the comparisons need.</param>
internal sealed record Topic(string Name, IReadOnlyList<string> Rows, int Turns, int Processes, Func<Task<Stage>> PrepareAsync);
