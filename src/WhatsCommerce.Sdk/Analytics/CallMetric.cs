namespace WhatsCommerce.Analytics;

/// <summary>Represents a metric of call analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, call analytics.</remarks>
[OpenWord]
public readonly partial record struct CallMetric
{
    /// <summary>Completed calls.</summary>
    [Word("COUNT")]
    public static partial CallMetric Count { get; }

    /// <summary>The costs.</summary>
    [Word("COST")]
    public static partial CallMetric Cost { get; }

    /// <summary>The average duration.</summary>
    [Word("AVERAGE_DURATION")]
    public static partial CallMetric AverageDuration { get; }
}
