namespace WhatsCommerce.Webhooks.Json;

/// <summary>The members of an <c>amount</c>: a <c>value</c> and its divisor <c>offset</c>.</summary>
internal struct AmountDraft
{
    private MemberSlice _slice;
    private decimal? _value;
    private int? _offset;
    private bool _saysMore;

    public static AmountDraft Read(ref JsonMemberReader r, in Member member)
    {
        AmountDraft draft = default;
        if (!r.IsObject)
        {
            draft._slice = r.IsNull ? default : r.Slice(member);
            return draft;
        }

        int start = r.Start;
        while (r.NextMember(out Member inner))
        {
            bool taken = (inner.Is("value"u8) && r.TryDecimal(out draft._value)) || (inner.Is("offset"u8) && r.TryInt32(out draft._offset));
            if (!taken)
            {
                r.Skip();
                draft._saysMore = true;
            }
        }

        draft._slice = member.SliceOf(start, r.End);
        return draft;
    }

    /// <summary>Gets the amount, once its currency is known. If it is not an amount, or has other members, the member is kept.</summary>
    public readonly Money? In(string? currency, ref Rest rest)
    {
        Money? amount = _value is decimal units && _offset is 1 or 10 or 100 or 1000 or 10000 && !string.IsNullOrWhiteSpace(currency)
            ? new Money(units / _offset.Value, currency)
            : null;
        if (amount is null || _saysMore)
        {
            rest.AddIfPresent(_slice);
        }

        return amount;
    }
}
