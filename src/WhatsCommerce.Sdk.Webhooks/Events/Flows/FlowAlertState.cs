namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether an alert of a flow is active (<c>alert_state</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
[OpenWord]
public readonly partial record struct FlowAlertState
{
    /// <summary>The threshold was reached.</summary>
    [Word("ACTIVATED")]
    public static partial FlowAlertState Activated { get; }

    /// <summary>The values are normal again.</summary>
    [Word("DEACTIVATED")]
    public static partial FlowAlertState Deactivated { get; }
}
