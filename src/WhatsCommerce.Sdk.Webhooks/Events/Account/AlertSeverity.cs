namespace WhatsCommerce.Webhooks;

/// <summary>How urgent an alert is (<c>alert_severity</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertSeverity
{
    /// <summary>Something was refused.</summary>
    [Word("CRITICAL")]
    public static partial AlertSeverity Critical { get; }

    /// <summary>Something may have to be done.</summary>
    [Word("WARNING")]
    public static partial AlertSeverity Warning { get; }

    /// <summary>Nothing has to be done.</summary>
    [Word("INFORMATIONAL")]
    public static partial AlertSeverity Informational { get; }
}
