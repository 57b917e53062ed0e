namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].context</c>.</summary>
internal static class MessageContextReader
{
    public static bool TryRead(ref JsonMemberReader r, in IdsAtHand atHand, out MessageContext? context)
    {
        context = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        string? id = null;
        string? from = null;
        bool? forwarded = null;
        bool? frequentlyForwarded = null;
        ReferredProduct? product = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                4 when member.Is("from"u8) => r.TryId(atHand, out from),
                9 when member.Is("forwarded"u8) => r.TryBoolean(out forwarded),
                16 when member.Is("referred_product"u8) && r.IsObject => (product = ReadProduct(ref r, ref rest)) is not null,
                20 when member.Is("frequently_forwarded"u8) => r.TryBoolean(out frequentlyForwarded),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        context = new MessageContext
        {
            MessageId = id,
            From = from,
            ReferredProduct = product,
            IsForwarded = forwarded ?? false,
            IsFrequentlyForwarded = frequentlyForwarded ?? false,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    private static ReferredProduct ReadProduct(ref JsonMemberReader r, ref Rest rest)
    {
        string? catalogId = null;
        string? retailerId = null;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("catalog_id"u8) && r.TryId(out catalogId))
                || (member.Is("product_retailer_id"u8) && r.TryId(out retailerId));
            if (!taken)
            {
                r.Keep(member, ref rest, "referred_product.");
            }
        }

        return new ReferredProduct(catalogId, retailerId);
    }
}
