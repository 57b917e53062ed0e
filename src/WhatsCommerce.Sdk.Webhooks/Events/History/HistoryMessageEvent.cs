namespace WhatsCommerce.Webhooks;

/// <summary>
/// The content of a media message of the chat history (<c>messages[]</c> or <c>message_echoes[]</c> of the field
/// <c>history</c>).
/// </summary>
/// <remarks>Do not reply to it. Source: Meta, webhooks/reference/history and business-scoped-user-ids.</remarks>
public sealed partial record HistoryMessageEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public HistoryMessageEvent() { }

    internal HistoryMessageEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>id</c>: the message of the <see cref="HistoryEvent"/> that this belongs to.</summary>
    public MessageId Id { get; init; }

    /// <summary>The message itself: an <c>ImageEvent</c> and so on.</summary>
    public required WebhookEvent Message { get; init; }

    /// <summary>Whether the customer wrote it; otherwise the business did.</summary>
    public bool IsFromCustomer { get; init; }

    /// <summary><c>from</c>: the number that wrote it.</summary>
    [Sensitive]
    public string? From { get; init; }

    internal override string? Identity => MessageEvent.MessageIdentity(PhoneNumberId, Id);
}
