namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The twentieth of the turns that the neighbours left in peace, and what they say.</summary>
/// <remarks>
/// Processor time stands while others run, but a neighbour on the other half of a core or in the shared cache still makes each of our own
/// instructions slower, code with a large footprint more than a tight loop: on a busy machine the ratios of all turns rise by a quarter. Quiet
/// turns are found by the sum of all sides, each measured by its own median, so that the choice favours none of them.
/// </remarks>
internal sealed class QuietTurns
{
    private const int OneIn = 20;
    private const int Fewest = 9;
    private readonly Cost[][] _quiet;
    private readonly double[] _collecting;

    /// <param name="turns">The costs of each turn, one for each subject.</param>
    /// <param name="collecting">What collecting its garbage costs each subject: quiet turns are those without a collection.</param>
    public QuietTurns(IReadOnlyList<Cost[]> turns, double[] collecting)
    {
        _collecting = collecting;
        double[] medians = [.. Enumerable.Range(0, collecting.Length).Select(i => Quartiles.Of(turns.Select(turn => turn[i].Nanoseconds)).Median)];
        double Noise(Cost[] turn) => turn.Select((cost, i) => cost.Nanoseconds / medians[i]).Sum() / turn.Length;
        _quiet = [.. turns.OrderBy(Noise).Take(Math.Max(Fewest, turns.Count / OneIn))];
        Disturbance = Quartiles.Of(turns.Select(Noise)).Median / Quartiles.Of(_quiet.Select(Noise)).Median;
    }

    /// <summary>How many times a quiet turn the median of all turns took.</summary>
    public double Disturbance { get; }

    public double Cost(int subject) => Quartiles.Of(_quiet.Select(turn => turn[subject].Nanoseconds)).Median + _collecting[subject];

    public Quartiles Ratio(int subject, int to) => Quartiles.Of(
        _quiet.Select(turn => (turn[subject].Nanoseconds + _collecting[subject]) / (turn[to].Nanoseconds + _collecting[to])));

    public Quartiles? WallRatio(int subject, int to) =>
        _quiet.All(turn => turn[subject].Wall is not null) ? Quartiles.Of(_quiet.Select(turn => turn[subject].Wall!.Value / turn[to].Wall!.Value)) : null;
}
