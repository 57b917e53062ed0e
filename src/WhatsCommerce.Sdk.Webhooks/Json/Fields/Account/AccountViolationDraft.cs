namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>violation_info</c>.</summary>
internal struct AccountViolationDraft : IPartDraft<AccountViolation>
{
    private string? _type;
    private string? _remediation;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        11 when member.Is("remediation"u8) => r.TryString(out _remediation),
        14 when member.Is("violation_type"u8) => r.TryString(out _type),
        _ => false,
    };

    public readonly AccountViolation ToPart(AdditionalProperties rest) => new()
    {
        Type = _type,
        Remediation = _remediation,
        AdditionalProperties = rest,
    };
}
