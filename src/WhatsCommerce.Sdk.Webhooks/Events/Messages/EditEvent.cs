namespace WhatsCommerce.Webhooks;

/// <summary>A customer changed a message that was sent before (<c>messages[].edit</c>).</summary>
/// <remarks>Source: Meta, business-scoped-user-ids and onboarding-business-app-users.</remarks>
public sealed partial record EditEvent : MessageEvent
{
    /// <summary><c>original_message_id</c>: the message that was changed.</summary>
    public required MessageId OriginalMessageId { get; init; }

    /// <summary>
    /// <c>message</c>: the message after the edit, with the id of the original: a <see cref="TextEvent"/>, an <see cref="ImageEvent"/> ...
    /// </summary>
    /// <remarks><see langword="null"/> when its type is unknown; then <c>edit.message</c> is in
    /// <see cref="WebhookEvent.AdditionalProperties"/>.</remarks>
    public MessageEvent? Message { get; init; }

    internal override void Complete(Customer customer)
    {
        base.Complete(customer);
        Message?.Complete(customer);
    }
}
