using WhatsCommerce.Testing.Judging.Calls;

namespace WhatsCommerce.Testing;

/// <summary>
/// The call permission and call limits between one number and one customer. Used under the lock of the customer. Source: Meta,
/// calling/user-call-permissions.
/// </summary>
internal sealed class CallPair
{
    /// <summary>How long a temporary permission is valid, and how long a request can be answered.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<DateTimeOffset> _requests = [];
    private readonly List<DateTimeOffset> _connected = [];
    private EmulatedCallPermission _permission;

    /// <summary>The active call.</summary>
    public EmulatedCall? Active { get; set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>The number of consecutive unanswered calls of the business.</summary>
    public int Unanswered { get; private set; }

    /// <summary>When the newest answered request was received: older requests have expired.</summary>
    public DateTimeOffset? AnsweredRequest { get; set; }

    public IReadOnlyList<DateTimeOffset> Requests => _requests;

    public IReadOnlyList<DateTimeOffset> Connected => _connected;

    /// <summary>Whether there is nothing to store.</summary>
    public bool IsEmpty =>
        _permission is EmulatedCallPermission.None && _requests.Count == 0 && _connected.Count == 0 && Unanswered == 0;

    public EmulatedCallPermission Permission(DateTimeOffset now) =>
        _permission is EmulatedCallPermission.Temporary && ExpiresAt <= now ? EmulatedCallPermission.None : _permission;

    public void Allow(bool isPermanent, DateTimeOffset now)
    {
        _permission = isPermanent ? EmulatedCallPermission.Permanent : EmulatedCallPermission.Temporary;
        ExpiresAt = isPermanent ? null : now + Week;
        Unanswered = 0;
    }

    public void Revoke()
    {
        _permission = EmulatedCallPermission.None;
        ExpiresAt = null;
    }

    public void Restore(
        EmulatedCallPermission permission,
        DateTimeOffset? expiresAt,
        IEnumerable<DateTimeOffset> requests,
        IEnumerable<DateTimeOffset> connected,
        int unanswered)
    {
        _permission = permission;
        ExpiresAt = expiresAt;
        _requests.AddRange(requests);
        _connected.AddRange(connected);
        Unanswered = unanswered;
    }

    /// <summary>Counts a request for the permission.</summary>
    public void CountRequest(DateTimeOffset now)
    {
        _requests.RemoveAll(at => at <= now - Week);
        _requests.Add(now);
    }

    /// <summary>Counts an answered call of either side, which resets the limits of requests.</summary>
    public void CountConnected(bool isFromBusiness, DateTimeOffset now)
    {
        _requests.Clear();
        Unanswered = 0;
        if (isFromBusiness)
        {
            _connected.RemoveAll(at => at <= now - Day);
            _connected.Add(now);
        }
    }

    /// <summary>Counts an unanswered or declined call of the business.</summary>
    /// <returns>The number of consecutive ones.</returns>
    public int CountUnanswered() => ++Unanswered;

    /// <summary>Why the permission cannot be requested now.</summary>
    public Refusal? JudgeRequest(DateTimeOffset now) =>
        Permission(now) is EmulatedCallPermission.Permanent ? CallRefusals.IsPermanent()
        : RequestLimits(now).FirstOrDefault(limit => limit.Resets is not null) is { Resets: { } next } ? CallRefusals.TooManyRequests(next)
        : null;

    /// <summary>Why the business cannot call now.</summary>
    public Refusal? JudgeCall(DateTimeOffset now) =>
        Permission(now) is EmulatedCallPermission.None ? CallRefusals.NoPermission()
        : Active is not null ? CallRefusals.Duplicate()
        : CallLimit(now).Resets is { } next ? CallRefusals.TooManyConnected(next)
        : null;

    /// <summary>The limits of requests: a day and a week.</summary>
    public UsedLimit[] RequestLimits(DateTimeOffset now) =>
    [
        UsedLimit.Of("PT24H", _requests, Day, Limits.CallRequestsInADay, now),
        UsedLimit.Of("P7D", _requests, Week, Limits.CallRequestsInAWeek, now),
    ];

    /// <summary>The limit of calls that the customer answers.</summary>
    public UsedLimit CallLimit(DateTimeOffset now) => UsedLimit.Of("PT24H", _connected, Day, Limits.ConnectedCallsInADay, now);
}

/// <summary>The usage of a limit.</summary>
/// <param name="Period">The period, in ISO 8601.</param>
/// <param name="Allowed">The allowed number.</param>
/// <param name="Used">The number that was used.</param>
/// <param name="Resets">When it is possible again; absent while it is.</param>
internal readonly record struct UsedLimit(string Period, int Allowed, int Used, DateTimeOffset? Resets)
{
    public static UsedLimit Of(string name, IReadOnlyList<DateTimeOffset> times, TimeSpan period, int allowed, DateTimeOffset now)
    {
        DateTimeOffset[] within = [.. times.Where(at => at > now - period)];
        return new(name, allowed, within.Length, within.Length < allowed ? null : within[^allowed] + period);
    }
}
