namespace WhatsCommerce.Analytics;

/// <summary>What pricing analytics count: an open value.</summary>
/// <remarks>Source: Meta, analytics, pricing analytics.</remarks>
[OpenWord]
public readonly partial record struct PricingMetric
{
    /// <summary>About what they cost, in the currency of the account; not reported where a solution partner pays.</summary>
    [Word("COST")]
    public static partial PricingMetric Cost { get; }

    /// <summary>How many messages were delivered.</summary>
    [Word("VOLUME")]
    public static partial PricingMetric Volume { get; }
}
