namespace WhatsCommerce.Analytics;

/// <summary>What call analytics count: an open value.</summary>
/// <remarks>Source: Meta, analytics, call analytics.</remarks>
[OpenWord]
public readonly partial record struct CallMetric
{
    /// <summary>Completed calls.</summary>
    [Word("COUNT")]
    public static partial CallMetric Count { get; }

    /// <summary>What they cost.</summary>
    [Word("COST")]
    public static partial CallMetric Cost { get; }

    /// <summary>How long they took on average.</summary>
    [Word("AVERAGE_DURATION")]
    public static partial CallMetric AverageDuration { get; }
}
