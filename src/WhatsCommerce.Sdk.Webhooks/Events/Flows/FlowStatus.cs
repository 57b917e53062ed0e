namespace WhatsCommerce.Webhooks;

/// <summary>The state of a flow: an open value.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi and flows/guides/healthmonitoring.</remarks>
public readonly record struct FlowStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public FlowStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Not published yet.</summary>
    public static FlowStatus Draft { get; } = new("DRAFT");

    /// <summary>It can be sent.</summary>
    public static FlowStatus Published { get; } = new("PUBLISHED");

    /// <summary>It is not to be sent any more.</summary>
    public static FlowStatus Deprecated { get; } = new("DEPRECATED");

    /// <summary>It can be neither sent nor opened: the endpoint is unhealthy.</summary>
    public static FlowStatus Blocked { get; } = new("BLOCKED");

    /// <summary>Ten an hour can be sent: the endpoint is unhealthy.</summary>
    public static FlowStatus Throttled { get; } = new("THROTTLED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "DRAFT" or "PUBLISHED" or "DEPRECATED" or "BLOCKED" or "THROTTLED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
