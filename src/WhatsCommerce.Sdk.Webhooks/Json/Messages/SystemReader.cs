namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>system</c>.</summary>
internal static class SystemReader
{
    public static SystemEvent Read(ref JsonMemberReader r, ref Payload payload)
    {
        string? type = null;
        string? text = null;
        string? waId = null;
        MemberSlice newWaId = default;
        string? userId = null;
        string? parentUserId = null;
        string? previousWaId = null;
        string? previousUserId = null;
        string? previousParentUserId = null;
        while (r.NextMember(out Member member))
        {
            if (member.Is("new_wa_id"u8))
            {
                newWaId = r.Slice(member, "system.");
                continue;
            }

            bool taken = member.Name.Length switch
            {
                4 when member.Is("type"u8) => r.TryString(out type),
                4 when member.Is("body"u8) => r.TryString(out text),
                5 when member.Is("wa_id"u8) => r.TryId(out waId),
                7 when member.Is("user_id"u8) => r.TryId(out userId),
                8 when member.Is("customer"u8) => r.TryId(out previousWaId),
                14 when member.Is("parent_user_id"u8) => r.TryId(out parentUserId),
                16 when member.Is("previous_user_id"u8) => r.TryId(out previousUserId),
                23 when member.Is("previous_parent_user_id"u8) => r.TryId(out previousParentUserId),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref payload.Rest, "system.");
            }
        }

        // The name in older versions.
        if (newWaId.IsPresent && (waId is not null || !new JsonMemberReader(r.Body, newWaId.ValueStart).TryId(out waId)))
        {
            payload.Rest.Add(newWaId);
        }

        return new SystemEvent
        {
            Kind = new(type),
            Text = text,
            NewCustomer = Customer.Of(waId, userId, parentUserId),
            PreviousCustomer = Customer.Of(previousWaId, previousUserId, previousParentUserId),
        };
    }
}
