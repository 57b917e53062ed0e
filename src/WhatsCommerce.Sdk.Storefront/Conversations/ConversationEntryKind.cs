namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the kind of an entry of a conversation.</summary>
public enum ConversationEntryKind
{
    /// <summary>A WhatsApp message.</summary>
    Message,

    /// <summary>An internal note, which the customer never sees.</summary>
    Note,

    /// <summary>An event: a takeover or its end, an offer, an order, a payment.</summary>
    Event,
}
