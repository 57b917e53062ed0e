using System.Text;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Table;

/// <summary>Compares two builds: the cost of the same rows before and now.</summary>
internal sealed class SideBySideTable
{
    // The difference between two measurements of the same code.
    private const double Noise = 0.05;

    // What other code in the process allocates meanwhile: timers, pools that grow.
    private const double BytesNoise = 0.01;
    private readonly (Result Before, Result Now)[] _rows;

    public SideBySideTable(IReadOnlyList<Result> before, IReadOnlyList<Result> now) => _rows = [.. before.Zip(now)];

    /// <summary>Gets a value indicating whether a row is slower by more than noise, or allocates more.</summary>
    public bool IsSlower => _rows.Any(IsWorse);

    public override string ToString()
    {
        StringBuilder table = new StringBuilder()
            .AppendLine(ResultTable.Machine)
            .AppendLine()
            .AppendLine("| What | Before | Now | Ratio before | Ratio now | Cost | Allocated before | Allocated now | |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach ((Result before, Result now) in _rows)
        {
            string[] cells =
            [
                now.Name,
                Figures.Cost(before.Unit, before.Ours),
                Figures.Cost(now.Unit, now.Ours),
                Figures.Ratio(before.ShownRatio().Median, before.DtoRatio?.Median),
                Figures.Ratio(now.ShownRatio().Median, now.DtoRatio?.Median),
                Figures.Text($"{(Change(before, now) - 1) * 100:+0;-0;0} %"),
                Figures.Bytes(before.Bytes, before.IsHeapGrowth),
                Figures.Bytes(now.Bytes, now.IsHeapGrowth),
                IsWorse((before, now)) ? "**worse**" : "",
            ];
            table.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
        }

        return table.AppendLine()
            .AppendLine(ResultTable.Neighbours(_rows.Select(row => row.Now)))
            .Append(IsSlower
                ? $"Slower by more than {Noise:0 %}, or more allocated: "
                    + $"{string.Join(", ", _rows.Where(IsWorse).Select(row => row.Now.Id))}."
                : "No row is slower, and none allocates more.")
            .ToString();
    }

    /// <summary>Returns our cost now divided by our cost before, each relative to its baseline in the same turns.</summary>
    private static double Change(Result before, Result now) => now.Ratio.Median / before.Ratio.Median;

    private static bool IsWorse((Result Before, Result Now) row) =>
        Change(row.Before, row.Now) > 1 + Noise || (!row.Now.IsHeapGrowth && row.Now.Bytes > row.Before.Bytes * (1 + BytesNoise));
}
