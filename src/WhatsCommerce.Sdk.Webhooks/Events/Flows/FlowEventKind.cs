namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of a flow (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
[OpenWord]
public readonly partial record struct FlowEventKind
{
    /// <summary>Its status changed: <see cref="FlowEvent.NewStatus"/>.</summary>
    [Word("FLOW_STATUS_CHANGE")]
    public static partial FlowEventKind StatusChange { get; }

    /// <summary>It fails on customers' devices.</summary>
    [Word("CLIENT_ERROR_RATE")]
    public static partial FlowEventKind ClientErrorRate { get; }

    /// <summary>The endpoint of the business fails.</summary>
    [Word("ENDPOINT_ERROR_RATE")]
    public static partial FlowEventKind EndpointErrorRate { get; }

    /// <summary>The endpoint of the business is slow.</summary>
    [Word("ENDPOINT_LATENCY")]
    public static partial FlowEventKind EndpointLatency { get; }

    /// <summary>The endpoint of the business cannot be reached.</summary>
    [Word("ENDPOINT_AVAILABILITY")]
    public static partial FlowEventKind EndpointAvailability { get; }

    /// <summary>Its version ends soon: <see cref="FlowEvent.Warning"/>.</summary>
    [Word("FLOW_VERSION_EXPIRY_WARNING")]
    public static partial FlowEventKind VersionExpiryWarning { get; }
}
