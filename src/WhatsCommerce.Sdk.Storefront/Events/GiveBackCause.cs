namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why the storefront owns a conversation again.</summary>
public enum GiveBackCause
{
    /// <summary>A person gave it back.</summary>
    Person,

    /// <summary>No person wrote for some time: <see cref="StorefrontConversationOptions.IdleTime"/>.</summary>
    Idle,

    /// <summary>Meta's conversation routing passed the conversation to another app.</summary>
    Routing,
}
