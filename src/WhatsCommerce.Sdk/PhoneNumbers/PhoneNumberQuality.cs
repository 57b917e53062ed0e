namespace WhatsCommerce.PhoneNumbers;

/// <summary>How customers take the messages of a number: an open value.</summary>
/// <remarks>Source: Meta, phone number reference.</remarks>
public readonly record struct PhoneNumberQuality
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PhoneNumberQuality(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>High.</summary>
    public static PhoneNumberQuality Green { get; } = new("GREEN");

    /// <summary>Medium: customers begin to block or report the number.</summary>
    public static PhoneNumberQuality Yellow { get; } = new("YELLOW");

    /// <summary>Low: Meta may restrict the number.</summary>
    public static PhoneNumberQuality Red { get; } = new("RED");

    /// <summary>Not determined yet.</summary>
    public static PhoneNumberQuality Unknown { get; } = new("UNKNOWN");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "GREEN" or "YELLOW" or "RED" or "UNKNOWN";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
