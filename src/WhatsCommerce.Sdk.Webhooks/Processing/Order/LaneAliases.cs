namespace WhatsCommerce.Webhooks;

/// <summary>
/// Remembers, for customers seen recently, which user id belongs to another id: a phone number, a parent user id, or an earlier user id.
/// </summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and the old one is dropped. So memory is bounded, customers who
/// return are kept, and no sorting is needed. The caller locks.
/// </remarks>
/// <param name="capacity">The most ids that are remembered.</param>
internal sealed class LaneAliases(int capacity)
{
    private Dictionary<LaneName, LaneName> _young = [];
    private Dictionary<LaneName, LaneName> _old = [];

    /// <summary>Returns the user id that belongs to an id; the default value when none is known.</summary>
    public LaneName Find(LaneName name)
    {
        if (_young.TryGetValue(name, out LaneName user))
        {
            return user;
        }

        if (_old.TryGetValue(name, out user))
        {
            Remember(name, user);
        }

        return user;
    }

    public void Remember(LaneName name, LaneName user)
    {
        if (_young.TryGetValue(name, out LaneName known) && known == user)
        {
            return;
        }

        if (_young.Count >= capacity / 2)
        {
            (_old, _young) = (_young, []);
        }

        _young[name] = user;
    }
}
