namespace WhatsCommerce.Flows;

/// <summary>Represents whether messages with a flow can be sent; unlisted values are kept.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>health_status</c>.</remarks>
[OpenWord]
public readonly partial record struct FlowSendability
{
    /// <summary>They can be sent.</summary>
    [Word("AVAILABLE")]
    public static partial FlowSendability Available { get; }

    /// <summary>They can be sent, with limits.</summary>
    [Word("LIMITED")]
    public static partial FlowSendability Limited { get; }

    /// <summary>They cannot be sent.</summary>
    [Word("BLOCKED")]
    public static partial FlowSendability Blocked { get; }
}
