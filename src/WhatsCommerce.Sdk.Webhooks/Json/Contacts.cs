namespace WhatsCommerce.Webhooks.Json;

/// <summary>The <c>contacts[]</c> of a value, and which message or status each belongs to.</summary>
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

    private readonly int Count => _all?.Count ?? (_first is null ? 0 : 1);

    /// <summary>Reads the array and says where it stands.</summary>
    public static MemberSlice Read(ref JsonMemberReader r, in Member member, out Contacts contacts)
    {
        int start = r.Start;
        contacts = default;
        while (r.NextItem())
        {
            if (r.IsHollow)
            {
                r.Skip();
                contacts._someAreUnreadable = true;
            }
            else
            {
                contacts.Add(ContactReader.Read(ref r));
            }
        }

        return member.SliceOf(start, r.End);
    }

    /// <summary>Completes what an item says about its customer by the contact with the same id, or else in the same place.</summary>
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
        _someSayOtherwise |= (waId is not null && contact.WaId is not null && waId != contact.WaId)
            || Differ(userId, contact.UserId)
            || Differ(parentUserId, contact.ParentUserId);
        bool contactSaysAll = (waId is null || waId == contact.WaId)
            && (userId is null || userId == contact.UserId.Value)
            && (parentUserId is null || parentUserId == contact.ParentUserId.Value);
        return contactSaysAll
            ? contact
            : contact with
            {
                WaId = waId ?? contact.WaId,
                UserId = userId ?? contact.UserId,
                ParentUserId = parentUserId ?? contact.ParentUserId,
            };
    }

    /// <summary>Lets the items be joined once more.</summary>
    public void ForgetUse()
    {
        _firstIsUsed = false;
        _someSayOtherwise = false;
        _used = null;
    }

    /// <summary>
    /// Where there is but one item and one contact, they belong together even if their ids differ (some countries' numbers are written
    /// in two ways). The names are taken; the ids are not, lest an answer goes to somebody else.
    /// </summary>
    public readonly void GiveNamesToOnlyItem(List<WebhookEvent> events, int first)
    {
        if (Count != 1 || _firstIsUsed || events.Count != first + 1)
        {
            return;
        }

        events[first] = events[first] with { Customer = WithNames(events[first].Customer) };
    }

    private readonly Customer WithNames(Customer customer) =>
        customer with { ProfileName = _first!.ProfileName, Username = _first.Username };

    private Customer? Find(int index, string? waId, string? userId, string? parentUserId)
    {
        if (_first is null)
        {
            return null;
        }

        Customer? samePlace = _all is null ? _first : index < _all.Count ? _all[index] : null;
        if (samePlace is not null && HasId(samePlace, waId, userId, parentUserId))
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
            if (HasId(contact, waId, userId, parentUserId))
            {
                return contact;
            }
        }

        return null;
    }

    // A thousand statuses with a contact each would be a million comparisons.
    private Customer? Lookup(string? id)
    {
        if (_byId is null)
        {
            _byId = new(StringComparer.Ordinal);
            foreach (Customer contact in _all!)
            {
                _byId.TryAdd(contact.WaId ?? "", contact);
                _byId.TryAdd(contact.UserId.ToString(), contact);
                _byId.TryAdd(contact.ParentUserId.ToString(), contact);
            }
        }

        return string.IsNullOrEmpty(id) ? null : _byId.GetValueOrDefault(id);
    }

    private static bool HasId(Customer contact, string? waId, string? userId, string? parentUserId) =>
        (waId is not null && waId == contact.WaId)
        || (userId is not null && userId == contact.UserId.Value)
        || (parentUserId is not null && parentUserId == contact.ParentUserId.Value);

    private static bool Contradicts(Customer contact, string? waId, string? userId) =>
        (waId is not null && contact.WaId is not null) || (userId is not null && contact.UserId.HasValue);

    private static bool Differ(string? id, BusinessScopedUserId contactId) =>
        id is not null && contactId.HasValue && id != contactId.Value;

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

    private void Add(Customer contact)
    {
        if (_first is null)
        {
            _first = contact;
        }
        else
        {
            (_all ??= [_first]).Add(contact);
        }
    }
}
