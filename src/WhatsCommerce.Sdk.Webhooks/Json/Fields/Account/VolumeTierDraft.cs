namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>volume_tier_info</c>.</summary>
internal struct VolumeTierDraft : IPartDraft<VolumeTier>
{
    private DateTimeOffset? _updatedAt;
    private string? _category;
    private string? _tier;
    private string? _effectiveMonth;
    private string? _region;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        4 when member.Is("tier"u8) => r.TryString(out _tier),
        6 when member.Is("region"u8) => r.TryString(out _region),
        15 when member.Is("effective_month"u8) => r.TryString(out _effectiveMonth),
        16 when member.Is("tier_update_time"u8) => r.TryTimestamp(out _updatedAt),
        16 when member.Is("pricing_category"u8) => r.TryWord(out _category),
        _ => false,
    };

    public readonly VolumeTier ToPart(AdditionalProperties rest) => new()
    {
        UpdatedAt = _updatedAt,
        Category = new(_category),
        Tier = _tier,
        EffectiveMonth = _effectiveMonth,
        Region = _region,
        AdditionalProperties = rest,
    };
}
