namespace WhatsCommerce.Webhooks;

/// <summary>A text that a customer wrote (<c>messages[].text</c>).</summary>
/// <remarks>
/// If it is a reply, <see cref="MessageEvent.RepliesTo"/> is the id of the message. A text about one product is a
/// <see cref="ProductQuestionEvent"/>. Source: Meta, webhooks/reference/messages/text.
/// </remarks>
public sealed partial record TextEvent : MessageEvent
{
    /// <summary><c>text.body</c>: the text.</summary>
    [Sensitive]
    public required string Text { get; init; }
}
