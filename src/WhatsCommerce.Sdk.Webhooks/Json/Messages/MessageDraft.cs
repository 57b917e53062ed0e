namespace WhatsCommerce.Webhooks.Json;

/// <summary>The members of a message before its event type is known.</summary>
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
    public Referral? Referral;
    public IReadOnlyList<GraphError>? Errors;
    public OrderDraft Order;
    public TextDraft Text;
    public Payload Payload;

    /// <summary>Whether it is an echo or of the chat history, and the additional members of those.</summary>
    public bool IsCopy;
    public CopyDraft Copy;

    /// <summary><c>origin</c>, which belongs to <c>contacts</c> but stands beside it.</summary>
    public MemberSlice Origin;

    /// <summary>Change, customer and bytes, set when the message was read.</summary>
    public EventHead Event;

    /// <summary>The kept members.</summary>
    public Rest Rest;

    /// <summary>The reason why it becomes a <see cref="MalformedEvent"/>.</summary>
    public Fault Fault;

    public readonly bool HasReply => Payload.Kind is PayloadKind.Interactive or PayloadKind.Button;

    public readonly bool AsksAboutProduct => Context?.ReferredProduct is { RetailerId.HasValue: true } && (Text.IsPresent || HasReply);

    public void Read(ref JsonMemberReader r, in IdsAtHand atHand)
    {
        while (r.NextMember(out Member member))
        {
            if (!TryTake(ref r, member, atHand) && !(IsCopy && Copy.TryTake(ref r, member, atHand, ref Rest)))
            {
                r.Keep(member, ref Rest);
            }
        }
    }

    /// <summary>Completes the event with the members around its payload, and with the kept members.</summary>
    public readonly void Complete(MessageEvent made, ReadOnlyMemory<byte> body) =>
        made.Complete(
            Event with { AdditionalProperties = Rest.ToProperties(body) },
            new(Id, Type, Context, GroupId, Referral, Errors is [] ? null : Errors));

    /// <summary>Sets the reason why there is no event.</summary>
    public MessageEvent? Fail(string path, string reason)
    {
        Fault = new(path, reason);
        return null;
    }

    private bool TryTake(ref JsonMemberReader r, in Member member, in IdsAtHand atHand)
    {
        switch (member.Name.Length)
        {
            case 2 when member.Is("id"u8):
                return r.TryId(out Id);
            case 4 when member.Is("from"u8):
                return r.TryId(atHand, out From);
            case 4 when member.Is("type"u8):
                return r.TryWord(out Type);
            case 4 when member.Is("text"u8):
                Text = TextDraft.Read(ref r, member);
                return true;
            case 5 when member.Is("order"u8):
                Order = OrderDraft.Read(ref r);
                return true;
            case 6 when member.Is("errors"u8):
                return GraphErrorReader.TryRead(ref r, member, ref Rest, out Errors);
            case 6 when member.Is("origin"u8):
                Origin = r.Slice(member);
                return true;
            case 7 when member.Is("context"u8):
                return MessageContextReader.TryRead(ref r, atHand, out Context);
            case 8 when member.Is("group_id"u8):
                return r.TryId(out GroupId);
            case 8 when member.Is("referral"u8):
                return Draft.TryPart<ReferralDraft, Referral>(ref r, out Referral);
            case 9 when member.Is("timestamp"u8):
                return r.TryTimestamp(out Timestamp);
            case 12 when member.Is("from_user_id"u8):
                return r.TryId(out FromUserId);
            case 19 when member.Is("from_parent_user_id"u8):
                return r.TryId(out FromParentUserId);
            default:
                return TryTakePayload(ref r, member);
        }
    }

    private bool TryTakePayload(ref JsonMemberReader r, in Member member)
    {
        PayloadKind kind = Payload.KindOf(member.Name);
        if (kind != PayloadKind.None && !r.IsNull)
        {
            Payload.Offer(kind, ref r, member, ref Rest);
            return true;
        }

        return kind != PayloadKind.None;
    }
}
