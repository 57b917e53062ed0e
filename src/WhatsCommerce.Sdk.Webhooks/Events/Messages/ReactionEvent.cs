namespace WhatsCommerce.Webhooks;

/// <summary>A customer added an emoji reaction to a message, or removed it (<c>messages[].reaction</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/reaction.</remarks>
[WebhookPayload]
public sealed partial record ReactionEvent : MessageEvent
{
    /// <summary><c>message_id</c>: the message reacted to.</summary>
    [Wire("message_id", Missing = "There is no id of the message reacted to.")]
    public required MessageId ReactsTo { get; init; }

    /// <summary><c>emoji</c>; absent when the customer removed the reaction.</summary>
    [Sensitive]
    [Wire("emoji")]
    public string? Emoji { get; init; }

    /// <summary>Whether the customer removed the reaction.</summary>
    [Printed]
    public bool IsRemoval => string.IsNullOrEmpty(Emoji);
}
