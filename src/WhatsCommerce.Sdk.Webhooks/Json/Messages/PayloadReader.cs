namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the payload of a message that is neither text nor order.</summary>
internal static class PayloadReader
{
    public static void Read(ref JsonMemberReader r, in Member member, ref Payload payload)
    {
        bool isContacts = payload.Kind == PayloadKind.Contacts;
        if (isContacts ? !r.IsArray : !r.IsObject)
        {
            payload.Fail(member, "", $"Expected an {(isContacts ? "array" : "object")}, found {r.Describe()}.");
            r.Skip();
            return;
        }

        switch (payload.Kind)
        {
            case PayloadKind.Interactive:
                payload.Reply = InteractiveReplyReader.ReadInteractive(ref r);
                break;
            case PayloadKind.Button:
                payload.Reply = InteractiveReplyReader.ReadTemplateButton(ref r);
                break;
            case PayloadKind.Location:
                payload.Event = LocationReader.Read(ref r, member, ref payload);
                break;
            case PayloadKind.Contacts:
                payload.Event = SharedContactReader.Read(ref r, member, ref payload);
                break;
            case PayloadKind.Reaction:
                payload.Event = ReactionReader.Read(ref r, member, ref payload);
                break;
            case PayloadKind.System:
                payload.Event = SystemReader.Read(ref r, ref payload);
                break;
            case PayloadKind.Edit:
                // It may lack members that are in the message around it.
                r.Skip();
                break;
            case PayloadKind.Revoke:
                payload.Event = EditReader.ReadRevoke(ref r, member, ref payload);
                break;
            case PayloadKind.Unsupported:
                payload.Event = ReadUnsupported(ref r, ref payload);
                break;
            default:
                payload.Event = MediaReader.Read(ref r, member, ref payload);
                break;
        }
    }

    private static UnsupportedEvent ReadUnsupported(ref JsonMemberReader r, ref Payload payload)
    {
        string? type = null;
        while (r.NextMember(out Member member))
        {
            if (!member.Is("type"u8) || !r.TryString(out type))
            {
                r.Keep(member, ref payload.Rest, "unsupported.");
            }
        }

        return new UnsupportedEvent { UnsupportedType = type };
    }
}
