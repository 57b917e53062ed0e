namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>statuses[].conversation</c>, which contains the pricing for groups.</summary>
internal static class ConversationReader
{
    public static bool TryRead(ref JsonMemberReader r, out Conversation? conversation, out Pricing? pricing)
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
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                6 when member.Is("origin"u8) => Draft.TryText(ref r, ref rest, "origin.", "type"u8, ref origin),
                7 when member.Is("pricing"u8) => Draft.TryPart<PricingDraft, Pricing>(ref r, out pricing),
                20 when member.Is("expiration_timestamp"u8) => r.TryTimestamp(out expiresAt),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
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
}
