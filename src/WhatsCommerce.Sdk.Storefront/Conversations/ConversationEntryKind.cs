namespace WhatsCommerce.Storefronts;

/// <summary>What an entry of a conversation is.</summary>
public enum ConversationEntryKind
{
    /// <summary>A message of WhatsApp.</summary>
    Message,

    /// <summary>A note of a person, which the customer never sees.</summary>
    Note,

    /// <summary>Something that happened: taken over, given back, an offer, an order, a payment.</summary>
    Event,
}
