namespace WhatsCommerce.Storefronts;

/// <summary>Whether a message was sent into a conversation, and its id.</summary>
public sealed partial record ConversationSendResult
{
    /// <summary>Gets whether it was sent.</summary>
    public required ConversationSendOutcome Outcome { get; init; }

    /// <summary>Gets the id of the message; absent when none was sent.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
