namespace WhatsCommerce.Webhooks;

/// <summary>
/// Finds the names under which an event is queued: every id of its customer, so that events of the customer meet whichever id they carry.
/// </summary>
/// <remarks>
/// Uses ids and not the <see cref="CustomerKey"/>, since an event must be queued at once, and finding a key may need a database query. When
/// a phone number passes from one customer to another, the two wait for each other for a moment, which does no harm here. The caller locks.
/// </remarks>
internal sealed class CustomerNames
{
    private readonly LaneAliases _aliases = new(capacity: 20_000);
    private readonly List<LaneName> _names = [];

    /// <summary>
    /// Returns the names of an event's customer, or of its account if it has no customer. The list is valid until the next call.
    /// </summary>
    public List<LaneName> Of(WebhookEvent webhookEvent, CustomerIdentity? identity)
    {
        _names.Clear();
        if (identity is null)
        {
            _names.Add(new("", LaneKind.Account, webhookEvent.BusinessAccountId.Value ?? ""));
            return _names;
        }

        LaneName user = UserOf(identity, identity.Scope);
        if (identity.Previous is not { } previous)
        {
            Add(identity, identity.Scope, user);
            return _names;
        }

        user = user.Id is null ? UserOf(previous, identity.Scope) : user;
        Add(identity, identity.Scope, user);
        Add(previous, identity.Scope, user);
        return _names;
    }

    /// <summary>Returns the user id to which the ids belong, if one is known.</summary>
    private LaneName UserOf(CustomerIdentity ids, string scope)
    {
        LaneName own = Name(scope, LaneKind.User, ids.UserId.Value);
        LaneName user = own.Id is not null ? own : Known(Name(scope, LaneKind.ParentUser, ids.ParentUserId.Value));
        return user.Id is not null ? user : Known(Name(scope, LaneKind.Phone, PhoneNumber.LineOf(ids.WaId)));
    }

    private void Add(CustomerIdentity ids, string scope, LaneName user)
    {
        Add(user);
        AddAndRemember(Name(scope, LaneKind.User, ids.UserId.Value), user);
        AddAndRemember(Name(scope, LaneKind.Phone, PhoneNumber.LineOf(ids.WaId)), user);
        AddAndRemember(Name(scope, LaneKind.ParentUser, ids.ParentUserId.Value), user);

        // The user id that has replaced this one, for events that arrive late.
        Add(Known(user));
    }

    private void AddAndRemember(LaneName name, LaneName user)
    {
        Add(name);
        if (name.Id is not null && user.Id is not null && name != user)
        {
            _aliases.Remember(name, user);
        }
    }

    private void Add(LaneName name)
    {
        if (name.Id is not null && !_names.Contains(name))
        {
            _names.Add(name);
        }
    }

    private LaneName Known(LaneName name) => name.Id is null ? default : _aliases.Find(name);

    private static LaneName Name(string scope, LaneKind kind, string? id) => string.IsNullOrEmpty(id) ? default : new(scope, kind, id);
}
