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
            case PayloadKind.Edit:
                // It may lack members that are in the message around it.
                r.Skip();
                break;
            default:
                payload.Event = ReadEvent(ref r, member, ref payload);
                break;
        }
    }

    private static MessageEvent? ReadEvent(ref JsonMemberReader r, in Member member, ref Payload payload) => payload.Kind switch
    {
        PayloadKind.Image => Read<ImageEventDraft>(ref r, member, ref payload, "image."),
        PayloadKind.Video => Read<VideoEventDraft>(ref r, member, ref payload, "video."),
        PayloadKind.Audio => Read<AudioEventDraft>(ref r, member, ref payload, "audio."),
        PayloadKind.Voice => Read<VoiceDraft>(ref r, member, ref payload, "voice."),
        PayloadKind.Document => Read<DocumentEventDraft>(ref r, member, ref payload, "document."),
        PayloadKind.Sticker => Read<StickerEventDraft>(ref r, member, ref payload, "sticker."),
        PayloadKind.Location => Read<LocationEventDraft>(ref r, member, ref payload, "location."),
        PayloadKind.Contacts => SharedContactReader.Read(ref r, member, ref payload),
        PayloadKind.Reaction => Read<ReactionEventDraft>(ref r, member, ref payload, "reaction."),
        PayloadKind.System => SystemReader.Read(ref r, ref payload),
        PayloadKind.Revoke => Read<RevokeEventDraft>(ref r, member, ref payload, "revoke."),
        _ => Read<UnsupportedEventDraft>(ref r, member, ref payload, "unsupported."),
    };

    private static MessageEvent? Read<TDraft>(ref JsonMemberReader r, in Member member, ref Payload payload, string path)
        where TDraft : struct, IPayloadDraft
    {
        TDraft draft = default;
        Draft.Fill(ref draft, ref r, ref payload.Rest, path);
        return draft.ToEvent(member, ref payload);
    }

    /// <summary>Reads <c>voice</c>, the audio that says by its name what others say by a member.</summary>
    private struct VoiceDraft : IPayloadDraft
    {
        private AudioEventDraft _audio;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) =>
            !member.Is("voice"u8) && _audio.TryTake(ref r, member, ref rest);

        public readonly MessageEvent? ToEvent(in Member member, ref Payload payload) =>
            _audio.ToEvent(member, ref payload) is AudioEvent audio ? audio with { IsVoice = true } : null;
    }
}
