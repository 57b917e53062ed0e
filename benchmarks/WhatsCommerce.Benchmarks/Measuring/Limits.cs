namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The limits of a row.</summary>
/// <param name="Ratio">
/// The greatest multiple of the baseline's cost; where more is better, the least fraction of the baseline's figure.
/// </param>
/// <param name="DtoRatio">The greatest multiple of the generated DTO's cost; <see langword="null"/> where there is none.</param>
/// <param name="Bytes">
/// The most bytes that are allocated, or by which the heap grows; <see langword="null"/> when there is no limit.
/// </param>
internal sealed record Limits(double Ratio, double? DtoRatio = null, long? Bytes = null)
{
    /// <summary>Gets the longest time that an operation may take; <see langword="null"/> when only the ratio counts.</summary>
    public double? Nanoseconds { get; init; }

    /// <summary>Gets the ratio that is as good as <see cref="Nanoseconds"/>; <see langword="null"/> when only the time counts.</summary>
    public double? OrRatio { get; init; }

    /// <summary>Gets how much longer than the baseline an operation may take; <see langword="null"/> when the ratio counts.</summary>
    public double? AboveBaseline { get; init; }
}
