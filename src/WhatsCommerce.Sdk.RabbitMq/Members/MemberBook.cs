namespace WhatsCommerce.Webhooks;

/// <summary>Who is there, as far as this instance has heard.</summary>
internal sealed class MemberBook(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (MemberReport Report, long Heard)> _members = [];

    /// <summary>Gets the last reports of those that work.</summary>
    public IReadOnlyList<MemberReport> Members
    {
        get
        {
            lock (_gate)
            {
                return [.. _members.Values.Select(one => one.Report)];
            }
        }
    }

    /// <summary>Notes a report.</summary>
    /// <returns>Whether it changes who shares the partitions.</returns>
    public bool Hear(MemberReport report)
    {
        lock (_gate)
        {
            if (!report.Works)
            {
                return _members.Remove(report.Id);
            }

            bool isNew = !_members.ContainsKey(report.Id);
            _members[report.Id] = (report, clock.GetTimestamp());
            return isNew;
        }
    }

    /// <summary>Forgets those that were not heard of for some time.</summary>
    public void ForgetSilent(TimeSpan limit)
    {
        lock (_gate)
        {
            foreach (Guid silent in _members.Where(one => clock.GetElapsedTime(one.Value.Heard) > limit).Select(one => one.Key).ToArray())
            {
                _members.Remove(silent);
            }
        }
    }
}
