namespace WhatsCommerce.Webhooks;

/// <summary>The verification of a business through its partner.</summary>
[WebhookPart]
public sealed record PartnerCertification
{
    /// <summary><c>client_business_id</c>: the business portfolio.</summary>
    [Wire("client_business_id", IsId = true)]
    public string? ClientBusinessId { get; init; }

    /// <summary><c>status</c>; absent when a verification is only required.</summary>
    [Wire("status")]
    public CertificationStatus Status { get; init; }

    /// <summary><c>rejection_reasons</c>, such as <c>LEGAL NAME NOT MATCHING</c>; <c>NONE</c> when it was not rejected.</summary>
    [Wire("rejection_reasons")]
    public IReadOnlyList<string> RejectionReasons { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
