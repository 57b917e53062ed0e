namespace WhatsCommerce.Webhooks;

/// <summary>Whose rate applies to a message: an open value.</summary>
/// <remarks>Meta writes some of them in two ways; both are kept as they came. Source: Meta, whatsapp/pricing.</remarks>
public readonly record struct PricingCategory
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PricingCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>One-time passwords.</summary>
    public static PricingCategory Authentication { get; } = new("authentication");

    /// <summary>One-time passwords at the international rate.</summary>
    public static PricingCategory AuthenticationInternational { get; } = new("authentication_international");

    /// <summary>Marketing.</summary>
    public static PricingCategory Marketing { get; } = new("marketing");

    /// <summary>Marketing through the Marketing Messages API.</summary>
    public static PricingCategory MarketingLite { get; } = new("marketing_lite");

    /// <summary>Utility.</summary>
    public static PricingCategory Utility { get; } = new("utility");

    /// <summary>Answers within the customer service window.</summary>
    public static PricingCategory Service { get; } = new("service");

    /// <summary>Free entry point.</summary>
    public static PricingCategory ReferralConversion { get; } = new("referral_conversion");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "authentication" or "authentication_international" or "marketing" or "marketing_lite" or "utility" or "service"
        or "referral_conversion";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
