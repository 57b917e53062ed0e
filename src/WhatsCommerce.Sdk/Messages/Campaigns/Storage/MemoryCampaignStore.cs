namespace WhatsCommerce.Messages;

/// <summary>Stores campaigns in the memory of this process, when no database is configured.</summary>
/// <remarks>
/// For tests and small campaigns: use a database for campaigns that must survive a restart. Takes some 400 bytes for each message.
/// </remarks>
public sealed partial class MemoryCampaignStore : ICampaignStore
{
    private static readonly Dictionary<string, Row> NoRows = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<CampaignKey, Campaign> _campaigns = [];
    private readonly Dictionary<(string? From, string Hash), Row> _bySend = [];
    private readonly Dictionary<(string? From, string Hash), Row> _byMessage = [];

    /// <inheritdoc/>
    public ValueTask<CampaignRecord> StartAsync(CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_campaigns.TryGetValue(key, out Campaign? campaign))
            {
                _campaigns.Add(key, campaign = new Campaign(now));
            }

            if (campaign.Record.State == CampaignState.Completed)
            {
                campaign.Record = campaign.Record with { State = CampaignState.Running };
            }

            return new(campaign.Record);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return new(_campaigns.GetValueOrDefault(key)?.Record);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> SetStateAsync(
        CampaignKey key,
        CampaignState state,
        string? reason,
        IReadOnlyCollection<CampaignState> from,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        lock (_gate)
        {
            if (!_campaigns.TryGetValue(key, out Campaign? campaign) || !from.Contains(campaign.Record.State))
            {
                return new(false);
            }

            campaign.Record = campaign.Record with { State = state, Reason = reason };
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        HashSet<string> taken = new(StringComparer.Ordinal);
        lock (_gate)
        {
            Campaign campaign = _campaigns[claim.Key];
            foreach (CampaignSlot slot in claim.Messages)
            {
                if (!campaign.Rows.TryGetValue(slot.Id, out Row? row))
                {
                    row = new Row(slot.Id, slot.SendHash)
                    {
                        State = campaign.Persons.Add(slot.PersonHash) ? CampaignMessageState.Open : CampaignMessageState.Duplicate,
                        ClaimedAt = claim.Now,
                        ChangedAt = claim.Now,
                    };
                    campaign.Rows.Add(slot.Id, row);
                    _bySend.Add((claim.Key.From.Value, slot.SendHash), row);
                }

                if (row.TryClaim(claim))
                {
                    taken.Add(slot.Id);
                }
            }
        }

        return new(taken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> ClaimFallbacksAsync(CampaignClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        HashSet<string> taken = new(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (CampaignSlot slot in claim.Messages)
            {
                if (_campaigns[claim.Key].Rows.GetValueOrDefault(slot.Id) is { } row && row.TryClaimFallback(claim))
                {
                    Forget(claim.Key, row);
                    (row.Send, row.Message) = (slot.SendHash, null);
                    _bySend.Add((claim.Key.From.Value, slot.SendHash), row);
                    taken.Add(slot.Id);
                }
            }
        }

        return new(taken);
    }

    /// <inheritdoc/>
    public ValueTask RenewAsync(CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            foreach (Row row in RowsOf(key).Where(row => row.Owner == owner))
            {
                row.LeaseUntil = leaseUntil;
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(
        CampaignKey key,
        Guid owner,
        IReadOnlyList<CampaignOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        lock (_gate)
        {
            foreach (CampaignOutcome outcome in outcomes)
            {
                if (_campaigns.GetValueOrDefault(key)?.Rows.GetValueOrDefault(outcome.Id) is not { } row || row.Owner != owner)
                {
                    continue;
                }

                row.State = row.State == CampaignMessageState.Claimed ? outcome.State : row.State;
                (row.Owner, row.ErrorCode, row.IsFallback, row.ChangedAt) =
                    (null, outcome.ErrorCode, outcome.IsFallback || row.IsFallbackAfterFailure, now);
                SetMessage(key, row, outcome.MessageHash);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<long> ReopenAsync(
        CampaignKey key,
        CampaignMessageState state,
        string? id,
        int? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        long opened = 0;
        lock (_gate)
        {
            foreach (Row row in RowsOf(key).Where(row =>
                row.State == state && (id is null || row.Id == id) && (errorCode is null || row.ErrorCode == errorCode)))
            {
                (row.State, row.ErrorCode, row.Owner, row.ChangedAt) = (CampaignMessageState.Open, null, null, now);
                opened++;
            }
        }

        return new(opened);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ResolveAsync(
        CampaignKey key, string id, string messageHash, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_campaigns.GetValueOrDefault(key)?.Rows.GetValueOrDefault(id) is not { State: CampaignMessageState.Unknown } row)
            {
                return new(false);
            }

            (row.State, row.ChangedAt) = (CampaignMessageState.Sent, now);
            SetMessage(key, row, messageHash);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        lock (_gate)
        {
            Row? row = report.SendHash is { } send
                ? _bySend.GetValueOrDefault((report.From.Value, send))
                : _byMessage.GetValueOrDefault((report.From.Value, report.MessageHash));
            row?.Record(report);
            return new(row is not null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return new(
            [
                .. RowsOf(key)
                    .CountBy(row =>
                        (row.State, row.Delivery, row.ErrorCode, row.DeliveryErrorCode, row.IsFallback, row.IsFallbackAfterFailure))
                    .Select(group => new CampaignCount
                    {
                        State = group.Key.State,
                        Delivery = group.Key.Delivery,
                        ErrorCode = group.Key.ErrorCode,
                        DeliveryErrorCode = group.Key.DeliveryErrorCode,
                        IsFallback = group.Key.IsFallback,
                        IsFallbackAfterFailure = group.Key.IsFallbackAfterFailure,
                        Count = group.Value,
                    }),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
        CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return new(
            [
                .. RowsOf(key)
                    .Where(row => (state is null || row.State == state) && (after is null || string.CompareOrdinal(row.Id, after) > 0))
                    .OrderBy(row => row.Id, StringComparer.Ordinal)
                    .Take(limit)
                    .Select(row => row.ToEntry()),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            foreach (Row row in RowsOf(key))
            {
                Forget(key, row);
            }

            _campaigns.Remove(key);
        }

        return default;
    }

    private Dictionary<string, Row>.ValueCollection RowsOf(CampaignKey key) => (_campaigns.GetValueOrDefault(key)?.Rows ?? NoRows).Values;

    private void Forget(CampaignKey key, Row row)
    {
        _bySend.Remove((key.From.Value, row.Send));
        if (row.Message is not null)
        {
            _byMessage.Remove((key.From.Value, row.Message));
        }
    }

    private void SetMessage(CampaignKey key, Row row, string? message)
    {
        if (message is not null)
        {
            row.Message = message;
            _byMessage[(key.From.Value, message)] = row;
        }
    }
}
