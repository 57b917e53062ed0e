namespace WhatsCommerce.Webhooks;

/// <summary>
/// A customer pressed a button, chose a row or filled in a form (<c>messages[].interactive</c>, <c>messages[].button</c>).
/// </summary>
/// <remarks>
/// About one product it is a <see cref="ProductQuestionEvent"/>. <see cref="MessageEvent.RepliesTo"/> names the message that had the
/// buttons. Source: Meta, webhooks/reference/messages/interactive and .../button.
/// </remarks>
public sealed partial record InteractiveReplyEvent : MessageEvent
{
    /// <summary>What was pressed, chosen or filled in.</summary>
    [Printed]
    public required InteractiveReply Reply { get; init; }
}
