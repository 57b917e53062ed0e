namespace WhatsCommerce.Webhooks;

/// <summary>A customer deleted a message for everyone (<c>messages[].revoke</c>).</summary>
/// <remarks>Source: Meta, business-scoped-user-ids and onboarding-business-app-users.</remarks>
public sealed partial record RevokeEvent : MessageEvent
{
    /// <summary><c>original_message_id</c>: the message that was deleted.</summary>
    public required MessageId OriginalMessageId { get; init; }
}
