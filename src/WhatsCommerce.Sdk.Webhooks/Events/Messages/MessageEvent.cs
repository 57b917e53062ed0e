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

    /// <summary>The advertisement or post from which the customer came; usually absent.</summary>
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
    /// The product that it is about (<c>context.referred_product</c>), for any type of message. A text, a button or a form about a product
    /// is a <see cref="ProductQuestionEvent"/>; handlers of those also get other types if no handler takes that type.
    /// </summary>
    public ReferredProduct? ReferredProduct => Context?.ReferredProduct;

    /// <summary>
    /// The end of the customer service window, until which the business may reply without a template: 24 hours after the message.
    /// <see langword="null"/> when the message opens no such window (a customer did not just write it) or has no time.
    /// </summary>
    /// <remarks>Each later message of the customer extends it. Source: Meta, messages/send-messages, "Customer service windows".</remarks>
    public DateTimeOffset? ServiceWindowEndsAt => OpensServiceWindow && Timestamp < LastTimestamp ? Timestamp + ServiceWindow : null;

    /// <summary>
    /// The recipient of an answer in the same conversation: the group that the message was written in, otherwise the customer.
    /// </summary>
    /// <remarks>To write to a member of the group alone, use <see cref="Customer.ToRecipient()"/>.</remarks>
    /// <returns>The recipient; of kind None when the webhook names neither a group nor a customer.</returns>
    public Recipient ToRecipient() => Customer.ToRecipient(GroupId);

    /// <summary>Completes a message that the parser created when it read the payload, with all members around it.</summary>
    internal void Complete(in EventHead head, in MessageHead message)
    {
        Complete(head);
        _message = message;
    }

    /// <summary>Completes a message that is created from another.</summary>
    internal void CompleteLike(MessageEvent other)
    {
        base.CompleteLike(other);
        _message = other._message;
    }

    internal override string? Identity => MessageIdentity(PhoneNumberId, Id);

    // Echoes and history are messages too, but a customer did not just write them.
    private protected virtual bool OpensServiceWindow => Field is null or "messages";

    internal static string? MessageIdentity(PhoneNumberId number, MessageId id) =>
        id.HasValue ? $"message/{number.Value}/{id.Value}" : null;
}
