namespace WhatsCommerce.Analytics;

/// <summary>The period that one data point covers.</summary>
/// <remarks>
/// An enumeration, because Meta writes the same length in two ways: <c>DAY</c> and <c>MONTH</c> of messaging analytics are <c>DAILY</c> and
/// <c>MONTHLY</c> of the others. Template analytics support only days. Source: Meta, analytics.
/// </remarks>
public enum AnalyticsGranularity
{
    /// <summary>Half an hour: <c>HALF_HOUR</c>.</summary>
    HalfHour,

    /// <summary>A day in the time zone of the account: <c>DAY</c> or <c>DAILY</c>.</summary>
    Day,

    /// <summary>A month in the time zone of the account: <c>MONTH</c> or <c>MONTHLY</c>.</summary>
    Month,
}
