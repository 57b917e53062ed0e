namespace WhatsCommerce.Webhooks;

/// <summary>What happened to a flow (<c>event</c>): an open value.</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
public readonly record struct FlowEventKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public FlowEventKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Its status changed: <see cref="FlowEvent.NewStatus"/>.</summary>
    public static FlowEventKind StatusChange { get; } = new("FLOW_STATUS_CHANGE");

    /// <summary>It fails on customers' devices.</summary>
    public static FlowEventKind ClientErrorRate { get; } = new("CLIENT_ERROR_RATE");

    /// <summary>The endpoint of the business fails.</summary>
    public static FlowEventKind EndpointErrorRate { get; } = new("ENDPOINT_ERROR_RATE");

    /// <summary>The endpoint of the business is slow.</summary>
    public static FlowEventKind EndpointLatency { get; } = new("ENDPOINT_LATENCY");

    /// <summary>The endpoint of the business cannot be reached.</summary>
    public static FlowEventKind EndpointAvailability { get; } = new("ENDPOINT_AVAILABILITY");

    /// <summary>Its version ends soon: <see cref="FlowEvent.Warning"/>.</summary>
    public static FlowEventKind VersionExpiryWarning { get; } = new("FLOW_VERSION_EXPIRY_WARNING");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "FLOW_STATUS_CHANGE" or "CLIENT_ERROR_RATE" or "ENDPOINT_ERROR_RATE" or "ENDPOINT_LATENCY" or "ENDPOINT_AVAILABILITY"
        or "FLOW_VERSION_EXPIRY_WARNING";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
