namespace WhatsCommerce.Webhooks;

/// <summary>What an alert concerns (<c>entity_type</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
public readonly record struct AlertEntityType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AlertEntityType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The business portfolio.</summary>
    public static AlertEntityType Business { get; } = new("BUSINESS");

    /// <summary>A number.</summary>
    public static AlertEntityType PhoneNumber { get; } = new("PHONE_NUMBER");

    /// <summary>The profile of a number.</summary>
    public static AlertEntityType Profile { get; } = new("CURRENT_STATUS_ID");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "BUSINESS" or "PHONE_NUMBER" or "CURRENT_STATUS_ID";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
