namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>What something may cost.</summary>
/// <param name="Ratio">How many times the baseline's cost; where more is better, the least share of what the baseline reaches.</param>
/// <param name="DtoRatio">How many times the cost of the generated DTO; null where there is none.</param>
/// <param name="Bytes">How much it may allocate, or its heap may grow; null when there is no limit.</param>
internal sealed record Limits(double Ratio, double? DtoRatio = null, long? Bytes = null);
