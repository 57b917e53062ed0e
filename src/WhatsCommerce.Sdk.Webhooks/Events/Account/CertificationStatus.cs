namespace WhatsCommerce.Webhooks;

/// <summary>How far the verification of a business through its partner is (<c>status</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
public readonly record struct CertificationStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public CertificationStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Accepted.</summary>
    public static CertificationStatus Approved { get; } = new("APPROVED");

    /// <summary>Dropped: a technical problem, or no progress.</summary>
    public static CertificationStatus Discarded { get; } = new("DISCARDED");

    /// <summary>Refused: <see cref="PartnerCertification.RejectionReasons"/>.</summary>
    public static CertificationStatus Failed { get; } = new("FAILED");

    /// <summary>Not yet decided.</summary>
    public static CertificationStatus Pending { get; } = new("PENDING");

    /// <summary>Taken back.</summary>
    public static CertificationStatus Revoked { get; } = new("REVOKED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "APPROVED" or "DISCARDED" or "FAILED" or "PENDING" or "REVOKED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
