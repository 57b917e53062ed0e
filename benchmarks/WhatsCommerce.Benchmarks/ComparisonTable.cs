using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace WhatsCommerce.Benchmarks;

/// <summary>The measured pairs as a Markdown table.</summary>
internal sealed class ComparisonTable
{
    private readonly List<PairMeasurement> _rows = [];

    public bool HoldsAllLimits => _rows.TrueForAll(row => row.HoldsLimits);

    public async Task AddAsync(Pair pair) => _rows.Add(await PairMeasurement.RunAsync(pair));

    public override string ToString()
    {
        var table = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores")
            .AppendLine()
            .AppendLine("| What | Baseline | Measured | Ratio | Limit | Allocated | Limit | |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|---|");
        foreach (PairMeasurement row in _rows)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {row.Pair.Name} | {Time(row.BaselineNanoseconds)} | {Time(row.CandidateNanoseconds)} | {row.Ratio:0.00} | {row.Pair.Limit:0.00} | {row.AllocatedBytes:#,0} B | {Bytes(row.Pair.AllocationLimit)} | {(row.HoldsLimits ? "holds" : "**broken**")} |");
        }

        return table.ToString();
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:#,0} ns"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:#,0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:#,0} ms"),
    };

    private static string Bytes(long? limit) => limit is long bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} B") : "";
}
