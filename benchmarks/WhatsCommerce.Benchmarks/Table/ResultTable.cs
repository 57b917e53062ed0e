using System.Runtime.InteropServices;
using System.Text;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Table;

/// <summary>Formats results as a Markdown table, with notes below.</summary>
internal sealed class ResultTable(IReadOnlyList<Result> results)
{
    public bool HoldsAllLimits => results.All(result => result.Holds());

    /// <summary>Gets the description of the machine.</summary>
    public static string Machine { get; } = Figures.Text(
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores");

    /// <summary>Describes how much other processes disturbed the run.</summary>
    public static string Neighbours(IEnumerable<Result> results)
    {
        string clock = CpuClock.IsExact
            ? ""
            : " There is no exact clock of processor time here: times are those of the wall clock, and no figures for the docs.";
        double disturbance = Quartiles.Of(results.Select(result => result.Disturbance)).Median;
        return Figures.Text($"The median of all turns took {disturbance:0.00} times a quiet turn.{clock}");
    }

    public override string ToString()
    {
        StringBuilder table = new StringBuilder()
            .AppendLine(Machine)
            .AppendLine()
            .AppendLine("| What | Baseline | Measured | Ratio | Quartiles | Limit | Allocated | Limit | |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (Result result in results)
        {
            table.AppendLine(Row(result));
        }

        table.AppendLine().AppendLine(Neighbours(results));
        foreach (Result result in results.Where(result => result.WallRatio is not null))
        {
            Quartiles wall = result.WallRatio!.Value;
            table.AppendLine(Figures.Text(
                $"By the wall clock, {result.Id} took {wall.Median:0.00} times the baseline ({wall.Lower:0.00} to {wall.Upper:0.00})."));
        }

        foreach (Result result in results.Where(result => result.Counts is not null && result.BaselineCounts is not null))
        {
            (DatabaseCounts ours, DatabaseCounts baseline) = (result.Counts!, result.BaselineCounts!);
            table.Append(Figures.Text($"{result.Id}: {ours.RoundTrips} round trips and {ours.Commits} commits; "))
                .AppendLine(Figures.Text($"the baseline {baseline.RoundTrips} and {baseline.Commits}."));
        }

        string[] broken = [.. results.Where(result => !result.Holds()).Select(result => result.Id)];
        return table.Append(broken.Length == 0 ? "All rows hold." : $"Over their limit: {string.Join(", ", broken)}.").ToString();
    }

    private static string Row(Result result)
    {
        Quartiles ratio = result.ShownRatio();
        string[] cells =
        [
            result.Name,
            Figures.Cost(result.Unit, result.Baseline),
            Figures.Cost(result.Unit, result.Ours),
            Figures.Ratio(ratio.Median, result.DtoRatio?.Median),
            Figures.Text($"{ratio.Lower:0.00} to {ratio.Upper:0.00}"),
            Figures.Limit(result.Unit, result.Limits),
            Figures.Bytes(result.Bytes, result.IsHeapGrowth),
            Figures.Bytes(result.Limits.Bytes, result.IsHeapGrowth),
            result.Holds() ? "holds" : "**broken**",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }
}
