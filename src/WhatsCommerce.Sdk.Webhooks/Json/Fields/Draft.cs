namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads objects into drafts; members that a draft does not take are kept.</summary>
internal static class Draft
{
    public delegate TPart PartReader<out TPart>(ref JsonMemberReader r);

    /// <summary>Reads the members of the current object.</summary>
    /// <returns>Whether the draft took any of them.</returns>
    public static bool Fill<TDraft>(ref TDraft draft, ref JsonMemberReader r, ref Rest rest, string? path = null)
        where TDraft : struct, IDraft
    {
        bool any = false;
        while (r.NextMember(out Member member))
        {
            if (draft.TryTake(ref r, member, ref rest))
            {
                any = true;
            }
            else
            {
                r.Keep(member, ref rest, path);
            }
        }

        return any;
    }

    /// <summary>Reads an object whose members belong to the record around it; other members are kept with their path.</summary>
    public static bool TryFillInner<TDraft>(ref TDraft draft, ref JsonMemberReader r, ref Rest rest, string path)
        where TDraft : struct, IDraft
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        Fill(ref draft, ref r, ref rest, path);
        return true;
    }

    /// <summary>Reads an object with one text that belongs to the record around it.</summary>
    public static bool TryText(ref JsonMemberReader r, ref Rest rest, string path, ReadOnlySpan<byte> name, ref string? text) =>
        TryTexts(ref r, ref rest, path, name, ref text, name, ref text);

    /// <summary>Reads an object with two texts that belong to the record around it.</summary>
    public static bool TryTexts(
        ref JsonMemberReader r,
        ref Rest rest,
        string path,
        ReadOnlySpan<byte> firstName,
        ref string? first,
        ReadOnlySpan<byte> secondName,
        ref string? second)
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is(firstName) && r.TryWord(out first)) || (member.Is(secondName) && r.TryWord(out second));
            if (!taken)
            {
                r.Keep(member, ref rest, path);
            }
        }

        return true;
    }

    public static bool TryPart<TDraft, TPart>(ref JsonMemberReader r, out TPart? part)
        where TDraft : struct, IPartDraft<TPart>
        where TPart : class
    {
        part = r.IsObject ? ReadPart<TDraft, TPart>(ref r) : null;
        return part is not null || r.IsNull;
    }

    /// <summary>Reads an array of parts. If some elements are not parts, the array is kept as well.</summary>
    public static bool TryParts<TDraft, TPart>(
        ref JsonMemberReader r, in Member member, ref Rest rest, out IReadOnlyList<TPart> parts, string? path = null)
        where TDraft : struct, IPartDraft<TPart>
        where TPart : class =>
        TryList(ref r, member, ref rest, path, out parts, static (ref JsonMemberReader r) => !r.IsHollow, ReadPart<TDraft, TPart>);

    public static bool TryStrings(
        ref JsonMemberReader r, in Member member, ref Rest rest, out IReadOnlyList<string> strings, string? path = null) =>
        TryList(
            ref r,
            member,
            ref rest,
            path,
            out strings,
            static (ref JsonMemberReader r) => !r.IsNull && r.TryString(out _),
            static (ref JsonMemberReader r) =>
            {
                _ = r.TryString(out string? text);
                return text!;
            });

    /// <summary>Reads the current object.</summary>
    public static TPart ReadPart<TDraft, TPart>(ref JsonMemberReader r)
        where TDraft : struct, IPartDraft<TPart>
    {
        TDraft draft = default;
        Rest rest = default;
        Fill(ref draft, ref r, ref rest);
        return draft.ToPart(rest.ToProperties(r.Body));
    }

    private static bool TryList<TPart>(
        ref JsonMemberReader r,
        in Member member,
        ref Rest rest,
        string? path,
        out IReadOnlyList<TPart> parts,
        PartReader<bool> isPart,
        PartReader<TPart> read)
    {
        parts = [];
        if (!r.IsArray)
        {
            return r.IsNull;
        }

        int start = r.Start;
        bool complete = true;
        List<TPart>? list = null;
        while (r.NextItem())
        {
            if (isPart(ref r))
            {
                (list ??= new(1)).Add(read(ref r));
            }
            else
            {
                r.Skip();
                complete = false;
            }
        }

        if (!complete)
        {
            rest.Add(member.SliceOf(start, r.End, path));
        }

        parts = list ?? parts;
        return true;
    }
}
