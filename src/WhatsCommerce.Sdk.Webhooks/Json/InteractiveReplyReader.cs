namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].interactive</c> and <c>messages[].button</c>.</summary>
internal static class InteractiveReplyReader
{
    public static InteractiveReply Read(ref JsonMemberReader r)
    {
        string? kind = null;
        string? type = null;
        var reply = new Answer();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("type"u8) && r.TryWord(out type))
            {
                continue;
            }

            if (r.IsObject && kind is null)
            {
                kind = System.Text.Encoding.UTF8.GetString(member.Name);
                reply.Read(ref r, ref rest, kind + ".");
                continue;
            }

            if (!reply.TryTake(ref r, member))
            {
                r.Keep(member, ref rest);
            }
        }

        return new InteractiveReply
        {
            Kind = kind ?? type ?? "button",
            Id = reply.Id,
            Title = reply.Title,
            Description = reply.Description,
            Name = reply.Name,
            ResponseJson = reply.ResponseJson,
            AdditionalProperties = rest.ToProperties(r.Body),
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

        public bool TryTake(ref JsonMemberReader r, in Member member) =>
            ((member.Is("id"u8) || member.Is("payload"u8)) && r.TryString(out Id))
            || ((member.Is("title"u8) || member.Is("text"u8) || member.Is("body"u8)) && r.TryString(out Title))
            || (member.Is("description"u8) && r.TryString(out Description))
            || (member.Is("name"u8) && r.TryString(out Name))
            || (member.Is("response_json"u8) && r.TryString(out ResponseJson));
    }
}
