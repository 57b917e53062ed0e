namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].contacts</c>.</summary>
internal static class SharedContactReader
{
    public static ContactsEvent? Read(ref JsonMemberReader r, in Member member, ref Payload payload)
    {
        List<SharedContact> contacts = new(1);
        int index = 0;
        for (; r.NextItem(); index++)
        {
            if (r.IsObject && !payload.Fault.Happened)
            {
                contacts.Add(ReadContact(ref r));
                continue;
            }

            if (!payload.Fault.Happened)
            {
                payload.Fail(member, FormattableString.Invariant($"[{index}]"), $"Expected an object, found {r.Describe()}.");
            }

            r.Skip();
        }

        if (index == 0)
        {
            payload.Fail(member, "", "There are no contacts.");
        }

        return new ContactsEvent { Contacts = contacts };
    }

    private static SharedContact ReadContact(ref JsonMemberReader r)
    {
        SharedContactName? name = null;
        SharedContactOrganization? organization = null;
        string? birthday = null;
        string? vCard = null;
        IReadOnlyList<SharedContactPhone> phones = [];
        IReadOnlyList<SharedContactEmail> emails = [];
        IReadOnlyList<SharedContactAddress> addresses = [];
        IReadOnlyList<SharedContactUrl> urls = [];
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                3 when member.Is("org"u8) && r.IsObject => (organization = SharedContactParts.ReadOrganization(ref r)) is not null,
                4 when member.Is("name"u8) && r.IsObject => (name = SharedContactParts.ReadName(ref r)) is not null,
                4 when member.Is("urls"u8) => ListReader.TryRead(ref r, member, ref rest, SharedContactParts.ReadUrl, out urls),
                5 when member.Is("vcard"u8) => r.TryString(out vCard),
                6 when member.Is("phones"u8) => ListReader.TryRead(ref r, member, ref rest, SharedContactParts.ReadPhone, out phones),
                6 when member.Is("emails"u8) => ListReader.TryRead(ref r, member, ref rest, SharedContactParts.ReadEmail, out emails),
                8 when member.Is("birthday"u8) => r.TryString(out birthday),
                9 when member.Is("addresses"u8) =>
                    ListReader.TryRead(ref r, member, ref rest, SharedContactParts.ReadAddress, out addresses),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContact
        {
            Name = name,
            Organization = organization,
            Birthday = birthday,
            VCard = vCard,
            Phones = phones,
            Emails = emails,
            Addresses = addresses,
            Urls = urls,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }
}
