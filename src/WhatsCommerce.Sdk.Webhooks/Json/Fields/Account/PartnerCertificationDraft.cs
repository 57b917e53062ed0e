namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>partner_client_certification_info</c> and <c>partner_client_certification_needed_info</c>.</summary>
internal struct PartnerCertificationDraft : IPartDraft<PartnerCertification>
{
    private string? _clientBusinessId;
    private string? _status;
    private IReadOnlyList<string>? _rejectionReasons;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        6 when member.Is("status"u8) => r.TryWord(out _status),
        17 when member.Is("rejection_reasons"u8) => Draft.TryStrings(ref r, member, ref rest, out _rejectionReasons),
        18 when member.Is("client_business_id"u8) => r.TryId(out _clientBusinessId),
        _ => false,
    };

    public readonly PartnerCertification ToPart(AdditionalProperties rest) => new()
    {
        ClientBusinessId = _clientBusinessId,
        Status = new(_status),
        RejectionReasons = _rejectionReasons ?? [],
        AdditionalProperties = rest,
    };
}
