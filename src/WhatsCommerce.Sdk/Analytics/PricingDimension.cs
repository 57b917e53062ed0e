namespace WhatsCommerce.Analytics;

/// <summary>Represents a dimension of pricing analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, pricing analytics.</remarks>
[OpenWord]
public readonly partial record struct PricingDimension
{
    /// <summary>Category of the rate.</summary>
    [Word("PRICING_CATEGORY")]
    public static partial PricingDimension Category { get; }

    /// <summary>Regular or free.</summary>
    [Word("PRICING_TYPE")]
    public static partial PricingDimension Type { get; }

    /// <summary>Volume tier; reported together with the category and the country.</summary>
    [Word("TIER")]
    public static partial PricingDimension Tier { get; }

    /// <summary>Country of the customer.</summary>
    [Word("COUNTRY")]
    public static partial PricingDimension Country { get; }

    /// <summary>Number of the business.</summary>
    [Word("PHONE")]
    public static partial PricingDimension PhoneNumber { get; }
}
