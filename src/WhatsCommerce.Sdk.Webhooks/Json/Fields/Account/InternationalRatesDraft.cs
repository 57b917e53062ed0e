namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>auth_international_rate_eligibility</c>.</summary>
internal struct InternationalRatesDraft : IPartDraft<InternationalRates>
{
    private DateTimeOffset? _startsAt;
    private IReadOnlyList<InternationalRateException>? _exceptions;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        10 when member.Is("start_time"u8) => r.TryTimestamp(out _startsAt),
        19 when member.Is("exception_countries"u8) => Draft.TryParts<InternationalRateExceptionDraft, InternationalRateException>(ref r, member, ref rest, out _exceptions),
        _ => false,
    };

    public readonly InternationalRates ToPart(AdditionalProperties rest) => new()
    {
        StartsAt = _startsAt,
        Exceptions = _exceptions ?? [],
        AdditionalProperties = rest,
    };
}
