namespace WhatsCommerce.Webhooks;

/// <summary>Which phone number belongs to which user id, of the customers seen lately.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten. So it is bounded, whoever comes
/// again stays, and nothing has to be sorted. The caller locks.
/// </remarks>
/// <param name="capacity">How many customers are remembered at most.</param>
internal sealed class PhoneAliases(int capacity)
{
    private Dictionary<string, string> _young = [];
    private Dictionary<string, string> _old = [];

    public string? Find(string phone)
    {
        if (_young.TryGetValue(phone, out string? user))
        {
            return user;
        }

        if (_old.TryGetValue(phone, out user))
        {
            Remember(phone, user);
        }

        return user;
    }

    public void Remember(string phone, string user)
    {
        if (_young.TryGetValue(phone, out string? known) && known == user)
        {
            return;
        }

        if (_young.Count >= capacity / 2)
        {
            (_old, _young) = (_young, []);
        }

        _young[phone] = user;
    }
}
