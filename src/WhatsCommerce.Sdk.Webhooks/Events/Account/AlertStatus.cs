namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether an alert is active (<c>alert_status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertStatus
{
    /// <summary>The alert is active.</summary>
    [Word("ACTIVE")]
    public static partial AlertStatus Active { get; }

    /// <summary>The alert reports a single occurrence.</summary>
    [Word("NONE")]
    public static partial AlertStatus None { get; }
}
