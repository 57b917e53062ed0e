namespace WhatsCommerce.Webhooks;

/// <summary>A conversation was passed to you, or taken from you (<c>messaging_handovers</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
public sealed partial record HandoverEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public HandoverEvent()
    {
    }

    internal HandoverEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>type</c>: which way it went.</summary>
    public HandoverKind Kind { get; init; }

    /// <summary><c>previous_owner_role</c>: who answered before.</summary>
    public ConversationRole PreviousOwner { get; init; }

    /// <summary><c>new_owner_role</c>: who answers now.</summary>
    public ConversationRole NewOwner { get; init; }

    /// <summary><c>previous_owner_app_id</c>; use <see cref="PreviousOwner"/>.</summary>
    public string? PreviousOwnerAppId { get; init; }

    /// <summary><c>previous_owner_app_role</c>; use <see cref="PreviousOwner"/>.</summary>
    public string? PreviousOwnerAppRole { get; init; }

    /// <summary><c>new_owner_app_id</c>.</summary>
    public string? NewOwnerAppId { get; init; }

    /// <summary><c>metadata</c>: what the one said who passed it on or took it, up to 2,000 characters.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary><c>conversation_context.type</c>: <c>summary</c>.</summary>
    public string? ContextType { get; init; }

    /// <summary>
    /// <c>conversation_context.summary.text</c>: what was talked before, as a machine sums it up: show it to a person, decide
    /// nothing by it.
    /// </summary>
    [Sensitive]
    public string? Summary { get; init; }
}
