namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of sending a message into a conversation.</summary>
public sealed partial record ConversationSendResult
{
    /// <summary>Gets whether the message was sent.</summary>
    public required ConversationSendOutcome Outcome { get; init; }

    /// <summary>Gets the id of the message; absent when none was sent.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
