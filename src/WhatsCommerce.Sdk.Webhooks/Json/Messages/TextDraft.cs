namespace WhatsCommerce.Webhooks.Json;

/// <summary>The members of <c>text</c>.</summary>
internal struct TextDraft
{
    public string? Body;
    public MemberSlice Slice;
    public Rest Rest;
    public Fault Fault;

    public readonly bool IsPresent => Slice.IsPresent;

    public static TextDraft Read(ref JsonMemberReader r, in Member member)
    {
        TextDraft draft = default;
        if (!r.IsObject)
        {
            if (!r.IsNull)
            {
                draft.Fault = new(".text", $"Expected an object, found {r.Describe()}.");
                draft.Slice = r.Slice(member);
            }

            return draft;
        }

        int start = r.Start;
        while (r.NextMember(out Member inner))
        {
            if (!inner.Is("body"u8) || !r.TryString(out draft.Body))
            {
                r.Keep(inner, ref draft.Rest);
            }
        }

        draft.Slice = member.SliceOf(start, r.End);
        if (draft.Body is null)
        {
            draft.Fault = new(".text.body", "There is no text.");
        }

        return draft;
    }
}
