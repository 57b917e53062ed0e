namespace WhatsCommerce.Webhooks;

/// <summary>What events queue under: every id of their customer, so that they meet the others of the customer whichever of the ids those carry.</summary>
/// <remarks>
/// Names and not the <see cref="CustomerKey"/>, since a place in the queue must be taken at once, and a key may take a look into a database.
/// That two customers stand behind one another for a moment, because a number went from one to the other, does no harm here.
/// The caller locks.
/// </remarks>
internal sealed class CustomerNames
{
    private readonly LaneAliases _aliases = new(capacity: 20_000);
    private readonly List<LaneName> _names = [];

    /// <summary>The names of an event's customer, or of its account where it concerns none. Good until the next call.</summary>
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

    /// <summary>The user id that some ids belong to, if one is known.</summary>
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

        // The id that has taken the place of this one, for what comes late.
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
