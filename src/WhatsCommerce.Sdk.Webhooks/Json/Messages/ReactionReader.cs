namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>reaction</c>.</summary>
internal static class ReactionReader
{
    public static MessageEvent? Read(ref JsonMemberReader r, ref MessageDraft message)
    {
        string? reactsTo = null;
        string? emoji = null;
        while (r.NextMember(out Member member))
        {
            if (member.Is("message_id"u8) && r.TryId(out reactsTo))
            {
                continue;
            }

            if (member.Is("emoji"u8) && r.TryString(out emoji))
            {
                continue;
            }

            r.Keep(member, ref message.Rest, "reaction.");
        }

        return reactsTo is null
            ? message.Fail(".reaction.message_id", "There is no id of the message reacted to.")
            : new ReactionEvent(message.ToHead(r.Body)) { ReactsTo = reactsTo, Emoji = emoji };
    }
}
