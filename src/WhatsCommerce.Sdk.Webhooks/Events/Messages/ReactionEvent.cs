namespace WhatsCommerce.Webhooks;

/// <summary>A customer added an emoji reaction to a message, or removed it (<c>messages[].reaction</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/reaction.</remarks>
public sealed partial record ReactionEvent : MessageEvent
{
    /// <summary><c>message_id</c>: the message reacted to.</summary>
    public required MessageId ReactsTo { get; init; }

    /// <summary><c>emoji</c>; absent when the customer removed the reaction.</summary>
    [Sensitive]
    public string? Emoji { get; init; }

    /// <summary>Whether the customer removed the reaction.</summary>
    [Printed]
    public bool IsRemoval => string.IsNullOrEmpty(Emoji);
}
