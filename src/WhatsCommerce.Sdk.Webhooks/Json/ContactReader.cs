namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one contact.</summary>
internal static class ContactReader
{
    public static Customer Read(ref JsonMemberReader r)
    {
        string? waId = null;
        string? userId = null;
        string? parentUserId = null;
        string? name = null;
        string? username = null;
        string? identityKeyHash = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("wa_id"u8) && r.TryId(out waId))
            {
                continue;
            }

            if (member.Is("profile"u8) && r.IsObject)
            {
                ReadProfile(ref r, ref name, ref username, ref rest);
                continue;
            }

            if (member.Is("user_id"u8) && r.TryId(out userId))
            {
                continue;
            }

            if (member.Is("parent_user_id"u8) && r.TryId(out parentUserId))
            {
                continue;
            }

            if (member.Is("identity_key_hash"u8) && r.TryId(out identityKeyHash))
            {
                continue;
            }

            r.Keep(member, ref rest);
        }

        return new Customer
        {
            WaId = waId,
            UserId = userId,
            ParentUserId = parentUserId,
            ProfileName = name,
            Username = username,
            IdentityKeyHash = identityKeyHash,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    private static void ReadProfile(ref JsonMemberReader r, ref string? name, ref string? username, ref Rest rest)
    {
        while (r.NextMember(out Member member))
        {
            if (member.Is("name"u8) && r.TryString(out name))
            {
                continue;
            }

            if (member.Is("username"u8) && r.TryId(out username))
            {
                continue;
            }

            r.Keep(member, ref rest, "profile.");
        }
    }
}
