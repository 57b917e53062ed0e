namespace WhatsCommerce.Testing;

/// <summary>The users that a number has blocked, in the order of blocking.</summary>
internal sealed class BlockList
{
    private readonly Lock _gate = new();
    private readonly List<(long Number, string User)> _users = [];
    private long _last;

    public (long Number, string User)[] Users
    {
        get
        {
            lock (_gate)
            {
                return [.. _users];
            }
        }
    }

    /// <summary>Whether a customer is blocked, under the phone number or the user id.</summary>
    public bool Has(PhoneNumber phoneNumber, BusinessScopedUserId userId)
    {
        lock (_gate)
        {
            return _users.Exists(item => item.User == phoneNumber.Digits || item.User == userId.Value);
        }
    }

    public void Add(string user)
    {
        lock (_gate)
        {
            if (!_users.Exists(item => item.User == user))
            {
                _users.Add((++_last, user));
            }
        }
    }

    /// <summary>Takes back what an earlier run held.</summary>
    public void Restore(IEnumerable<(long Number, string User)> users)
    {
        lock (_gate)
        {
            _users.AddRange(users);
            _last = _users.Count == 0 ? _last : _users.Max(user => user.Number);
        }
    }

    public bool Remove(string user)
    {
        lock (_gate)
        {
            return _users.RemoveAll(item => item.User == user) > 0;
        }
    }
}
