namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// The member of a message that determines its type: read when it is encountered, and used once the whole message is known.
/// </summary>
internal struct Payload
{
    private MemberSlice _slice;

    /// <summary>The event of the payload, which the message completes; <see langword="null"/> for a reply or an edit.</summary>
    public MessageEvent? Event;

    /// <summary>The reply, which may also become part of a product question.</summary>
    public InteractiveReply? Reply;

    /// <summary>The kept members of the payload.</summary>
    public Rest Rest;

    /// <summary>The reason why it becomes no event.</summary>
    public Fault Fault;

    public PayloadKind Kind { get; private set; }

    public readonly int Start => _slice.ValueStart;

    public static PayloadKind KindOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("edit"u8) => PayloadKind.Edit,
        5 when name.SequenceEqual("image"u8) => PayloadKind.Image,
        5 when name.SequenceEqual("video"u8) => PayloadKind.Video,
        5 when name.SequenceEqual("audio"u8) => PayloadKind.Audio,
        5 when name.SequenceEqual("voice"u8) => PayloadKind.Voice,
        6 when name.SequenceEqual("button"u8) => PayloadKind.Button,
        6 when name.SequenceEqual("system"u8) => PayloadKind.System,
        6 when name.SequenceEqual("revoke"u8) => PayloadKind.Revoke,
        7 when name.SequenceEqual("sticker"u8) => PayloadKind.Sticker,
        8 when name.SequenceEqual("document"u8) => PayloadKind.Document,
        8 when name.SequenceEqual("location"u8) => PayloadKind.Location,
        8 when name.SequenceEqual("contacts"u8) => PayloadKind.Contacts,
        8 when name.SequenceEqual("reaction"u8) => PayloadKind.Reaction,
        11 when name.SequenceEqual("interactive"u8) => PayloadKind.Interactive,
        11 when name.SequenceEqual("unsupported"u8) => PayloadKind.Unsupported,
        _ => PayloadKind.None,
    };

    /// <summary>Reads the member if it takes precedence over the current one; the other one is kept.</summary>
    public void Offer(PayloadKind kind, ref JsonMemberReader r, in Member member, ref Rest rest)
    {
        if (Kind != PayloadKind.None && kind > Kind)
        {
            r.Keep(member, ref rest);
            return;
        }

        if (kind != Kind)
        {
            GiveUp(ref rest);
        }

        int start = r.Start;
        this = new Payload { Kind = kind };
        PayloadReader.Read(ref r, member, ref this);
        _slice = member.SliceOf(start, r.End);
    }

    /// <summary>Moves the member to the kept members.</summary>
    public void GiveUp(ref Rest rest)
    {
        rest.AddIfPresent(_slice);
        this = default;
    }

    /// <summary>Sets the reason why there is no event.</summary>
    public void Fail(in Member member, string path, string reason) => Fault = new($".{JsonText.Plain(member.Name)}{path}", reason);
}
