namespace WhatsCommerce.Webhooks.Json;

/// <summary>The <c>contacts[]</c> of a value, and which message or status each belongs to.</summary>
internal struct Contacts
{
    private const int FewEnoughToSearch = 8;

    private Customer? _first;
    private List<Customer>? _all;
    private Dictionary<string, Customer>? _byId;
    private HashSet<Customer>? _used;
    private bool _firstUsed;
    private bool _someUnreadable;

    private readonly int Count => _all?.Count ?? (_first is null ? 0 : 1);

    /// <summary>Whether each contact found its message or status, so that nothing of the array is told nowhere.</summary>
    public readonly bool AllUsed => !_someUnreadable && (_all is null ? _firstUsed || _first is null : (_used?.Count ?? 0) == _all.Count);

    public static Contacts Read(ref JsonMemberReader r)
    {
        Contacts contacts = default;
        while (r.NextItem())
        {
            if (r.IsHollow)
            {
                r.Skip();
                contacts._someUnreadable = true;
                continue;
            }

            contacts.Add(ReadContact(ref r));
        }

        return contacts;
    }

    /// <summary>Completes what a message or status says about its customer by the contact that has the same id, or else the same position.</summary>
    public Customer Join(int index, string? waId, string? userId, string? parentUserId)
    {
        Customer? contact = Find(index, waId, userId, parentUserId);
        if (contact is null)
        {
            return (waId ?? userId ?? parentUserId) is null
                ? Customer.Unknown
                : new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId };
        }

        MarkUsed(contact);
        bool saysNoMore = (waId is null || waId == contact.WaId)
            && (userId is null || userId == contact.UserId.Value)
            && (parentUserId is null || parentUserId == contact.ParentUserId.Value);
        return saysNoMore
            ? contact
            : contact with
            {
                WaId = waId ?? contact.WaId,
                UserId = userId ?? contact.UserId,
                ParentUserId = parentUserId ?? contact.ParentUserId,
            };
    }

    private Customer? Find(int index, string? waId, string? userId, string? parentUserId)
    {
        if (Count == 0)
        {
            return null;
        }

        Customer? samePlace = _all is null ? _first : index < _all.Count ? _all[index] : null;
        if (samePlace is not null && IsSame(samePlace, waId, userId, parentUserId))
        {
            return samePlace;
        }

        Customer? sameId = Count <= FewEnoughToSearch
            ? Search(waId, userId, parentUserId)
            : Lookup(waId) ?? Lookup(userId) ?? Lookup(parentUserId);
        return sameId ?? (samePlace is not null && !Contradicts(samePlace, waId, userId) ? samePlace : null);
    }

    private readonly Customer? Search(string? waId, string? userId, string? parentUserId)
    {
        foreach (Customer contact in _all ?? [])
        {
            if (IsSame(contact, waId, userId, parentUserId))
            {
                return contact;
            }
        }

        return null;
    }

    private Customer? Lookup(string? id)
    {
        if (id is null)
        {
            return null;
        }

        if (_byId is null)
        {
            _byId = new(StringComparer.Ordinal);
            foreach (Customer contact in _all!)
            {
                foreach (string? key in (ReadOnlySpan<string?>)[contact.WaId, contact.UserId.Value, contact.ParentUserId.Value])
                {
                    if (key is not null)
                    {
                        _byId.TryAdd(key, contact);
                    }
                }
            }
        }

        return _byId.GetValueOrDefault(id);
    }

    private static bool IsSame(Customer contact, string? waId, string? userId, string? parentUserId) =>
        (waId is not null && waId == contact.WaId)
        || (userId is not null && userId == contact.UserId.Value)
        || (parentUserId is not null && parentUserId == contact.ParentUserId.Value);

    private static bool Contradicts(Customer contact, string? waId, string? userId) =>
        (waId is not null && contact.WaId is not null) || (userId is not null && contact.UserId.HasValue);

    private void MarkUsed(Customer contact)
    {
        if (_all is null)
        {
            _firstUsed = true;
        }
        else
        {
            (_used ??= new(ReferenceEqualityComparer.Instance)).Add(contact);
        }
    }

    private void Add(Customer contact)
    {
        if (_first is null)
        {
            _first = contact;
            return;
        }

        (_all ??= [_first]).Add(contact);
    }

    private static Customer ReadContact(ref JsonMemberReader r)
    {
        string? waId = null;
        string? userId = null;
        string? parentUserId = null;
        string? name = null;
        string? username = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("wa_id"u8) && r.TryString(out waId))
            {
                continue;
            }

            if (member.Is("profile"u8) && r.IsObject)
            {
                ReadProfile(ref r, ref name, ref username, ref rest);
                continue;
            }

            if (member.Is("user_id"u8) && r.TryString(out userId))
            {
                continue;
            }

            if (member.Is("parent_user_id"u8) && r.TryString(out parentUserId))
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

            if (member.Is("username"u8) && r.TryString(out username))
            {
                continue;
            }

            r.Keep(member, ref rest, "profile.");
        }
    }
}
