using System.Text.Json.Serialization;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>What one process has measured of a comparison.</summary>
internal sealed record Result(string Id, string Name, Unit Unit, Limits Limits)
{
    /// <summary>The baseline's cost of an operation, in nanoseconds.</summary>
    public required double Baseline { get; init; }

    /// <summary>Our cost of an operation, in nanoseconds.</summary>
    public required double Ours { get; init; }

    /// <summary>Our cost, divided by the baseline's.</summary>
    public required Quartiles Ratio { get; init; }

    /// <summary>Our cost, divided by that of the generated DTO; null where there is none.</summary>
    public required Quartiles? DtoRatio { get; init; }

    /// <summary>Our time by the wall clock, divided by the baseline's; null where nothing is waited for.</summary>
    public required Quartiles? WallRatio { get; init; }

    /// <summary>What we allocate for an operation, or by how much our heap grows; null where nobody has measured it.</summary>
    public required long? Bytes { get; init; }

    public required bool IsHeapGrowth { get; init; }

    /// <summary>How many times a quiet turn the median of all turns took.</summary>
    public required double Disturbance { get; init; }

    /// <summary>What several processes have measured of the same comparison, each figure the median of theirs.</summary>
    public static Result Merge(IReadOnlyList<Result> results) => results[0] with
    {
        Baseline = Median(results, result => result.Baseline),
        Ours = Median(results, result => result.Ours),
        Ratio = Median(results, result => result.Ratio),
        DtoRatio = results[0].DtoRatio is null ? null : Median(results, result => result.DtoRatio!.Value),
        WallRatio = results[0].WallRatio is null ? null : Median(results, result => result.WallRatio!.Value),
        Bytes = results[0].Bytes is null ? null : (long)Median(results, result => result.Bytes!.Value),
        Disturbance = Median(results, result => result.Disturbance),
    };

    private static double Median(IReadOnlyList<Result> results, Func<Result, double> figure) => Quartiles.Of(results.Select(figure)).Median;

    private static Quartiles Median(IReadOnlyList<Result> results, Func<Result, Quartiles> figure) => new(
        Median(results, result => figure(result).Lower),
        Median(results, result => figure(result).Median),
        Median(results, result => figure(result).Upper));
}

[JsonSerializable(typeof(Result[]))]
internal sealed partial class ResultContext : JsonSerializerContext;
