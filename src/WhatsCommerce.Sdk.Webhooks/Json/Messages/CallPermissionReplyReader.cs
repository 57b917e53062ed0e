namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>call_permission_reply</c>.</summary>
internal static class CallPermissionReplyReader
{
    public static CallPermissionReply Read(ref JsonMemberReader r)
    {
        string? response = null;
        string? source = null;
        bool? permanent = null;
        DateTimeOffset? expiresAt = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                8 when member.Is("response"u8) => r.TryString(out response),
                12 when member.Is("is_permanent"u8) => r.TryBoolean(out permanent),
                15 when member.Is("response_source"u8) => r.TryString(out source),
                20 when member.Is("expiration_timestamp"u8) => r.TryTimestamp(out expiresAt),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new CallPermissionReply
        {
            Response = new(response),
            IsPermanent = permanent ?? false,
            ExpiresAt = expiresAt,
            Source = source,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }
}
