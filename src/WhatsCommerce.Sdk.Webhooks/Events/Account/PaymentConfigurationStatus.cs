namespace WhatsCommerce.Webhooks;

/// <summary>Whether payments can be taken (<c>status</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/payment_configuration_update.</remarks>
public readonly record struct PaymentConfigurationStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PaymentConfigurationStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Tested and ready.</summary>
    public static PaymentConfigurationStatus Active { get; } = new("Active");

    /// <summary>The payment gateway was disconnected.</summary>
    public static PaymentConfigurationStatus NeedsConnecting { get; } = new("Needs Connecting");

    /// <summary>The payment gateway is connected, but not tested yet.</summary>
    public static PaymentConfigurationStatus NeedsTesting { get; } = new("Needs Testing");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "Active" or "Needs Connecting" or "Needs Testing";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
