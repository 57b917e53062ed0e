namespace WhatsCommerce.Webhooks;

/// <summary>Represents the subject of a preference (<c>category</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
[OpenWord]
public readonly partial record struct PreferenceCategory
{
    /// <summary>Marketing messages.</summary>
    [Word("marketing_messages")]
    public static partial PreferenceCategory MarketingMessages { get; }
}
