namespace WhatsCommerce.Webhooks;

/// <summary>Which user id took the place of which other id, of the customers seen lately: those of a number, a parent user id, an earlier user id.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten. So it is bounded, whoever comes
/// again stays, and nothing has to be sorted. The caller locks.
/// </remarks>
/// <param name="capacity">How many ids are remembered at most.</param>
internal sealed class LaneAliases(int capacity)
{
    private Dictionary<LaneName, LaneName> _young = [];
    private Dictionary<LaneName, LaneName> _old = [];

    /// <summary>The user id that belongs to an id; an absent name when none is known.</summary>
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
