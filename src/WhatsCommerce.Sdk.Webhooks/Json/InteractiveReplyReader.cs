using System.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].interactive</c>, whose answer stands in a member named after its kind, and <c>messages[].button</c>.</summary>
internal static class InteractiveReplyReader
{
    public static InteractiveReply Read(ReadOnlyMemory<byte> body, in MessageDraft draft)
    {
        bool isButton = !draft.Interactive.IsPresent;
        var r = new JsonMemberReader(body, isButton ? draft.Button.ValueStart : draft.Interactive.ValueStart);
        string? kind = isButton ? "button" : null;
        MemberSlice type = default;
        var answer = new Answer();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (!isButton && member.Is("type"u8))
            {
                type = r.Slice(member);
            }
            else if (kind is null && r.IsObject)
            {
                kind = Encoding.UTF8.GetString(member.Name);
                answer.Read(ref r, ref rest, kind + ".");
            }
            else if (!isButton || !answer.TryTake(ref r, member))
            {
                r.Keep(member, ref rest);
            }
        }

        // The member's name already is the type, as a rule; where it is not, neither gets lost.
        if (type.IsPresent && !(kind is not null && new JsonMemberReader(body, type.ValueStart).IsString(kind)))
        {
            rest.Add(type);
        }

        return new InteractiveReply
        {
            Kind = kind,
            Id = answer.Id,
            Title = answer.Title,
            Description = answer.Description,
            Name = answer.Name,
            ResponseJson = answer.ResponseJson,
            AdditionalProperties = rest.ToProperties(body),
        };
    }

    private struct Answer
    {
        public string? Id;
        public string? Title;
        public string? Description;
        public string? Name;
        public string? ResponseJson;

        public void Read(ref JsonMemberReader r, ref Rest rest, string path)
        {
            while (r.NextMember(out Member member))
            {
                if (!TryTake(ref r, member))
                {
                    r.Keep(member, ref rest, path);
                }
            }
        }

        // Each kind has its own name for what the business gave it and for what the customer saw.
        public bool TryTake(ref JsonMemberReader r, in Member member) =>
            ((member.Is("id"u8) || (member.Is("payload"u8) && Id is null)) && r.TryString(out Id))
            || ((member.Is("title"u8) || ((member.Is("text"u8) || member.Is("body"u8)) && Title is null)) && r.TryString(out Title))
            || (member.Is("description"u8) && r.TryString(out Description))
            || (member.Is("name"u8) && r.TryString(out Name))
            || (member.Is("response_json"u8) && r.TryString(out ResponseJson));
    }
}
