namespace WhatsCommerce.Webhooks;

/// <summary>Which way a conversation went (<c>type</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/messaging_handovers.</remarks>
public readonly record struct HandoverKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public HandoverKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is yours now: you are expected to answer.</summary>
    public static HandoverKind ControlPassed { get; } = new("control_passed");

    /// <summary>It is yours no more: do not answer.</summary>
    public static HandoverKind ControlTaken { get; } = new("control_taken");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "control_passed" or "control_taken";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
