namespace WhatsCommerce.Webhooks;

/// <summary>You received or lost control of a conversation (<c>messaging_handovers</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
public sealed partial record HandoverEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public HandoverEvent() { }

    internal HandoverEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>type</c>: whether control was received or lost.</summary>
    public HandoverKind Kind { get; init; }

    /// <summary><c>previous_owner_role</c>: the role of the previous owner.</summary>
    public ConversationRole PreviousOwner { get; init; }

    /// <summary><c>new_owner_role</c>: the role of the new owner.</summary>
    public ConversationRole NewOwner { get; init; }

    /// <summary><c>previous_owner_app_id</c>; use <see cref="PreviousOwner"/>.</summary>
    public string? PreviousOwnerAppId { get; init; }

    /// <summary><c>previous_owner_app_role</c>; use <see cref="PreviousOwner"/>.</summary>
    public string? PreviousOwnerAppRole { get; init; }

    /// <summary><c>new_owner_app_id</c>: the app of the new owner.</summary>
    public string? NewOwnerAppId { get; init; }

    /// <summary><c>metadata</c>: the note of the responder that passed or took the conversation, up to 2,000 characters.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary><c>conversation_context.type</c>: <c>summary</c>.</summary>
    public string? ContextType { get; init; }

    /// <summary>
    /// <c>conversation_context.summary.text</c>: a machine-written summary of the conversation so far. Show it to people; do not base
    /// decisions on it.
    /// </summary>
    [Sensitive]
    public string? Summary { get; init; }
}
