namespace WhatsCommerce.Webhooks;

/// <summary>A customer deleted a message for everyone (<c>messages[].revoke</c>).</summary>
/// <remarks>Source: Meta, business-scoped-user-ids and onboarding-business-app-users.</remarks>
[WebhookPayload]
public sealed partial record RevokeEvent : MessageEvent
{
    /// <summary><c>original_message_id</c>: the message that was deleted.</summary>
    [Wire("original_message_id", Missing = "There is no id of the original message.")]
    public required MessageId OriginalMessageId { get; init; }
}
