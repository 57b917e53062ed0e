namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>waba_info</c>.</summary>
internal struct BusinessAccountInfoDraft : IPartDraft<BusinessAccountInfo>
{
    private string? _id;
    private string? _ownerBusinessId;
    private RankedText _adAccountId;
    private string? _partnerAppId;
    private string? _solutionId;
    private IReadOnlyList<string>? _solutionPartnerBusinessIds;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        7 when member.Is("waba_id"u8) => r.TryId(out _id),
        11 when member.Is("solution_id"u8) => r.TryId(out _solutionId),
        13 when member.Is("ad_account_id"u8) => _adAccountId.TryTake(ref r, member, 0, ref rest),
        14 when member.Is("partner_app_id"u8) => r.TryId(out _partnerAppId),
        17 when member.Is("owner_business_id"u8) => r.TryId(out _ownerBusinessId),
        17 when member.Is("ad_account_linked"u8) => _adAccountId.TryTake(ref r, member, 1, ref rest),
        29 when member.Is("solution_partner_business_ids"u8) => Draft.TryStrings(ref r, member, ref rest, out _solutionPartnerBusinessIds),
        _ => false,
    };

    public readonly BusinessAccountInfo ToPart(AdditionalProperties rest) => new()
    {
        Id = _id,
        OwnerBusinessId = _ownerBusinessId,
        AdAccountId = _adAccountId.Value,
        PartnerAppId = _partnerAppId,
        SolutionId = _solutionId,
        SolutionPartnerBusinessIds = _solutionPartnerBusinessIds ?? [],
        AdditionalProperties = rest,
    };
}
