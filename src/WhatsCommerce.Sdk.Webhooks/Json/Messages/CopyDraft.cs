namespace WhatsCommerce.Webhooks.Json;

/// <summary>The additional members of a message that was not just sent to this endpoint: an echo, or one of the chat history.</summary>
internal struct CopyDraft
{
    public string? To;
    public string? ToUserId;
    public string? ToParentUserId;

    /// <summary>The status of a message of the chat history.</summary>
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
