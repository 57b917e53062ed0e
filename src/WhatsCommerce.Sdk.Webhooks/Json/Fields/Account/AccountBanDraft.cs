namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>ban_info</c>.</summary>
internal struct AccountBanDraft : IPartDraft<AccountBan>
{
    private string? _state;
    private string? _date;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        13 when member.Is("waba_ban_date"u8) => r.TryString(out _date),
        14 when member.Is("waba_ban_state"u8) => r.TryString(out _state),
        _ => false,
    };

    public readonly AccountBan ToPart(AdditionalProperties rest) => new()
    {
        State = new(_state),
        Date = _date,
        AdditionalProperties = rest,
    };
}
