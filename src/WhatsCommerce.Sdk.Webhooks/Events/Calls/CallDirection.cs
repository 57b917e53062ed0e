namespace WhatsCommerce.Webhooks;

/// <summary>Who called (<c>direction</c>): an open value.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
public readonly record struct CallDirection
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public CallDirection(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The business.</summary>
    public static CallDirection BusinessInitiated { get; } = new("BUSINESS_INITIATED");

    /// <summary>The customer.</summary>
    public static CallDirection UserInitiated { get; } = new("USER_INITIATED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "BUSINESS_INITIATED" or "USER_INITIATED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
