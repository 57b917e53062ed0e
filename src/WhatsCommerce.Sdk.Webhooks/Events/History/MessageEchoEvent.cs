namespace WhatsCommerce.Webhooks;

/// <summary>
/// A message that the business sent elsewhere: from the WhatsApp Business app, or by another responder (<c>message_echoes[]</c>).
/// </summary>
/// <remarks>
/// <see cref="WebhookEvent.Customer"/> is the recipient. Its id may be that of a message that was sent or received
/// elsewhere. Source: Meta, webhooks/reference/smb_message_echoes and .../standby.
/// </remarks>
public sealed partial record MessageEchoEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public MessageEchoEvent() { }

    internal MessageEchoEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>id</c>: the id of the message.</summary>
    public MessageId Id { get; init; }

    /// <summary>
    /// The message itself: a <see cref="TextEvent"/> and so on; <see langword="null"/> in standby, where the request that sent it is kept
    /// as <c>message</c> in the additional properties.
    /// </summary>
    public WebhookEvent? Message { get; init; }

    /// <summary><c>type</c>, such as <c>text</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>from</c>: the number of the business.</summary>
    [Sensitive]
    public string? From { get; init; }

    internal override string? Identity => MessageEvent.MessageIdentity(PhoneNumberId, Id);
}
