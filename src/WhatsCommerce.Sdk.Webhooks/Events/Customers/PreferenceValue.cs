namespace WhatsCommerce.Webhooks;

/// <summary>What a customer prefers (<c>value</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
public readonly record struct PreferenceValue
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PreferenceValue(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>No more of them: do not send any.</summary>
    public static PreferenceValue Stop { get; } = new("stop");

    /// <summary>They may come again.</summary>
    public static PreferenceValue Resume { get; } = new("resume");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "stop" or "resume";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
