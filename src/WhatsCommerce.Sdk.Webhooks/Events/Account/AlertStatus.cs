namespace WhatsCommerce.Webhooks;

/// <summary>Whether an alert stands (<c>alert_status</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
public readonly record struct AlertStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AlertStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It stands.</summary>
    public static AlertStatus Active { get; } = new("ACTIVE");

    /// <summary>It says only once what happened.</summary>
    public static AlertStatus None { get; } = new("NONE");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "ACTIVE" or "NONE";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
