namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>exception_countries[]</c>.</summary>
internal struct InternationalRateExceptionDraft : IPartDraft<InternationalRateException>
{
    private string? _country;
    private DateTimeOffset? _startsAt;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        10 when member.Is("start_time"u8) => r.TryTimestamp(out _startsAt),
        12 when member.Is("country_code"u8) => r.TryString(out _country),
        _ => false,
    };

    public readonly InternationalRateException ToPart(AdditionalProperties rest) => new()
    {
        Country = _country,
        StartsAt = _startsAt,
        AdditionalProperties = rest,
    };
}
