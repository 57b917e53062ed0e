namespace WhatsCommerce.Webhooks.Json;

/// <summary>What was read of a message before it is known what it becomes.</summary>
internal ref struct MessageDraft
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

    /// <summary>A bookmark at <c>interactive</c> or <c>button</c>; read only if the message needs it.</summary>
    public JsonMemberReader Reply;
    public MemberSlice ReplySlice;

    public readonly bool AsksAboutProduct =>
        Context?.ReferredProduct is { RetailerId.HasValue: true } && (Text.IsPresent || ReplySlice.IsPresent);

    public bool TryTake(ref JsonMemberReader r, in Member member)
    {
        if (member.Is("from"u8))
        {
            return r.TryString(out From);
        }

        if (member.Is("id"u8))
        {
            return r.TryString(out Id);
        }

        if (member.Is("timestamp"u8))
        {
            return r.TryTimestamp(out Timestamp);
        }

        if (member.Is("type"u8))
        {
            return r.TryWord(out Type);
        }

        if (member.Is("text"u8))
        {
            Text = r.IsNull ? default : TextDraft.Read(ref r, member);
            return true;
        }

        if (member.Is("order"u8))
        {
            Order = r.IsNull ? default : OrderDraft.Read(ref r);
            return true;
        }

        if (member.Is("context"u8) && r.IsObject)
        {
            Context = MessageContextReader.Read(ref r);
            return true;
        }

        if ((member.Is("interactive"u8) || member.Is("button"u8)) && r.IsObject && !ReplySlice.IsPresent)
        {
            Reply = r;
            ReplySlice = r.Slice(member);
            return true;
        }

        if (member.Is("from_user_id"u8))
        {
            return r.TryString(out FromUserId);
        }

        if (member.Is("from_parent_user_id"u8))
        {
            return r.TryString(out FromParentUserId);
        }

        return member.Is("group_id"u8) && r.TryString(out GroupId);
    }
}
