namespace WhatsCommerce.Webhooks.Json;

/// <summary>The <c>contacts[]</c> of a value, and the message or status that each belongs to.</summary>
/// <remarks>
/// <para>They are joined by ids only, since the order of contacts may differ: joining by position could give one customer's order the name,
/// and the reply the number, of another. Only an item without any id is joined with the only contact, and a single contact without ids with
/// any item.</para>
/// <para>The result depends on the contacts and the item, never on other items, so that a dead letter of the item gives the same
/// result.</para>
/// </remarks>
internal struct Contacts
{
    private const int FewEnoughToSearch = 8;
    private const int EndLength = 6;

    // One contact is the common case: only further ones allocate a list.
    private Contact _first;
    private List<Contact>? _all;
    private Dictionary<string, int>? _byId;
    private HashSet<int>? _used;
    private Dictionary<(int At, Others Others), AdditionalProperties>? _kept;
    private ReadOnlyMemory<byte> _body;
    private bool _firstIsUsed;
    private bool _someAreUnreadable;

    /// <summary>The number of the first contact, which is usually that of the first message too.</summary>
    public readonly string? LikelyWaId => _first.Customer?.WaId;

    /// <summary>
    /// Whether each contact was joined with a message or status. Otherwise the array must be kept, because no event has its content.
    /// </summary>
    public readonly bool AllUsed => !_someAreUnreadable
        && (_all is null ? _firstIsUsed || _first.Customer is null : _used?.Count == _all.Count);

    /// <summary>Reads the array, or a single contact that is not in an array, and returns its position.</summary>
    public static MemberSlice Read(ref JsonMemberReader r, in Member member, out Contacts contacts)
    {
        int start = r.Start;
        contacts = default;
        contacts._body = r.Body;
        if (r.IsObject)
        {
            contacts.AddIfOne(ref r);
        }
        else
        {
            while (r.NextItem())
            {
                contacts.AddIfOne(ref r);
            }
        }

        return member.SliceOf(start, r.End);
    }

    /// <summary>Completes the customer of an item with the contact of that customer.</summary>
    public Customer Join(int index, string? waId, string? userId, string? parentUserId, string? identityKeyHash = null)
    {
        int at = Find(index, waId, userId, parentUserId);
        if (at < 0)
        {
            return (waId ?? userId ?? parentUserId ?? identityKeyHash) is null
                ? Customer.Unknown
                : new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId, IdentityKeyHash = identityKeyHash };
        }

        MarkUsed(at);
        Contact contact = _all is null ? _first : _all[at];
        Customer customer = contact.Customer!;
        bool contactSaysAll = (waId is null || waId == customer.WaId)
            && (userId is null || userId == customer.UserId.Value)
            && (parentUserId is null || parentUserId == customer.ParentUserId.Value)
            && (identityKeyHash is null || identityKeyHash == customer.IdentityKeyHash);
        return contactSaysAll
            ? customer
            : customer with
            {
                WaId = waId ?? customer.WaId,
                UserId = userId ?? customer.UserId,
                ParentUserId = parentUserId ?? customer.ParentUserId,
                IdentityKeyHash = identityKeyHash ?? customer.IdentityKeyHash,
                AdditionalProperties = Keep(
                    at,
                    contact,
                    IfTheyDiffer(Others.WaId, waId, customer.WaId)
                        | IfTheyDiffer(Others.ParentUserId, parentUserId, customer.ParentUserId.Value)
                        | IfTheyDiffer(Others.IdentityKeyHash, identityKeyHash, customer.IdentityKeyHash)),
            };
    }

    /// <summary>Resets the state, so that the items can be joined again.</summary>
    public void ForgetUse()
    {
        _firstIsUsed = false;
        _used = null;
    }

    /// <summary>The index of the item's contact; -1 when there is none.</summary>
    private int Find(int index, string? waId, string? userId, string? parentUserId)
    {
        if (_first.Customer is null)
        {
            return -1;
        }

        bool hasIds = (waId ?? userId ?? parentUserId) is not null;
        if (_all is null)
        {
            bool isFirst = IsOf(_first.Customer, waId, userId, parentUserId)
                || (!_someAreUnreadable && !(hasIds && HasIds(_first.Customer)));
            return isFirst ? 0 : -1;
        }

        if (!hasIds)
        {
            return -1;
        }

        // Usually it has the same index as its item.
        return index < _all.Count && IsOf(_all[index].Customer!, waId, userId, parentUserId)
            ? index
            : Search(_all, waId, userId, parentUserId);
    }

    private int Search(List<Contact> all, string? waId, string? userId, string? parentUserId)
    {
        if (all.Count > FewEnoughToSearch)
        {
            return Lookup(all, waId, userId, parentUserId);
        }

        for (int i = 0; i < all.Count; i++)
        {
            if (IsOf(all[i].Customer!, waId, userId, parentUserId))
            {
                return i;
            }
        }

        return -1;
    }

    // A thousand statuses with a contact each would need a million comparisons.
    private int Lookup(List<Contact> all, string? waId, string? userId, string? parentUserId)
    {
        if (_byId is null)
        {
            _byId = new(StringComparer.Ordinal);
            for (int i = 0; i < all.Count; i++)
            {
                Customer contact = all[i].Customer!;
                _byId.TryAdd(contact.UserId.ToString(), i);
                _byId.TryAdd(contact.ParentUserId.ToString(), i);
                _byId.TryAdd(contact.WaId ?? "", i);
            }

            // A number as the contact writes it comes before another spelling of it.
            for (int i = 0; i < all.Count; i++)
            {
                _byId.TryAdd(PhoneNumber.LineOf(all[i].Customer!.WaId) ?? "", i);
            }
        }

        for (int i = 0; i < 4; i++)
        {
            string? id = i switch { 0 => userId, 1 => parentUserId, 2 => waId, _ => PhoneNumber.LineOf(waId) };
            if (id is not null && _byId.TryGetValue(id, out int at) && IsOf(all[at].Customer!, waId, userId, parentUserId))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether a contact is the customer with these ids: the most reliable id that both have decides.</summary>
    private static bool IsOf(Customer contact, string? waId, string? userId, string? parentUserId)
    {
        if (userId is not null && contact.UserId.HasValue)
        {
            return userId == contact.UserId.Value;
        }

        return parentUserId is not null && contact.ParentUserId.HasValue
            ? parentUserId == contact.ParentUserId.Value
            : waId is not null && contact.WaId is { } number && (waId == number || AreOfOneLine(waId, number));
    }

    // For instance a Mexican number with and without its 1. Numbers are parsed only if their ends are equal.
    private static bool AreOfOneLine(string one, string other) => one.Length > EndLength
        && other.AsSpan().EndsWith(one.AsSpan(one.Length - EndLength))
        && PhoneNumber.TryParse(one, out PhoneNumber number)
        && PhoneNumber.TryParse(other, out PhoneNumber otherNumber)
        && number.IsSameLineAs(otherNumber);

    private static bool HasIds(Customer contact) => contact.WaId is not null || contact.UserId.HasValue || contact.ParentUserId.HasValue;

    private static Others IfTheyDiffer(Others which, string? id, string? contactId) =>
        id is not null && contactId is not null && id != contactId ? which : Others.None;

    /// <summary>The members of a contact to keep, including those that differ from the item, which takes precedence.</summary>
    private AdditionalProperties Keep(int at, in Contact contact, Others others)
    {
        if (others == Others.None)
        {
            return contact.Customer!.AdditionalProperties;
        }

        // Once per contact: thousands of items may belong to a contact that fills half the body.
        _kept ??= [];
        if (!_kept.TryGetValue((at, others), out AdditionalProperties kept))
        {
            kept = ReadOthers(contact, others);
            _kept.Add((at, others), kept);
        }

        return kept;
    }

    private readonly AdditionalProperties ReadOthers(in Contact contact, Others others)
    {
        Rest rest = default;
        AdditionalProperties kept = contact.Customer!.AdditionalProperties;
        for (int i = 0; i < kept.Count; i++)
        {
            rest.Add(kept.Members![i]);
        }

        MemberSlice waId = default;
        MemberSlice parent = default;
        MemberSlice hash = default;
        var r = new JsonMemberReader(_body, contact.Start);
        while (r.NextMember(out Member member))
        {
            MemberSlice slice = r.Slice(member);
            waId = member.Is("wa_id"u8) ? slice : waId;
            parent = member.Is("parent_user_id"u8) ? slice : parent;
            hash = member.Is("identity_key_hash"u8) ? slice : hash;
        }

        rest.AddIfPresent(others.HasFlag(Others.WaId) ? waId : default);
        rest.AddIfPresent(others.HasFlag(Others.ParentUserId) ? parent : default);
        rest.AddIfPresent(others.HasFlag(Others.IdentityKeyHash) ? hash : default);
        return rest.ToProperties(_body);
    }

    private void MarkUsed(int at)
    {
        if (_all is null)
        {
            _firstIsUsed = true;
        }
        else
        {
            (_used ??= []).Add(at);
        }
    }

    private void AddIfOne(ref JsonMemberReader r)
    {
        if (r.IsHollow)
        {
            r.Skip();
            _someAreUnreadable = true;
            return;
        }

        int start = r.Start;
        Customer customer = Draft.ReadPart<CustomerDraft, Customer>(ref r);
        if (!HasIds(customer) && customer is { ProfileName: null, Username: null })
        {
            _someAreUnreadable = true;
        }
        else if (_first.Customer is null)
        {
            _first = new(customer, start);
        }
        else
        {
            (_all ??= [_first]).Add(new(customer, start));
        }
    }

    /// <summary>The members in which a contact may differ from its item.</summary>
    [Flags]
    private enum Others
    {
        None = 0,
        WaId = 1,
        ParentUserId = 2,
        IdentityKeyHash = 4,
    }

    /// <summary>A contact, and where it stands in the body.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Contact(Customer? Customer, int Start);
}
