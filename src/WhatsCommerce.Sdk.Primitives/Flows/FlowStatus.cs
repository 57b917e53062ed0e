namespace WhatsCommerce;

/// <summary>The state of a flow; unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi and flows/guides/healthmonitoring.</remarks>
[OpenWord]
public readonly partial record struct FlowStatus
{
    /// <summary>Not published yet.</summary>
    [Word("DRAFT")]
    public static partial FlowStatus Draft { get; }

    /// <summary>It can be sent.</summary>
    [Word("PUBLISHED")]
    public static partial FlowStatus Published { get; }

    /// <summary>It is not to be sent any more.</summary>
    [Word("DEPRECATED")]
    public static partial FlowStatus Deprecated { get; }

    /// <summary>It can be neither sent nor opened: the endpoint is unhealthy.</summary>
    [Word("BLOCKED")]
    public static partial FlowStatus Blocked { get; }

    /// <summary>Ten an hour can be sent: the endpoint is unhealthy.</summary>
    [Word("THROTTLED")]
    public static partial FlowStatus Throttled { get; }
}
