namespace WhatsCommerce.Messages;

/// <summary>
/// What becomes of a marketing message that cannot go by Meta's marketing messages: an open value (<c>product_policy</c>).
/// </summary>
/// <remarks>Source: Meta OpenAPI v23.0, <c>POST /{phone-number-id}/marketing_messages</c>.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct MarketingPolicy
{
    /// <summary>It goes as every other message.</summary>
    [Word("CLOUD_API_FALLBACK")]
    public static partial MarketingPolicy CloudApiFallback { get; }

    /// <summary>It is refused.</summary>
    [Word("STRICT")]
    public static partial MarketingPolicy Strict { get; }
}
