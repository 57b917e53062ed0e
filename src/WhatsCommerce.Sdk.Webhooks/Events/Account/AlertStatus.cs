namespace WhatsCommerce.Webhooks;

/// <summary>Whether an alert stands (<c>alert_status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertStatus
{
    /// <summary>It stands.</summary>
    [Word("ACTIVE")]
    public static partial AlertStatus Active { get; }

    /// <summary>It says only once what happened.</summary>
    [Word("NONE")]
    public static partial AlertStatus None { get; }
}
