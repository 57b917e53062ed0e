namespace WhatsCommerce.Storefronts;

/// <summary>Represents one write of the conversations module, which a store applies atomically.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other value updates it only if the store still has that
/// version. The store increments the version.
/// </remarks>
public sealed record ConversationStep
{
    /// <summary>Gets the new state of the conversation. Every step increments its version, so that concurrent steps conflict.</summary>
    public required CustomerConversation Conversation { get; init; }

    /// <summary>Gets the entries that are added or changed, without duplicates.</summary>
    public IReadOnlyList<ConversationEntry> Entries { get; init; } = [];

    /// <summary>Gets the events with their handlers.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>
    /// Gets the context of the webhook handler that the step completes: see <see cref="StorefrontStep.Webhook"/>; <see langword="null"/>
    /// outside webhooks.
    /// </summary>
    public WebhookContext? Webhook { get; init; }
}
