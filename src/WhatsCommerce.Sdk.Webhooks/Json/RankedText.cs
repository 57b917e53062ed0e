namespace WhatsCommerce.Webhooks.Json;

/// <summary>An id or a word that several members may contain. Their rank decides which one counts, not their order.</summary>
internal struct RankedText
{
    private MemberSlice _slice;
    private int _rank;

    public string? Value { get; private set; }

    /// <summary>The rank of the member with the value; <see langword="null"/> when there is none.</summary>
    public readonly int? Rank => Value is null ? null : _rank;

    /// <summary>
    /// Takes the value of a member; 0 is the highest rank. A blank value is ignored, and if two differ, the one of lower rank is kept.
    /// </summary>
    public bool TryTake(ref JsonMemberReader r, in Member member, int rank, ref Rest rest, string? path = null)
    {
        if (!r.TryId(out string? text))
        {
            return false;
        }

        if (text is null)
        {
            return true;
        }

        if (rank > Rank)
        {
            return text == Value;
        }

        if (rank < Rank && text != Value)
        {
            rest.Add(_slice);
        }

        Value = text;
        _rank = rank;
        _slice = member.SliceOf(r.Start, r.End, path);
        return true;
    }
}
