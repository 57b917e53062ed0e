using System.Globalization;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Table;

/// <summary>Formats and judges results. In a row that counts operations more is better; in all others, less.</summary>
internal static class Figures
{
    /// <summary>Returns our cost divided by the baseline's; in a row that counts operations, our count divided by the baseline's.</summary>
    public static Quartiles ShownRatio(this Result result) => result.Unit == Unit.Rate ? result.Ratio.Invert() : result.Ratio;

    /// <summary>Determines whether the row is within its limits, to the digits that are shown.</summary>
    public static bool Holds(this Result result)
    {
        double ratio = Math.Round(result.ShownRatio().Median, 2);
        bool ratioHolds = result.Unit == Unit.Rate ? ratio >= result.Limits.Ratio : ratio <= result.Limits.Ratio;
        bool dtoHolds = result.DtoRatio is null || Math.Round(result.DtoRatio.Value.Median, 2) <= result.Limits.DtoRatio;
        bool bytesHold = result.Limits.Bytes is null || result.Bytes <= result.Limits.Bytes;
        bool timeHolds = result.Limits.Nanoseconds is null || result.Ours <= result.Limits.Nanoseconds || ratio <= result.Limits.OrRatio;
        bool differenceHolds = result.Limits.AboveBaseline is null || result.Ours - result.Baseline <= result.Limits.AboveBaseline;
        bool countsHold = result.MayAskMore || result.Counts is null || result.BaselineCounts is null
            || (result.Counts.RoundTrips <= result.BaselineCounts.RoundTrips && result.Counts.Commits <= result.BaselineCounts.Commits);
        return ratioHolds && dtoHolds && bytesHold && timeHolds && differenceHolds && countsHold;
    }

    public static string Cost(Unit unit, double nanoseconds) => unit switch
    {
        Unit.Rate => Text($"{1e9 / nanoseconds:#,0} / s"),
        Unit.Count => Text($"{nanoseconds:#,0}"),
        _ when nanoseconds < 10_000 => Text($"{nanoseconds:#,0} ns"),
        _ when nanoseconds < 10_000_000 => Text($"{nanoseconds / 1_000:#,0} us"),
        _ => Text($"{nanoseconds / 1_000_000:#,0} ms"),
    };

    /// <summary>Formats the ratio, with that to the generated DTO in brackets.</summary>
    public static string Ratio(double ratio, double? dtoRatio) =>
        dtoRatio is null ? Text($"{ratio:0.00}") : Text($"{ratio:0.00} ({dtoRatio:0.00})");

    /// <summary>Formats the limit of the time, or of the ratio.</summary>
    public static string Limit(Unit unit, Limits limits) => limits switch
    {
        { Nanoseconds: double time, OrRatio: double ratio } => Text($"{Cost(unit, time)} or {ratio:0.00}"),
        { Nanoseconds: double time } => Cost(unit, time),
        { AboveBaseline: double more } => $"baseline + {Cost(unit, more)}",
        { Ratio: double.MaxValue } => "",
        _ => (unit == Unit.Rate ? "at least " : "") + Ratio(limits.Ratio, limits.DtoRatio),
    };

    public static string Bytes(long? bytes, bool isHeapGrowth) =>
        bytes is not long count ? "" : isHeapGrowth ? Text($"heap +{count / 1e6:0.0} MB") : Text($"{count:#,0} B");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
