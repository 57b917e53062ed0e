namespace WhatsCommerce.Webhooks.Json;

/// <summary>The <c>contacts[]</c> of a value, and which message or status each belongs to.</summary>
/// <remarks>
/// <para>They are joined by ids alone: contacts come in an order of their own, and to go by the place would give one customer's order the
/// name, and its answer the number, of another. Only what has no id at all goes to the one contact that there is, and one contact
/// without ids names whoever is there.</para>
/// <para>What comes out depends on the contacts and the item, never on other items: so a dead letter of the item gives the same.</para>
/// </remarks>
internal struct Contacts
{
    private const int FewEnoughToSearch = 8;

    // One contact is the rule: only further ones cost a list.
    private Customer? _first;
    private List<Customer>? _all;
    private Dictionary<string, Customer>? _byId;
    private HashSet<Customer>? _used;
    private bool _firstIsUsed;
    private bool _someAreUnreadable;
    private bool _someSayOtherwise;

    /// <summary>The number of the first contact, which as a rule is that of the first message too.</summary>
    public readonly string? LikelyWaId => _first?.WaId;

    /// <summary>
    /// Whether each contact found its message or status and says nothing else than that does. If not, the array has to be kept: what it
    /// says is told nowhere else.
    /// </summary>
    public readonly bool AllUsed => !_someAreUnreadable && !_someSayOtherwise
        && (_all is null ? _firstIsUsed || _first is null : _used?.Count == _all.Count);

    /// <summary>Reads the array, or a single contact that nobody put into one, and says where it stands.</summary>
    public static MemberSlice Read(ref JsonMemberReader r, in Member member, out Contacts contacts)
    {
        int start = r.Start;
        contacts = default;
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

    /// <summary>Completes what an item says about its customer by the contact of that customer.</summary>
    public Customer Join(int index, string? waId, string? userId, string? parentUserId, string? identityKeyHash = null)
    {
        Customer? contact = Find(index, waId, userId, parentUserId);
        if (contact is null)
        {
            return (waId ?? userId ?? parentUserId ?? identityKeyHash) is null
                ? Customer.Unknown
                : new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId, IdentityKeyHash = identityKeyHash };
        }

        MarkUsed(contact);
        _someSayOtherwise |= Differ(waId, contact.WaId)
            || Differ(userId, contact.UserId.Value)
            || Differ(parentUserId, contact.ParentUserId.Value)
            || Differ(identityKeyHash, contact.IdentityKeyHash);
        bool contactSaysAll = (waId is null || waId == contact.WaId)
            && (userId is null || userId == contact.UserId.Value)
            && (parentUserId is null || parentUserId == contact.ParentUserId.Value)
            && (identityKeyHash is null || identityKeyHash == contact.IdentityKeyHash);
        return contactSaysAll
            ? contact
            : contact with
            {
                WaId = waId ?? contact.WaId,
                UserId = userId ?? contact.UserId,
                ParentUserId = parentUserId ?? contact.ParentUserId,
                IdentityKeyHash = identityKeyHash ?? contact.IdentityKeyHash,
            };
    }

    /// <summary>Lets the items be joined once more.</summary>
    public void ForgetUse()
    {
        _firstIsUsed = false;
        _someSayOtherwise = false;
        _used = null;
    }

    private Customer? Find(int index, string? waId, string? userId, string? parentUserId)
    {
        if (_first is null)
        {
            return null;
        }

        bool hasIds = (waId ?? userId ?? parentUserId) is not null;
        if (_all is null)
        {
            bool isFirst = IsOf(_first, waId, userId, parentUserId) || (!_someAreUnreadable && !(hasIds && HasIds(_first)));
            return isFirst ? _first : null;
        }

        if (!hasIds)
        {
            return null;
        }

        // As a rule it stands where its item does.
        if (index < _all.Count && IsOf(_all[index], waId, userId, parentUserId))
        {
            return _all[index];
        }

        return Search(_all, waId, userId, parentUserId);
    }

    private Customer? Search(List<Customer> all, string? waId, string? userId, string? parentUserId)
    {
        if (all.Count > FewEnoughToSearch)
        {
            // A thousand statuses with a contact each would be a million comparisons.
            Customer? found = Lookup(all, userId) ?? Lookup(all, parentUserId) ?? Lookup(all, waId);
            return found is not null && IsOf(found, waId, userId, parentUserId) ? found : null;
        }

        foreach (Customer contact in all)
        {
            if (IsOf(contact, waId, userId, parentUserId))
            {
                return contact;
            }
        }

        return null;
    }

    private Customer? Lookup(List<Customer> all, string? id)
    {
        if (_byId is null)
        {
            _byId = new(StringComparer.Ordinal);
            foreach (Customer contact in all)
            {
                _byId.TryAdd(contact.WaId ?? "", contact);
                _byId.TryAdd(contact.UserId.ToString(), contact);
                _byId.TryAdd(contact.ParentUserId.ToString(), contact);
            }
        }

        return id is null ? null : _byId.GetValueOrDefault(id);
    }

    /// <summary>Whether a contact is the customer with these ids: the surest id that both have decides.</summary>
    private static bool IsOf(Customer contact, string? waId, string? userId, string? parentUserId)
    {
        if (userId is not null && contact.UserId.HasValue)
        {
            return userId == contact.UserId.Value;
        }

        return parentUserId is not null && contact.ParentUserId.HasValue
            ? parentUserId == contact.ParentUserId.Value
            : waId is not null && waId == contact.WaId;
    }

    private static bool HasIds(Customer contact) => contact.WaId is not null || contact.UserId.HasValue || contact.ParentUserId.HasValue;

    private static bool Differ(string? id, string? contactId) => id is not null && contactId is not null && id != contactId;

    private void MarkUsed(Customer contact)
    {
        if (_all is null)
        {
            _firstIsUsed = true;
        }
        else
        {
            (_used ??= new(ReferenceEqualityComparer.Instance)).Add(contact);
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

        Customer contact = ContactReader.Read(ref r);
        if (!HasIds(contact) && contact is { ProfileName: null, Username: null })
        {
            _someAreUnreadable = true;
        }
        else if (_first is null)
        {
            _first = contact;
        }
        else
        {
            (_all ??= [_first]).Add(contact);
        }
    }
}
