namespace WhatsCommerce.Webhooks;

/// <summary>What a preference is about (<c>category</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
[OpenWord]
public readonly partial record struct PreferenceCategory
{
    /// <summary>Messages of marketing.</summary>
    [Word("marketing_messages")]
    public static partial PreferenceCategory MarketingMessages { get; }
}
