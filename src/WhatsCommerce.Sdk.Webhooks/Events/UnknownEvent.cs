namespace WhatsCommerce.Webhooks;

/// <summary>Represents an event of a field, message type or value that this version does not know.</summary>
/// <remarks>
/// Nothing is lost: <see cref="WebhookEvent.RawJson"/> has the whole item, <see cref="WebhookEvent.AdditionalProperties"/> its members
/// (of a change: those of its value).
/// </remarks>
public sealed partial record UnknownEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public UnknownEvent() { }

    internal UnknownEvent(in EventHead head)
        : base(head) { }

    /// <summary>The <c>type</c> of the message, or the name of the field when it is not a message.</summary>
    public string? Type { get; init; }

    /// <summary>The id of the message; absent when it is not a message.</summary>
    public MessageId MessageId { get; init; }

    /// <summary>What the message refers to.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The advertisement or post from which the customer came.</summary>
    public Referral? Referral { get; init; }

    /// <summary>The group that the message was written in.</summary>
    public GroupId GroupId { get; init; }

    /// <inheritdoc cref="MessageEvent.ToRecipient"/>
    public Recipient ToRecipient() => Customer.ToRecipient(GroupId);

    internal override string? Identity => MessageEvent.MessageIdentity(PhoneNumberId, MessageId);
}
