namespace WhatsCommerce.Messages;

/// <summary>
/// Represents what Meta does with a message that cannot be sent as a marketing message (<c>product_policy</c>); unlisted values are kept.
/// </summary>
/// <remarks>Source: Meta OpenAPI v23.0, <c>POST /{phone-number-id}/marketing_messages</c>.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct MarketingPolicy
{
    /// <summary>It is sent as an ordinary message.</summary>
    [Word("CLOUD_API_FALLBACK")]
    public static partial MarketingPolicy CloudApiFallback { get; }

    /// <summary>It is rejected.</summary>
    [Word("STRICT")]
    public static partial MarketingPolicy Strict { get; }
}
