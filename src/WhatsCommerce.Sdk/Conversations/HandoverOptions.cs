namespace WhatsCommerce.Conversations;

/// <summary>Options of passing or taking a conversation.</summary>
/// <remarks>Source: Meta, meta-business-agent/reference/operate/thread-control-cloud-api.</remarks>
public sealed partial record HandoverOptions
{
    /// <summary>
    /// The role to pass the conversation to (<c>control_pass.target_role</c>). If absent, Meta passes it to the escalation partner that the
    /// business configured. Only for <see cref="ConversationsClient.PassAsync"/>; Meta documents <see cref="ConversationRole.AiAgent"/>.
    /// </summary>
    public ConversationRole TargetRole { get; init; }

    /// <summary>
    /// A note for the other responder (<c>metadata</c>), at most <see cref="ConversationLimits.Note"/> characters. Its app receives the
    /// note unchanged in the <c>messaging_handovers</c> webhook, as <c>HandoverEvent.Note</c>.
    /// </summary>
    [Sensitive]
    public string? Note { get; init; }
}
