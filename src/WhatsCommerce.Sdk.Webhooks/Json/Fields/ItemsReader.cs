namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads a value with arrays of items, and the contacts that the items belong to.</summary>
internal sealed class ItemsReader
{
    private readonly (byte[] Name, string Path, ItemReader Read)[] _arrays;

    public ItemsReader(params (string Name, ItemReader Read)[] arrays)
        : this("", arrays) { }

    /// <summary>Reads arrays in an object of the value.</summary>
    /// <param name="path">The name of that object with a dot, or empty.</param>
    /// <param name="arrays">The names of the arrays, and the readers of their items.</param>
    public ItemsReader(string path, params (string Name, ItemReader Read)[] arrays) =>
        _arrays = [.. arrays.Select(array => (Encoding.UTF8.GetBytes(array.Name), path + array.Name, array.Read))];

    public void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        int first = events.Count;
        bool again = false;
        Span<int> starts = stackalloc int[_arrays.Length];
        starts.Clear();
        Contacts contacts = default;
        MemberSlice contactsSlice = default;
        while (r.NextMember(out Member member))
        {
            int which = Find(member);
            if (which >= 0 && !r.IsNull)
            {
                again |= starts[which] > 0;
                starts[which] = r.Start;
                ReadItems(which, ref r, place, change, events, ref contacts);
            }
            else if (member.Is("contacts"u8) && (r.IsArray || r.IsObject))
            {
                again |= events.Count > first;
                contactsSlice = Contacts.Read(ref r, member, out contacts);
            }
            else if (!ValueReader.TryReadCommon(ref r, member, change, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }

        if (again)
        {
            // The contacts came after their items, or an array came twice: read the items again, with all contacts known.
            events.RemoveRange(first, events.Count - first);
            contacts.ForgetUse();
            ReadAgain(r.Body, starts, place, change, events, ref contacts);
        }

        if (contactsSlice.IsPresent && !contacts.AllUsed)
        {
            rest.Add(contactsSlice);
        }
    }

    private int Find(in Member member)
    {
        for (int i = 0; i < _arrays.Length; i++)
        {
            if (member.Is(_arrays[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private void ReadAgain(
        ReadOnlyMemory<byte> body, Span<int> starts, Place place, WebhookChange change, List<WebhookEvent> events, ref Contacts contacts)
    {
        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] > 0)
            {
                var r = new JsonMemberReader(body, starts[i]);
                ReadItems(i, ref r, place, change, events, ref contacts);
            }
        }
    }

    private void ReadItems(
        int which, ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Contacts contacts)
    {
        var items = new ItemArray(place, _arrays[which].Path, change, events);
        while (items.Next(ref r))
        {
            _arrays[which].Read(ref r, items, change, ref contacts, events);
        }
    }
}
