namespace WhatsCommerce.Analytics;

/// <summary>Represents a metric of pricing analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, pricing analytics.</remarks>
[OpenWord]
public readonly partial record struct PricingMetric
{
    /// <summary>The approximate costs, in the currency of the account; not reported where a solution partner pays.</summary>
    [Word("COST")]
    public static partial PricingMetric Cost { get; }

    /// <summary>The number of delivered messages.</summary>
    [Word("VOLUME")]
    public static partial PricingMetric Volume { get; }
}
