namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>amount</c>: a <c>value</c> in units of which <c>offset</c> make one of the currency.</summary>
internal static class PaymentAmountReader
{
    /// <summary>The amount. When it is none, or says more than that, the member is kept.</summary>
    public static Money? Read(ReadOnlyMemory<byte> body, in MemberSlice slice, string? currency, ref Rest rest)
    {
        if (!slice.IsPresent)
        {
            return null;
        }

        var r = new JsonMemberReader(body, slice.ValueStart);
        if (!r.IsObject)
        {
            rest.Add(slice);
            return null;
        }

        decimal? value = null;
        int? offset = null;
        bool complete = true;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("value"u8) && r.TryDecimal(out value)) || (member.Is("offset"u8) && r.TryInt32(out offset));
            if (!taken)
            {
                r.Skip();
                complete = false;
            }
        }

        Money? amount = value is decimal units && offset is 1 or 10 or 100 or 1000 or 10000 && !string.IsNullOrWhiteSpace(currency)
            ? new Money(units / offset.Value, currency)
            : null;
        if (amount is null || !complete)
        {
            rest.Add(slice);
        }

        return amount;
    }
}
