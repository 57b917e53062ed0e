namespace WhatsCommerce.Storefronts;

/// <summary>One atomic change of a conversation.</summary>
/// <param name="Conversation">The new state of the conversation.</param>
/// <param name="Entries">The entries that are added or changed.</param>
internal sealed record ConversationChange(CustomerConversation Conversation, params IReadOnlyList<ConversationEntry> Entries)
{
    public IReadOnlyList<StorefrontEvent> Events { get; init; } = [];
}
