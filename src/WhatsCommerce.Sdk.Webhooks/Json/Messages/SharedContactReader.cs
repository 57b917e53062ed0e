namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].contacts</c>.</summary>
internal static class SharedContactReader
{
    public static MessageEvent? Read(ref JsonMemberReader r, ref MessageDraft message)
    {
        List<SharedContact>? contacts = null;
        for (int index = 0; r.NextItem(); index++)
        {
            if (!r.IsObject)
            {
                return message.Fail(FormattableString.Invariant($".contacts[{index}]"), $"Expected an object, found {r.Describe()}.");
            }

            (contacts ??= new(1)).Add(ReadContact(ref r));
        }

        if (contacts is null)
        {
            return message.Fail(".contacts", "There are no contacts.");
        }

        string? origin = null;
        if (message.Origin.IsPresent && !new JsonMemberReader(r.Body, message.Origin.ValueStart).TryString(out origin))
        {
            message.Rest.Add(message.Origin);
        }

        return new ContactsEvent(message.ToHead(r.Body)) { Contacts = contacts, Origin = new(origin) };
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
                9 when member.Is("addresses"u8) => ListReader.TryRead(ref r, member, ref rest, SharedContactParts.ReadAddress, out addresses),
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
