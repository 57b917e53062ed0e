using System.Text.Json.Serialization;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The result of a comparison in one process.</summary>
internal sealed record Result(string Id, string Name, Unit Unit, Limits Limits)
{
    /// <summary>Gets the baseline's cost of an operation, in nanoseconds.</summary>
    public required double Baseline { get; init; }

    /// <summary>Gets our cost of an operation, in nanoseconds.</summary>
    public required double Ours { get; init; }

    /// <summary>Gets our cost, divided by the baseline's.</summary>
    public required Quartiles Ratio { get; init; }

    /// <summary>Gets our cost, divided by the generated DTO's; <see langword="null"/> where there is none.</summary>
    public required Quartiles? DtoRatio { get; init; }

    /// <summary>Gets our elapsed time, divided by the baseline's; <see langword="null"/> where nothing is waited for.</summary>
    public required Quartiles? WallRatio { get; init; }

    /// <summary>
    /// Gets the bytes that we allocate for an operation, or by which our heap grows; <see langword="null"/> where it was not measured.
    /// </summary>
    public required long? Bytes { get; init; }

    public required bool IsHeapGrowth { get; init; }

    /// <summary>Gets the median duration of all turns as a multiple of a quiet turn.</summary>
    public required double Disturbance { get; init; }

    /// <summary>Gets what the baseline asks of the database; <see langword="null"/> where there is none.</summary>
    public DatabaseCounts? BaselineCounts { get; init; }

    /// <summary>Gets what we ask of the database; <see langword="null"/> where there is none.</summary>
    public DatabaseCounts? Counts { get; init; }

    /// <summary>Gets a value indicating whether that may be more.</summary>
    public bool MayAskMore { get; init; }

    /// <summary>Merges the results of several processes for the same comparison: each figure is the median of theirs.</summary>
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
