namespace WhatsCommerce.Webhooks;

/// <summary>How urgent an alert is (<c>alert_severity</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
public readonly record struct AlertSeverity
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AlertSeverity(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Something was refused.</summary>
    public static AlertSeverity Critical { get; } = new("CRITICAL");

    /// <summary>Something may have to be done.</summary>
    public static AlertSeverity Warning { get; } = new("WARNING");

    /// <summary>Nothing has to be done.</summary>
    public static AlertSeverity Informational { get; } = new("INFORMATIONAL");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "CRITICAL" or "WARNING" or "INFORMATIONAL";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
