namespace WhatsCommerce.Storefronts;

/// <summary>The author of an entry of a conversation.</summary>
public enum ConversationAuthor
{
    /// <summary>The storefront itself.</summary>
    Storefront,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A person of the shop: <see cref="ConversationEntry.By"/> says who.</summary>
    Person,

    /// <summary>Code of the app, by the client.</summary>
    App,

    /// <summary>Another program that shares the number.</summary>
    Other,
}
