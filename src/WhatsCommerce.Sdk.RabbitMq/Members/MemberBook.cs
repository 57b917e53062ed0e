namespace WhatsCommerce.Webhooks;

/// <summary>The members, as far as this instance has received their reports.</summary>
internal sealed class MemberBook(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (MemberReport Report, long Heard)> _members = [];

    /// <summary>Gets the last reports of working members.</summary>
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

    /// <summary>Records a report.</summary>
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

    /// <summary>Removes members without a recent report.</summary>
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
