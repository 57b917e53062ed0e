namespace WhatsCommerce.Webhooks;

/// <summary>Represents what changed for a number (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>
/// Meta documents <c>ONBOARDING</c> and <c>THROUGHPUT_UPGRADE</c>; the others are of older versions. Source: Meta,
/// webhooks/reference/phone_number_quality_update.
/// </remarks>
[OpenWord]
public readonly partial record struct PhoneNumberQualityKind
{
    /// <summary>It is still being registered.</summary>
    [Word("ONBOARDING")]
    public static partial PhoneNumberQualityKind Onboarding { get; }

    /// <summary>Its limit was increased.</summary>
    [Word("UPGRADE")]
    public static partial PhoneNumberQualityKind Upgrade { get; }

    /// <summary>Its limit was decreased.</summary>
    [Word("DOWNGRADE")]
    public static partial PhoneNumberQualityKind Downgrade { get; }

    /// <summary>Its quality is low.</summary>
    [Word("FLAGGED")]
    public static partial PhoneNumberQualityKind Flagged { get; }

    /// <summary>Its quality is no longer low.</summary>
    [Word("UNFLAGGED")]
    public static partial PhoneNumberQualityKind Unflagged { get; }

    /// <summary>Its throughput was increased.</summary>
    [Word("THROUGHPUT_UPGRADE")]
    public static partial PhoneNumberQualityKind ThroughputUpgrade { get; }
}
