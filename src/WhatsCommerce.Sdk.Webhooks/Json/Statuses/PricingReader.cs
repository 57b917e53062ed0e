namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>statuses[].pricing</c> and <c>statuses[].conversation</c>, which in groups holds the pricing.</summary>
internal static class PricingReader
{
    public static bool TryReadPricing(ref JsonMemberReader r, out Pricing? pricing)
    {
        pricing = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        bool? billable = null;
        string? model = null;
        string? type = null;
        string? category = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("billable"u8) && r.TryBoolean(out billable))
            {
                continue;
            }

            if (member.Is("pricing_model"u8) && r.TryWord(out model))
            {
                continue;
            }

            if (member.Is("type"u8) && r.TryWord(out type))
            {
                continue;
            }

            if (member.Is("category"u8) && r.TryWord(out category))
            {
                continue;
            }

            r.Keep(member, ref rest);
        }

        pricing = new Pricing
        {
            IsBillable = billable,
            Model = new(model),
            Type = new(type),
            Category = new(category),
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    public static bool TryReadConversation(ref JsonMemberReader r, out Conversation? conversation, out Pricing? pricing)
    {
        conversation = null;
        pricing = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        string? id = null;
        string? origin = null;
        DateTimeOffset? expiresAt = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("id"u8) && r.TryId(out id))
            {
                continue;
            }

            if (member.Is("expiration_timestamp"u8) && r.TryTimestamp(out expiresAt))
            {
                continue;
            }

            if (member.Is("origin"u8) && r.IsObject)
            {
                ReadOrigin(ref r, ref origin, ref rest);
                continue;
            }

            if (member.Is("pricing"u8) && TryReadPricing(ref r, out pricing))
            {
                continue;
            }

            r.Keep(member, ref rest);
        }

        conversation = new Conversation
        {
            Id = id,
            ExpiresAt = expiresAt,
            Origin = new(origin),
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    private static void ReadOrigin(ref JsonMemberReader r, ref string? origin, ref Rest rest)
    {
        while (r.NextMember(out Member member))
        {
            if (member.Is("type"u8) && r.TryWord(out origin))
            {
                continue;
            }

            r.Keep(member, ref rest, "origin.");
        }
    }
}
