namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>edit</c>, which contains a message.</summary>
internal static class EditReader
{
    /// <summary>Reads <c>edit</c> once the message around it is known.</summary>
    public static EditEvent? ReadEdit(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        var r = new JsonMemberReader(body, message.Payload.Start);
        string? original = null;
        MemberSlice content = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("original_message_id"u8) && r.TryId(out original))
            {
                continue;
            }

            if (member.Is("message"u8))
            {
                content = r.IsObject ? r.Slice(member, "edit.") : default;
                if (content.IsPresent)
                {
                    continue;
                }
            }

            r.Keep(member, ref message.Rest, "edit.");
        }

        if (original is null)
        {
            message.Fault = new(".edit.original_message_id", "There is no id of the original message.");
            return null;
        }

        MessageEvent? now = content.IsPresent ? ReadContent(body, content, original, ref message) : null;
        return message.Fault.Happened ? null : new EditEvent { OriginalMessageId = original, Message = now };
    }

    // A content without id or time has those of the original and of the edit.
    private static MessageEvent? ReadContent(ReadOnlyMemory<byte> body, in MemberSlice slice, string original, ref MessageDraft message)
    {
        var r = new JsonMemberReader(body, slice.ValueStart);
        MessageDraft content = default;
        content.Read(ref r, new IdsAtHand(message.From, null));
        content.Id ??= original;
        content.Event = message.Event with
        {
            Timestamp = content.Timestamp ?? message.Timestamp,
            RawJson = body[slice.ValueStart..slice.ValueEnd],
        };

        // Nobody sends an edit of an edit; deep nesting would be read once for each level.
        MessageEvent? now = content.Payload.Kind == PayloadKind.Edit ? null : MessageReader.Make(ref content, body);
        if (content.Fault.Happened)
        {
            message.Fault = content.Fault with { Path = ".edit.message" + content.Fault.Path };
        }
        else if (now is null)
        {
            message.Rest.Add(slice);
        }

        return now;
    }
}
