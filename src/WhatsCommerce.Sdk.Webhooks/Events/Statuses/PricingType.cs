namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether a message is charged, and why not; unlisted values are kept.</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
[OpenWord]
public readonly partial record struct PricingType
{
    /// <summary>It is charged.</summary>
    [Word("regular")]
    public static partial PricingType Regular { get; }

    /// <summary>Free: inside the customer service window.</summary>
    [Word("free_customer_service")]
    public static partial PricingType FreeCustomerService { get; }

    /// <summary>Free: the conversation started at an ad or a page's button.</summary>
    [Word("free_entry_point")]
    public static partial PricingType FreeEntryPoint { get; }
}
