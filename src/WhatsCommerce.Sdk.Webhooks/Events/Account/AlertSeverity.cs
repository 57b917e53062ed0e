namespace WhatsCommerce.Webhooks;

/// <summary>Represents the severity of an alert (<c>alert_severity</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertSeverity
{
    /// <summary>Something was rejected.</summary>
    [Word("CRITICAL")]
    public static partial AlertSeverity Critical { get; }

    /// <summary>Action may be required.</summary>
    [Word("WARNING")]
    public static partial AlertSeverity Warning { get; }

    /// <summary>No action is required.</summary>
    [Word("INFORMATIONAL")]
    public static partial AlertSeverity Informational { get; }
}
