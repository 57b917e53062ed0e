namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>Selects the twentieth of the turns that other processes disturbed least, and evaluates them.</summary>
/// <remarks>
/// Processor time does not advance while other processes run, but a process on the other hyperthread of a core or in the shared cache still
/// slows down each instruction, code with a large footprint more than a tight loop: on a busy machine the ratios of all turns rise by a
/// quarter. Quiet turns are those with the least sum over all subjects, each relative to its own median, so that the selection favors none
/// of them.
/// </remarks>
internal sealed class QuietTurns
{
    private const int OneIn = 20;
    private const int Fewest = 9;
    private readonly Cost[][] _quiet;
    private readonly double[] _collecting;

    /// <param name="turns">The costs of each turn, one for each subject.</param>
    /// <param name="collecting">
    /// The cost of garbage collection for each subject, added because quiet turns are those without a collection.
    /// </param>
    public QuietTurns(IReadOnlyList<Cost[]> turns, double[] collecting)
    {
        _collecting = collecting;
        double[] medians =
            [.. Enumerable.Range(0, collecting.Length).Select(i => Quartiles.Of(turns.Select(turn => turn[i].Nanoseconds)).Median)];
        double Noise(Cost[] turn) => turn.Select((cost, i) => cost.Nanoseconds / medians[i]).Sum() / turn.Length;
        _quiet = [.. turns.OrderBy(Noise).Take(Math.Max(Fewest, turns.Count / OneIn))];
        Disturbance = Quartiles.Of(turns.Select(Noise)).Median / Quartiles.Of(_quiet.Select(Noise)).Median;
    }

    /// <summary>Gets the median duration of all turns as a multiple of a quiet turn.</summary>
    public double Disturbance { get; }

    public double Cost(int subject) => Quartiles.Of(_quiet.Select(turn => turn[subject].Nanoseconds)).Median + _collecting[subject];

    public Quartiles Ratio(int subject, int to) => Quartiles.Of(
        _quiet.Select(turn => (turn[subject].Nanoseconds + _collecting[subject]) / (turn[to].Nanoseconds + _collecting[to])));

    public Quartiles? WallRatio(int subject, int to) =>
        _quiet.All(turn => turn[subject].Wall is not null)
            ? Quartiles.Of(_quiet.Select(turn => turn[subject].Wall!.Value / turn[to].Wall!.Value))
            : null;
}
