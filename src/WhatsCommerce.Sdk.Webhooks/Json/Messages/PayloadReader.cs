namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the payload of a message that is neither text nor order.</summary>
internal static class PayloadReader
{
    public static MessageEvent? Read(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        PayloadKind kind = message.Payload.Kind;
        var r = new JsonMemberReader(body, message.Payload.Start);
        bool isContacts = kind == PayloadKind.Contacts;
        if (isContacts ? !r.IsArray : !r.IsObject)
        {
            return message.Fail("." + message.Payload.NameIn(body), $"Expected an {(isContacts ? "array" : "object")}, found {r.Describe()}.");
        }

        if (!isContacts)
        {
            message.Rest.AddIfPresent(message.Origin);
        }

        return kind switch
        {
            PayloadKind.Interactive or PayloadKind.Button => ReadReply(ref message, body),
            PayloadKind.Location => LocationReader.Read(ref r, ref message),
            PayloadKind.Contacts => SharedContactReader.Read(ref r, ref message),
            PayloadKind.Reaction => ReactionReader.Read(ref r, ref message),
            PayloadKind.System => SystemReader.Read(ref r, ref message),
            PayloadKind.Edit => EditReader.ReadEdit(ref r, ref message),
            PayloadKind.Revoke => EditReader.ReadRevoke(ref r, ref message),
            PayloadKind.Unsupported => ReadUnsupported(ref r, ref message),
            _ => MediaReader.Read(ref r, ref message),
        };
    }

    private static InteractiveReplyEvent? ReadReply(ref MessageDraft message, ReadOnlyMemory<byte> body) =>
        InteractiveReplyReader.TryRead(ref message, body, out InteractiveReply? reply)
            ? new InteractiveReplyEvent(message.ToHead(body)) { Reply = reply }
            : null;

    private static UnsupportedEvent ReadUnsupported(ref JsonMemberReader r, ref MessageDraft message)
    {
        string? type = null;
        while (r.NextMember(out Member member))
        {
            if (!member.Is("type"u8) || !r.TryString(out type))
            {
                r.Keep(member, ref message.Rest, "unsupported.");
            }
        }

        return new UnsupportedEvent(message.ToHead(r.Body)) { UnsupportedType = type };
    }
}
