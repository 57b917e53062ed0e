namespace WhatsCommerce.Webhooks;

/// <summary>Whether control of a conversation was received or lost (<c>type</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
[OpenWord]
public readonly partial record struct HandoverKind
{
    /// <summary>You are the owner of the conversation now, and are expected to answer.</summary>
    [Word("control_passed")]
    public static partial HandoverKind ControlPassed { get; }

    /// <summary>You are no longer the owner of the conversation: do not answer.</summary>
    [Word("control_taken")]
    public static partial HandoverKind ControlTaken { get; }
}
