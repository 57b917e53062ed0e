namespace WhatsCommerce.Webhooks;

/// <summary>What changed about a number (<c>event</c>): an open value.</summary>
/// <remarks>
/// Meta documents <c>ONBOARDING</c> and <c>THROUGHPUT_UPGRADE</c>; the others are of older versions. Source: Meta,
/// webhooks/reference/phone_number_quality_update.
/// </remarks>
public readonly record struct PhoneNumberQualityKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PhoneNumberQualityKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is still being registered.</summary>
    public static PhoneNumberQualityKind Onboarding { get; } = new("ONBOARDING");

    /// <summary>Its limit grew.</summary>
    public static PhoneNumberQualityKind Upgrade { get; } = new("UPGRADE");

    /// <summary>Its limit shrank.</summary>
    public static PhoneNumberQualityKind Downgrade { get; } = new("DOWNGRADE");

    /// <summary>Its quality is low.</summary>
    public static PhoneNumberQualityKind Flagged { get; } = new("FLAGGED");

    /// <summary>Its quality is no longer low.</summary>
    public static PhoneNumberQualityKind Unflagged { get; } = new("UNFLAGGED");

    /// <summary>It may send faster.</summary>
    public static PhoneNumberQualityKind ThroughputUpgrade { get; } = new("THROUGHPUT_UPGRADE");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "ONBOARDING" or "UPGRADE" or "DOWNGRADE" or "FLAGGED" or "UNFLAGGED" or "THROUGHPUT_UPGRADE";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
