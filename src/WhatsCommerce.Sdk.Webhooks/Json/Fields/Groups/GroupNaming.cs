namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads what all items of <c>groups[]</c> have in common.</summary>
internal struct GroupNaming : IDraft
{
    public string? GroupId;
    public string? Type;
    public string? RequestId;
    public DateTimeOffset? Timestamp;
    public IReadOnlyList<GraphError>? Errors;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        4 when member.Is("type"u8) => r.TryString(out Type),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out Errors),
        8 when member.Is("group_id"u8) => r.TryId(out GroupId),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out Timestamp),
        10 when member.Is("request_id"u8) => r.TryId(out RequestId),
        _ => false,
    };
}
