namespace WhatsCommerce.Webhooks;

/// <summary>Caches for some time which customer the ids of recently seen customers belong to.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and the old one is dropped. So memory is bounded, and customers who
/// return are kept.
/// </remarks>
/// <param name="duration">How long an entry is valid.</param>
/// <param name="time">The clock.</param>
internal sealed class CustomerCache(TimeSpan duration, TimeProvider time)
{
    private const int Capacity = 50_000;

    private readonly Lock _gate = new();
    private Dictionary<IdentityName, (CustomerKey Key, long Since)> _young = [];
    private Dictionary<IdentityName, (CustomerKey Key, long Since)> _old = [];
    private long _version;

    /// <summary>Returns the customer to whom every id of an identity belongs; absent when that is not known.</summary>
    public CustomerKey Find(CustomerIdentity identity)
    {
        if (identity.Previous is not null || duration == TimeSpan.Zero)
        {
            return default;
        }

        CustomerKey found = default;
        lock (_gate)
        {
            foreach (IdentityNameKind kind in IdentityRules.Kinds)
            {
                if (!IdentityRules.TryName(identity, identity.Scope, kind, out IdentityName name))
                {
                    continue;
                }

                CustomerKey key = Find(name);
                if (!key.HasValue || (found.HasValue && found != key))
                {
                    return default;
                }

                found = key;
            }
        }

        return found;
    }

    /// <summary>Gets the version of the cache: what was read under an earlier version is not cached.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
            {
                return _version;
            }
        }
    }

    public void Remember(IEnumerable<IdentityName> names, CustomerKey key, long version)
    {
        lock (_gate)
        {
            if (version != _version)
            {
                return;
            }

            foreach (IdentityName name in names)
            {
                Put(name, (key, time.GetTimestamp()));
            }
        }
    }

    /// <summary>Clears the cache, because an id moved to another customer, which is rare.</summary>
    /// <returns>The new version.</returns>
    public long Clear()
    {
        lock (_gate)
        {
            (_young, _old) = ([], []);
            return ++_version;
        }
    }

    private CustomerKey Find(IdentityName name)
    {
        bool isYoung = _young.TryGetValue(name, out (CustomerKey Key, long Since) known);
        if (!isYoung && !_old.TryGetValue(name, out known))
        {
            return default;
        }

        if (time.GetElapsedTime(known.Since) >= duration)
        {
            return default;
        }

        if (!isYoung)
        {
            Put(name, known);
        }

        return known.Key;
    }

    private void Put(IdentityName name, (CustomerKey Key, long Since) known)
    {
        if (_young.Count >= Capacity / 2)
        {
            (_old, _young) = (_young, []);
        }

        _young[name] = known;
    }
}
