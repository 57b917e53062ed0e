namespace WhatsCommerce.Webhooks;

/// <summary>Whether an alert of a flow stands (<c>alert_state</c>): an open value.</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
public readonly record struct FlowAlertState
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public FlowAlertState(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The threshold was reached.</summary>
    public static FlowAlertState Activated { get; } = new("ACTIVATED");

    /// <summary>All is well again.</summary>
    public static FlowAlertState Deactivated { get; } = new("DEACTIVATED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "ACTIVATED" or "DEACTIVATED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
