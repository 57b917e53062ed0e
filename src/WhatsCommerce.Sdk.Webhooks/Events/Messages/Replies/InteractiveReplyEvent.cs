namespace WhatsCommerce.Webhooks;

/// <summary>
/// A customer pressed a button, chose a row or submitted a form (<c>messages[].interactive</c>, <c>messages[].button</c>).
/// </summary>
/// <remarks>
/// A reply about one product is a <see cref="ProductQuestionEvent"/>. <see cref="MessageEvent.RepliesTo"/> is the id of the message with
/// the buttons. Source: Meta, webhooks/reference/messages/interactive and .../button.
/// </remarks>
public sealed partial record InteractiveReplyEvent : MessageEvent
{
    /// <summary>The pressed button, the chosen row or the submitted form.</summary>
    [Printed]
    public required InteractiveReply Reply { get; init; }
}
