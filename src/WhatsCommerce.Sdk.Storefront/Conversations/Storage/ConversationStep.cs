namespace WhatsCommerce.Storefronts;

/// <summary>One step of a conversation. A store writes all of it or nothing.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other changes it only if the store still has that version.
/// The store writes the next version.
/// </remarks>
public sealed record ConversationStep
{
    /// <summary>Gets the conversation as it shall be: every step raises its version, so that no two steps of it cross.</summary>
    public required CustomerConversation Conversation { get; init; }

    /// <summary>Gets the entries that are added or changed, each once.</summary>
    public IReadOnlyList<ConversationEntry> Entries { get; init; } = [];

    /// <summary>Gets the events with their handlers.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>
    /// Gets the run of the webhook that the step carries out: see <see cref="StorefrontStep.Webhook"/>; <see langword="null"/> outside
    /// webhooks.
    /// </summary>
    public WebhookContext? Webhook { get; init; }
}
