namespace WhatsCommerce.Storefronts;

/// <summary>Why the storefront owns a conversation again.</summary>
public enum GiveBackCause
{
    /// <summary>A person gave it back.</summary>
    Person,

    /// <summary>No person wrote for a while: <see cref="StorefrontConversationOptions.IdleTime"/>.</summary>
    Idle,

    /// <summary>Meta's conversation routing gave it to somebody else.</summary>
    Routing,
}
