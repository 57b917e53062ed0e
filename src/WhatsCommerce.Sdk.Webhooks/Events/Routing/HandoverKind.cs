namespace WhatsCommerce.Webhooks;

/// <summary>Whether control of a conversation was received or lost (<c>type</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
[OpenWord]
public readonly partial record struct HandoverKind
{
    /// <summary>You now own the conversation, and are expected to reply.</summary>
    [Word("control_passed")]
    public static partial HandoverKind ControlPassed { get; }

    /// <summary>You no longer own the conversation: do not reply.</summary>
    [Word("control_taken")]
    public static partial HandoverKind ControlTaken { get; }
}
