namespace WhatsCommerce.Webhooks.Json;

/// <summary>An id or a word that several members may tell. Which of them counts is fixed by their rank, not by their order.</summary>
internal struct RankedText
{
    private MemberSlice _slice;
    private int _rank;

    public string? Value { get; private set; }

    /// <summary>The rank of the member that told it; <see langword="null"/> when none did.</summary>
    public readonly int? Rank => Value is null ? null : _rank;

    /// <summary>
    /// Takes what a member tells; 0 is the first rank. A blank one tells nothing, and of two that differ the lesser is kept.
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
