namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents the status of the verification of a business through its partner (<c>status</c>); unlisted values are kept.
/// </summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
[OpenWord]
public readonly partial record struct CertificationStatus
{
    /// <summary>Accepted.</summary>
    [Word("APPROVED")]
    public static partial CertificationStatus Approved { get; }

    /// <summary>Discarded: a technical problem, or no progress.</summary>
    [Word("DISCARDED")]
    public static partial CertificationStatus Discarded { get; }

    /// <summary>Rejected: <see cref="PartnerCertification.RejectionReasons"/>.</summary>
    [Word("FAILED")]
    public static partial CertificationStatus Failed { get; }

    /// <summary>Not yet decided.</summary>
    [Word("PENDING")]
    public static partial CertificationStatus Pending { get; }

    /// <summary>Revoked.</summary>
    [Word("REVOKED")]
    public static partial CertificationStatus Revoked { get; }
}
