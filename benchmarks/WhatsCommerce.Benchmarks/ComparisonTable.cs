using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace WhatsCommerce.Benchmarks;

/// <summary>What was measured, as a Markdown table.</summary>
internal sealed class ComparisonTable
{
    private readonly List<ComparisonRow> _rows = [];

    public bool HoldsAllLimits => _rows.TrueForAll(row => row.Holds);

    public async Task AddAsync(Pair pair) => Add(ComparisonRow.Of(await PairMeasurement.RunAsync(pair)));

    public void Add(ComparisonRow row) => _rows.Add(row);

    public override string ToString()
    {
        var table = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores")
            .AppendLine()
            .AppendLine("| What | Baseline | Measured | Ratio | Limit | Allocated | Limit | |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|---|");
        foreach (ComparisonRow row in _rows)
        {
            table.AppendLine(row.ToString());
        }

        return table.ToString();
    }
}
