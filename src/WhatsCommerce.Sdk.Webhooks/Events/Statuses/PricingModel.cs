namespace WhatsCommerce.Webhooks;

/// <summary>How messages are charged; unlisted values are kept.</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
[OpenWord]
public readonly partial record struct PricingModel
{
    /// <summary>By conversation; until 1 July 2025.</summary>
    [Word("CBP")]
    public static partial PricingModel Conversation { get; }

    /// <summary>By message.</summary>
    [Word("PMP")]
    public static partial PricingModel Message { get; }

    /// <summary>By notification; older still.</summary>
    [Word("NBP")]
    public static partial PricingModel NotificationBased { get; }
}
