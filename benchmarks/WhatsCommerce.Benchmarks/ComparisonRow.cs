using System.Globalization;

namespace WhatsCommerce.Benchmarks;

/// <summary>A line of the table: what was measured beside its baseline, and whether it keeps its limits.</summary>
internal sealed record ComparisonRow(string Name, string Baseline, string Measured, double Ratio, string Limit, bool Holds)
{
    public string Allocated { get; init; } = "";

    public string AllocationLimit { get; init; } = "";

    public static ComparisonRow Of(PairMeasurement pair) => new(
        pair.Pair.Name,
        Time(pair.BaselineNanoseconds),
        Time(pair.CandidateNanoseconds),
        pair.Ratio,
        string.Create(CultureInfo.InvariantCulture, $"{pair.Pair.Limit:0.00}"),
        pair.HoldsLimits)
    {
        Allocated = Bytes(pair.AllocatedBytes),
        AllocationLimit = Bytes(pair.Pair.AllocationLimit),
    };

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:#,0} ns"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:#,0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:#,0} ms"),
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Baseline} | {Measured} | {Ratio:0.00} | {Limit} | {Allocated} | {AllocationLimit} | {(Holds ? "holds" : "**broken**")} |");

    private static string Bytes(long? bytes) => bytes is long count ? string.Create(CultureInfo.InvariantCulture, $"{count:#,0} B") : "";
}
