namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>account_update</c>.</summary>
internal struct AccountUpdateDraft : IValueDraft
{
    private string? _kind;
    private string? _country;
    private string? _phoneNumber;
    private BusinessAccountInfo? _account;
    private AccountBan? _ban;
    private AccountViolation? _violation;
    private IReadOnlyList<AccountRestriction>? _restrictions;
    private PartnerCertification? _certification;
    private VolumeTier? _volumeTier;
    private InternationalRates? _internationalRates;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryWord(out _kind),
        7 when member.Is("country"u8) => r.TryString(out _country),
        8 when member.Is("ban_info"u8) => Draft.TryPart<AccountBanDraft, AccountBan>(ref r, out _ban),
        9 when member.Is("waba_info"u8) => Draft.TryPart<BusinessAccountInfoDraft, BusinessAccountInfo>(ref r, out _account),
        12 when member.Is("phone_number"u8) => r.TryId(out _phoneNumber),
        14 when member.Is("violation_info"u8) => Draft.TryPart<AccountViolationDraft, AccountViolation>(ref r, out _violation),
        16 when member.Is("restriction_info"u8) => Draft.TryParts<AccountRestrictionDraft, AccountRestriction>(ref r, member, ref rest, out _restrictions),
        16 when member.Is("volume_tier_info"u8) => Draft.TryPart<VolumeTierDraft, VolumeTier>(ref r, out _volumeTier),
        33 when member.Is("partner_client_certification_info"u8) => TakeCertification(ref r),
        35 when member.Is("auth_international_rate_eligibility"u8) => Draft.TryPart<InternationalRatesDraft, InternationalRates>(ref r, out _internationalRates),
        40 when member.Is("partner_client_certification_needed_info"u8) => TakeCertification(ref r),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head)
    {
        head.Change.DisplayPhoneNumber = _phoneNumber ?? head.Change.DisplayPhoneNumber;
        return new AccountUpdateEvent(head)
        {
            Kind = new(_kind),
            Account = _account,
            Ban = _ban,
            Violation = _violation,
            Restrictions = _restrictions ?? [],
            Certification = _certification,
            VolumeTier = _volumeTier,
            InternationalRates = _internationalRates,
            Country = _country,
        };
    }

    // Either it is needed, or it goes on: never both.
    private bool TakeCertification(ref JsonMemberReader r) =>
        _certification is null && Draft.TryPart<PartnerCertificationDraft, PartnerCertification>(ref r, out _certification);
}
