namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>custom_data</c>: an amount in two members.</summary>
internal static class CustomDataReader
{
    private const string Path = "custom_data.";

    public static bool TryRead(ref JsonMemberReader r, in Member member, ref Rest rest, out Money? value)
    {
        value = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        decimal? amount = null;
        string? currency = null;
        MemberSlice amountSlice = default;
        MemberSlice currencySlice = default;
        while (r.NextMember(out Member inner))
        {
            if (inner.Is("value"u8) && r.TryDecimal(out amount))
            {
                amountSlice = r.Slice(inner, Path);
            }
            else if (inner.Is("currency"u8) && r.TryWord(out currency))
            {
                currencySlice = r.Slice(inner, Path);
            }
            else
            {
                r.Keep(inner, ref rest, Path);
            }
        }

        if (amount is not null && !string.IsNullOrWhiteSpace(currency))
        {
            value = new Money(amount.Value, currency);
        }
        else
        {
            // A number without a currency is not an amount, nor is a currency without a number: both are kept.
            rest.AddIfPresent(amountSlice);
            rest.AddIfPresent(currencySlice);
        }

        return true;
    }
}
