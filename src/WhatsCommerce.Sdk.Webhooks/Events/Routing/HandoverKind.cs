namespace WhatsCommerce.Webhooks;

/// <summary>Which way a conversation went (<c>type</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
[OpenWord]
public readonly partial record struct HandoverKind
{
    /// <summary>It is yours now: you are expected to answer.</summary>
    [Word("control_passed")]
    public static partial HandoverKind ControlPassed { get; }

    /// <summary>It is yours no more: do not answer.</summary>
    [Word("control_taken")]
    public static partial HandoverKind ControlTaken { get; }
}
