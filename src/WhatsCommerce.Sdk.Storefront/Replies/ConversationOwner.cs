namespace WhatsCommerce.Storefronts;

/// <summary>Specifies who answers a customer.</summary>
public enum ConversationOwner
{
    /// <summary>The storefront.</summary>
    Bot,

    /// <summary>A person: the storefront answers no message of the customer.</summary>
    Human,

    /// <summary>Another program, which is treated as a person.</summary>
    Other,
}
