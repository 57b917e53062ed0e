namespace WhatsCommerce.Webhooks;

/// <summary>A message of a customer (<c>messages[]</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages.</remarks>
public abstract partial record MessageEvent : WebhookEvent
{
    private static readonly TimeSpan ServiceWindow = TimeSpan.FromHours(24);
    private static readonly DateTimeOffset LastTimestamp = DateTimeOffset.MaxValue - ServiceWindow;

    private MessageHead _message;

    private protected MessageEvent() { }

    /// <summary><c>id</c>: use it to reply to the message, and to detect redeliveries.</summary>
    public MessageId Id
    {
        get => _message.Id;
        init => _message = _message with { Id = value };
    }

    /// <summary><c>type</c> as received, such as <c>order</c>. The type of the event is determined by the payload, not by this.</summary>
    public string? Type
    {
        get => _message.Type;
        init => _message = _message with { Type = value };
    }

    /// <summary>
    /// What the message refers to: the message that it replies to, the product that it is about, whether it was forwarded.
    /// </summary>
    public MessageContext? Context
    {
        get => _message.Context;
        init => _message = _message with { Context = value };
    }

    /// <summary>The id of the message that it replies to (<c>context.id</c>), for instance the one that showed the products.</summary>
    [Printed]
    public MessageId RepliesTo => Context?.MessageId ?? default;

    /// <summary>The group that the message was written in; absent in a one-to-one conversation.</summary>
    public GroupId GroupId
    {
        get => _message.GroupId;
        init => _message = _message with { GroupId = value };
    }

    /// <summary>The advertisement or post that led the customer here; usually absent.</summary>
    public Referral? Referral
    {
        get => _message.Referral;
        init => _message = _message with { Referral = value };
    }

    /// <summary><c>errors</c> of the message itself; usually empty.</summary>
    public IReadOnlyList<GraphError> Errors
    {
        get => _message.Errors ?? [];
        init => _message = _message with { Errors = value is [] ? null : value };
    }

    /// <summary>
    /// The product that it is about (<c>context.referred_product</c>): of whatever kind the message is. Where that is a text, a button or
    /// a form, it is a <see cref="ProductQuestionEvent"/>; handlers of those get the others too when nobody else takes them.
    /// </summary>
    public ReferredProduct? ReferredProduct => Context?.ReferredProduct;

    /// <summary>
    /// Until when the business may answer with anything but a template: 24 hours after the message. <see langword="null"/> when the
    /// message opens no such window (it was not written by a customer now) or has no time.
    /// </summary>
    /// <remarks>Each later message of the customer moves it on. Source: Meta, messages/send-messages, "Customer service windows".</remarks>
    public DateTimeOffset? ServiceWindowEndsAt => OpensServiceWindow && Timestamp < LastTimestamp ? Timestamp + ServiceWindow : null;

    /// <summary>
    /// The recipient of an answer in the same conversation: the group that the message was written in, otherwise the customer.
    /// </summary>
    /// <remarks>To write to a member of the group alone, use <see cref="Customer.ToRecipient()"/>.</remarks>
    /// <returns>The recipient; of kind None when the webhook names neither a group nor a customer.</returns>
    public Recipient ToRecipient() => Customer.ToRecipient(GroupId);

    /// <summary>Completes a message that the parser made when it met the payload, by all that stood around it.</summary>
    internal void Complete(in EventHead head, in MessageHead message)
    {
        Complete(head);
        _message = message;
    }

    /// <summary>The same for a message that is made of another.</summary>
    internal void CompleteLike(MessageEvent other)
    {
        base.CompleteLike(other);
        _message = other._message;
    }

    internal override string? Identity => MessageIdentity(PhoneNumberId, Id);

    // Echoes and history are messages too, but none that a customer writes now.
    private protected virtual bool OpensServiceWindow => Field is null or "messages";

    internal static string? MessageIdentity(PhoneNumberId number, MessageId id) =>
        id.HasValue ? $"message/{number.Value}/{id.Value}" : null;
}
