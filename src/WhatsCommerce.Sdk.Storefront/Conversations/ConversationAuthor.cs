namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the author of an entry of a conversation.</summary>
public enum ConversationAuthor
{
    /// <summary>The storefront itself.</summary>
    Storefront,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A person of the shop: see <see cref="ConversationEntry.By"/>.</summary>
    Person,

    /// <summary>Code of the app that uses the client.</summary>
    App,

    /// <summary>Another program that uses the same business phone number.</summary>
    Other,
}
