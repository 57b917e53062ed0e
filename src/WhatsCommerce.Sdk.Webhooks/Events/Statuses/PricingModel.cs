namespace WhatsCommerce.Webhooks;

/// <summary>Represents how messages are charged; unlisted values are kept.</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
[OpenWord]
public readonly partial record struct PricingModel
{
    /// <summary>Per conversation; until 1 July 2025.</summary>
    [Word("CBP")]
    public static partial PricingModel Conversation { get; }

    /// <summary>Per message.</summary>
    [Word("PMP")]
    public static partial PricingModel Message { get; }

    /// <summary>Per notification; before conversations.</summary>
    [Word("NBP")]
    public static partial PricingModel NotificationBased { get; }
}
