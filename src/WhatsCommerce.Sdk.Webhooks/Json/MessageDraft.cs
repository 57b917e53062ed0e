namespace WhatsCommerce.Webhooks.Json;

/// <summary>What was read of a message before it is known what it becomes.</summary>
internal struct MessageDraft
{
    public string? Id;
    public string? Type;
    public string? From;
    public string? FromUserId;
    public string? FromParentUserId;
    public string? GroupId;
    public DateTimeOffset? Timestamp;
    public MessageContext? Context;
    public OrderDraft Order;
    public TextDraft Text;

    /// <summary>Where <c>interactive</c> and <c>button</c> stand; read only if the message needs them.</summary>
    public MemberSlice Interactive;
    public MemberSlice Button;

    public readonly bool HasReply => Interactive.IsPresent || Button.IsPresent;

    public readonly bool AsksAboutProduct => Context?.ReferredProduct is { RetailerId.HasValue: true } && (Text.IsPresent || HasReply);

    /// <summary>
    /// Takes a member if it is one that all messages share, or one of the payloads that are typed. <c>from</c> mostly repeats
    /// <paramref name="likelyFrom"/>, the number of the value's contact.
    /// </summary>
    public bool TryTake(ref JsonMemberReader r, in Member member, string? likelyFrom)
    {
        switch (member.Name.Length)
        {
            case 2 when member.Is("id"u8):
                return r.TryString(out Id);
            case 4 when member.Is("from"u8):
                return r.TryString(likelyFrom, out From);
            case 4 when member.Is("type"u8):
                return r.TryWord(out Type);
            case 4 when member.Is("text"u8):
                Text = TextDraft.Read(ref r, member);
                return true;
            case 5 when member.Is("order"u8):
                Order = OrderDraft.Read(ref r);
                return true;
            case 6 when member.Is("button"u8) && r.IsObject:
                Button = r.Slice(member);
                return true;
            case 7 when member.Is("context"u8):
                return MessageContextReader.TryRead(ref r, out Context);
            case 8 when member.Is("group_id"u8):
                return r.TryString(out GroupId);
            case 9 when member.Is("timestamp"u8):
                return r.TryTimestamp(out Timestamp);
            case 11 when member.Is("interactive"u8) && r.IsObject:
                Interactive = r.Slice(member);
                return true;
            case 12 when member.Is("from_user_id"u8):
                return r.TryString(out FromUserId);
            case 19 when member.Is("from_parent_user_id"u8):
                return r.TryString(out FromParentUserId);
            default:
                return false;
        }
    }
}
