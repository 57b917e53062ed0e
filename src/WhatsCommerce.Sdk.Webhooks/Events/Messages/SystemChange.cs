namespace WhatsCommerce.Webhooks;

/// <summary>What a system message tells: an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/system.</remarks>
public readonly record struct SystemChange
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public SystemChange(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The customer has another phone number.</summary>
    public static SystemChange ChangedNumber { get; } = new("user_changed_number");

    /// <summary>The customer has another user id.</summary>
    public static SystemChange ChangedUserId { get; } = new("user_changed_user_id");

    /// <summary>The same as <see cref="ChangedNumber"/>, from older versions.</summary>
    public static SystemChange CustomerChangedNumber { get; } = new("customer_changed_number");

    /// <summary>The customer has another device or set WhatsApp up anew.</summary>
    public static SystemChange IdentityChanged { get; } = new("customer_identity_changed");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "user_changed_number" or "user_changed_user_id" or "customer_changed_number" or "customer_identity_changed";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
