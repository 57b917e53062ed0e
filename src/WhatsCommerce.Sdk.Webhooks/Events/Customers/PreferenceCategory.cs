namespace WhatsCommerce.Webhooks;

/// <summary>What a preference is about (<c>category</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
public readonly record struct PreferenceCategory
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PreferenceCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Messages of marketing.</summary>
    public static PreferenceCategory MarketingMessages { get; } = new("marketing_messages");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "marketing_messages";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
