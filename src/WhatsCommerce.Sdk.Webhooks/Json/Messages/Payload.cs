namespace WhatsCommerce.Webhooks.Json;

/// <summary>The member of a message that says what it is, and where it stands; read only once the whole message is known.</summary>
internal struct Payload
{
    private MemberSlice _slice;

    public PayloadKind Kind { get; private set; }

    public readonly int Start => _slice.ValueStart;

    /// <summary>The payload of that name.</summary>
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

    /// <summary>The member's name.</summary>
    public readonly string NameIn(ReadOnlyMemory<byte> body) => JsonText.Decode(body.Span.Slice(_slice.NameStart, _slice.NameLength));

    /// <summary>Takes the member if it goes before the one at hand; which of both is left over is kept.</summary>
    public void Offer(PayloadKind kind, in MemberSlice slice, ref Rest rest)
    {
        if (Kind != PayloadKind.None && kind > Kind)
        {
            rest.Add(slice);
            return;
        }

        if (kind != Kind)
        {
            GiveUp(ref rest);
        }

        Kind = kind;
        _slice = slice;
    }

    /// <summary>Leaves the member to what is kept as it came.</summary>
    public void GiveUp(ref Rest rest)
    {
        rest.AddIfPresent(_slice);
        this = default;
    }
}
