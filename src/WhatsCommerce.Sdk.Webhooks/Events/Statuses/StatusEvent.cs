namespace WhatsCommerce.Webhooks;

/// <summary>The delivery status of a message that the business sent (<c>statuses[]</c>).</summary>
/// <remarks>
/// Statuses arrive in any order and repeatedly, and one may be missing (delivered, if the message was read at once).
/// Source: Meta, webhooks/reference/messages/status.
/// </remarks>
public sealed partial record StatusEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public StatusEvent() { }

    internal StatusEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>id</c> of the message that was sent.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary><c>status</c>: the status of the message.</summary>
    public required MessageStatus Status { get; init; }

    /// <summary><c>type</c>: <c>payment</c> for a payment's status, otherwise absent or <c>message</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>recipient_id</c>: the number or group that it was sent to; absent for a customer whose user id alone is known.</summary>
    [Sensitive]
    public string? RecipientId { get; init; }

    /// <summary><c>recipient_type</c>: <c>group</c> when <see cref="RecipientId"/> is a group.</summary>
    public string? RecipientType { get; init; }

    /// <summary>
    /// The group that it was sent to (<c>group_id</c>, or <see cref="RecipientId"/> of that type); absent in a one-to-one conversation.
    /// </summary>
    public GroupId GroupId { get; init; }

    /// <summary>
    /// <c>recipient_participant_id</c>: the phone number of the group participant whose receipt this is; absent if only the user id is
    /// known, which is in <see cref="WebhookEvent.Customer"/>.
    /// </summary>
    [Sensitive]
    public string? ParticipantId { get; init; }

    /// <summary><c>biz_opaque_callback_data</c>: the callback data with which the business sent the message.</summary>
    [Sensitive]
    public string? CallbackData { get; init; }

    /// <summary><c>conversation</c>; since v24.0 only for free entry points.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary><c>pricing</c>; only in the sent status, and in either the delivered or the read status.</summary>
    public Pricing? Pricing { get; init; }

    /// <summary><c>errors</c>: why it failed; empty otherwise.</summary>
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    /// <summary><c>payment</c>: the payment of an order; only in statuses of that type.</summary>
    [Printed]
    public Payment? Payment { get; init; }

    // A receipt of a group without a participant can be distinguished from others only by its bytes.
    internal override string? Identity => GroupId.HasValue && Member is null
        ? null
        : $"status/{MessageId}/{Status}/{Member ?? RecipientId ?? CustomerId}{Payment?.Identity}";

    // The receipts of a group differ only by participant, however it is identified.
    private string? Member => ParticipantId ?? (GroupId.HasValue ? CustomerId : null);

    private string? CustomerId => Customer.UserId.Value ?? Customer.ParentUserId.Value ?? Customer.WaId;
}
