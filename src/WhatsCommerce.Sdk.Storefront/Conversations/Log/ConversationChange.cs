namespace WhatsCommerce.Storefronts;

/// <summary>What becomes of a conversation in one step.</summary>
/// <param name="Conversation">The conversation as it shall be.</param>
/// <param name="Entries">The entries that are added or changed.</param>
internal sealed record ConversationChange(CustomerConversation Conversation, params IReadOnlyList<ConversationEntry> Entries)
{
    public IReadOnlyList<StorefrontEvent> Events { get; init; } = [];
}
