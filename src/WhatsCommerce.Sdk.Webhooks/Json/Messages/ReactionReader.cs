namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>reaction</c>.</summary>
internal static class ReactionReader
{
    public static ReactionEvent? Read(ref JsonMemberReader r, in Member reaction, ref Payload payload)
    {
        string? reactsTo = null;
        string? emoji = null;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("message_id"u8) && r.TryId(out reactsTo)) || (member.Is("emoji"u8) && r.TryString(out emoji));
            if (!taken)
            {
                r.Keep(member, ref payload.Rest, "reaction.");
            }
        }

        if (reactsTo is null)
        {
            payload.Fail(reaction, ".message_id", "There is no id of the message reacted to.");
            return null;
        }

        return new ReactionEvent { ReactsTo = reactsTo, Emoji = emoji };
    }
}
