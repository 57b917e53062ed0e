namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one status.</summary>
internal static class StatusReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        string? id = null;
        string? status = null;
        string? type = null;
        string? recipientId = null;
        string? recipientType = null;
        string? groupId = null;
        RankedText participant = default;
        RankedText user = default;
        RankedText parentUser = default;
        string? identityKeyHash = null;
        string? callbackData = null;
        DateTimeOffset? timestamp = null;
        Conversation? conversation = null;
        Pricing? pricing = null;
        Pricing? conversationPricing = null;
        Payment? payment = null;
        IReadOnlyList<GraphError> errors = [];
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                4 when member.Is("type"u8) => r.TryWord(out type),
                6 when member.Is("status"u8) => r.TryWord(out status),
                6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out errors),
                7 when member.Is("pricing"u8) => PricingReader.TryReadPricing(ref r, out pricing),
                7 when member.Is("payment"u8) => PaymentReader.TryRead(ref r, out payment),
                8 when member.Is("group_id"u8) => r.TryId(out groupId),
                9 when member.Is("timestamp"u8) => r.TryTimestamp(out timestamp),
                12 when member.Is("recipient_id"u8) => r.TryId(out recipientId),
                12 when member.Is("conversation"u8) => PricingReader.TryReadConversation(ref r, out conversation, out conversationPricing),
                14 when member.Is("recipient_type"u8) => r.TryWord(out recipientType),
                14 when member.Is("parent_user_id"u8) => parentUser.TryTake(ref r, member, 3, ref rest),
                17 when member.Is("recipient_user_id"u8) => user.TryTake(ref r, member, 1, ref rest),
                24 when member.Is("recipient_participant_id"u8) => participant.TryTake(ref r, member, 0, ref rest),
                24 when member.Is("participant_recipient_id"u8) => participant.TryTake(ref r, member, 1, ref rest),
                24 when member.Is("recipient_parent_user_id"u8) => parentUser.TryTake(ref r, member, 1, ref rest),
                24 when member.Is("parent_recipient_user_id"u8) => parentUser.TryTake(ref r, member, 2, ref rest),
                24 when member.Is("biz_opaque_callback_data"u8) => r.TryString(out callbackData),
                27 when member.Is("recipient_identity_key_hash"u8) => r.TryId(out identityKeyHash),
                29 when member.Is("recipient_participant_user_id"u8) => user.TryTake(ref r, member, 0, ref rest),
                36 when member.Is("recipient_participant_parent_user_id"u8) => parentUser.TryTake(ref r, member, 0, ref rest),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        // Only messages to groups have receipts of participants, whatever else is said of the recipient.
        bool toGroup =
            groupId is not null || recipientType == "group" || participant.Rank is not null || user.Rank == 0 || parentUser.Rank == 0;
        Customer customer = contacts.Join(
            items.Index, toGroup ? participant.Value : recipientId, user.Value, parentUser.Value, identityKeyHash);
        var head = new EventHead(change, timestamp, customer, r.Body[start..r.End], items.RawPlace, rest.ToProperties(r.Body));
        if (id is null || string.IsNullOrWhiteSpace(status))
        {
            return new MalformedEvent(head)
            {
                Path = items.Path + (id is null ? ".id" : ".status"),
                Reason = id is null ? "There is no id of the message that the status is about." : "There is no status.",
                MessageId = id,
            };
        }

        return new StatusEvent(head)
        {
            MessageId = id,
            Status = new MessageStatus(status),
            Type = type,
            RecipientId = recipientId,
            RecipientType = recipientType,
            GroupId = groupId ?? (toGroup ? recipientId : null),
            ParticipantId = participant.Value,
            CallbackData = callbackData,
            Conversation = conversation,
            Pricing = pricing ?? conversationPricing,
            Payment = payment,
            Errors = errors,
        };
    }
}
