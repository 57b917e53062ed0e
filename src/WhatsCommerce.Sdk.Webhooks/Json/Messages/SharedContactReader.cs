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
                contacts.Add(Draft.ReadPart<SharedContactDraft, SharedContact>(ref r));
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
}
