namespace WhatsCommerce.Webhooks;

/// <summary>Represents the category of the rate of a message; unlisted values are kept.</summary>
/// <remarks>Meta writes some of them in two ways; both are kept as received. Source: Meta, whatsapp/pricing.</remarks>
[OpenWord]
public readonly partial record struct PricingCategory
{
    /// <summary>One-time passwords.</summary>
    [Word("authentication")]
    public static partial PricingCategory Authentication { get; }

    /// <summary>One-time passwords at the international rate.</summary>
    [Word("authentication_international")]
    public static partial PricingCategory AuthenticationInternational { get; }

    /// <summary>Marketing.</summary>
    [Word("marketing")]
    public static partial PricingCategory Marketing { get; }

    /// <summary>Marketing through the Marketing Messages API.</summary>
    [Word("marketing_lite")]
    public static partial PricingCategory MarketingLite { get; }

    /// <summary>Utility.</summary>
    [Word("utility")]
    public static partial PricingCategory Utility { get; }

    /// <summary>Answers within the customer service window.</summary>
    [Word("service")]
    public static partial PricingCategory Service { get; }

    /// <summary>Free entry point.</summary>
    [Word("referral_conversion")]
    public static partial PricingCategory ReferralConversion { get; }
}
