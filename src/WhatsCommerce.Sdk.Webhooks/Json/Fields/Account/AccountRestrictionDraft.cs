namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>restriction_info[]</c>.</summary>
internal struct AccountRestrictionDraft : IPartDraft<AccountRestriction>
{
    private string? _type;
    private DateTimeOffset? _expiresAt;
    private string? _remediation;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        10 when member.Is("expiration"u8) => r.TryTimestamp(out _expiresAt),
        11 when member.Is("remediation"u8) => r.TryString(out _remediation),
        16 when member.Is("restriction_type"u8) => r.TryString(out _type),
        _ => false,
    };

    public readonly AccountRestriction ToPart(AdditionalProperties rest) => new()
    {
        Type = new(_type),
        ExpiresAt = _expiresAt,
        Remediation = _remediation,
        AdditionalProperties = rest,
    };
}
