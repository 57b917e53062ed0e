namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>errors[]</c> of a flow.</summary>
internal struct FlowErrorDraft : IPartDraft<FlowError>
{
    private string? _type;
    private decimal? _rate;
    private int? _count;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        10 when member.Is("error_type"u8) => r.TryString(out _type),
        10 when member.Is("error_rate"u8) => r.TryDecimal(out _rate),
        11 when member.Is("error_count"u8) => r.TryInt32(out _count),
        _ => false,
    };

    public readonly FlowError ToPart(AdditionalProperties rest) => new()
    {
        Type = _type,
        Rate = _rate,
        Count = _count,
        AdditionalProperties = rest,
    };
}
