namespace WhatsCommerce.Webhooks.Json;

/// <summary>What only a message has that was not sent to this endpoint just now: an echo, or one of the past.</summary>
internal struct CopyDraft
{
    public string? To;
    public string? ToUserId;
    public string? ToParentUserId;

    /// <summary>The status that it had, if it is of the past.</summary>
    public string? Status;

    public bool TryTake(ref JsonMemberReader r, in Member member, in IdsAtHand atHand, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("to"u8) => r.TryId(atHand, out To),
        10 when member.Is("to_user_id"u8) => r.TryId(out ToUserId),
        15 when member.Is("history_context"u8) => Draft.TryText(ref r, ref rest, "history_context.", "status"u8, ref Status),
        17 when member.Is("to_parent_user_id"u8) => r.TryId(out ToParentUserId),
        _ => false,
    };
}
