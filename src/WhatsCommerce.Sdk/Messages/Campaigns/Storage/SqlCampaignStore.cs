using System.Collections.Frozen;
using System.Data.Common;

namespace WhatsCommerce.Messages;

/// <summary>Stores campaigns in the app's database, with one statement for a batch of any number of messages.</summary>
internal sealed class SqlCampaignStore(WhatsCommerceDatabase database) : ICampaignStore, IDisposable
{
    // In an app with a host, the tables are checked or created at its start, also in Development.
    private readonly DatabaseReadiness _readiness = new(database, isDevelopment: false);
    private readonly CampaignStatements _statements = new(database);

    public async ValueTask<CampaignRecord> StartAsync(
        CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        (await ReadAsync(_statements.Start(key, now), ReadRecord, cancellationToken).ConfigureAwait(false))[0];

    public async ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
        await ReadAsync(_statements.Find(key), ReadRecord, cancellationToken).ConfigureAwait(false) is [var record] ? record : null;

    public async ValueTask<bool> SetStateAsync(
        CampaignKey key,
        CampaignState state,
        string? reason,
        IReadOnlyCollection<CampaignState> from,
        DateTimeOffset now,
        CancellationToken cancellationToken = default) =>
        await ChangedAsync(_statements.SetState(key, state, reason, from, now), cancellationToken).ConfigureAwait(false) > 0;

    public async ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        HashSet<string> taken = new(StringComparer.Ordinal);
        if (claim.Messages.Count == 0)
        {
            return taken;
        }

        string slots = CampaignStatements.JsonOf(claim.Messages);
        taken.UnionWith(await ReadAsync(_statements.Add(claim, slots), ReadId, cancellationToken).ConfigureAwait(false));
        if (taken.Count == claim.Messages.Count)
        {
            return taken;
        }

        string others = CampaignStatements.JsonOf([.. claim.Messages.Where(slot => !taken.Contains(slot.Id))]);
        taken.UnionWith(await ReadAsync(_statements.Take(claim, others), ReadId, cancellationToken).ConfigureAwait(false));
        await database.WriteAsync(
            [_statements.GiveUp(claim, others), _statements.AddDuplicates(claim, others)], cancellationToken).ConfigureAwait(false);
        return taken;
    }

    public async ValueTask<IReadOnlySet<string>> ClaimFallbacksAsync(
        CampaignClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Messages.Count == 0
            ? FrozenSet<string>.Empty
            : (await ReadAsync(
                _statements.TakeFallbacks(claim, CampaignStatements.JsonOf(claim.Messages)), ReadId, cancellationToken)
                .ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
    }

    public async ValueTask RenewAsync(
        CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default) =>
        await WriteAsync([_statements.Renew(key, owner, leaseUntil)], cancellationToken).ConfigureAwait(false);

    public async ValueTask SettleAsync(
        CampaignKey key,
        Guid owner,
        IReadOnlyList<CampaignOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count > 0)
        {
            await WriteAsync([_statements.Settle(key, owner, outcomes, now)], cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<long> ReopenAsync(
        CampaignKey key,
        CampaignMessageState state,
        string? id,
        int? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken = default) =>
        ChangedAsync(_statements.Reopen(key, state, id, errorCode, now), cancellationToken);

    public async ValueTask<bool> ResolveAsync(
        CampaignKey key, string id, string messageHash, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await ChangedAsync(_statements.Resolve(key, id, messageHash, now), cancellationToken).ConfigureAwait(false) > 0;

    public async ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return await ChangedAsync(_statements.Record(report, bySend: report.SendHash is not null), cancellationToken)
            .ConfigureAwait(false) > 0;
    }

    public ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default) => ReadAsync(
        _statements.Count(key),
        static row => new CampaignCount
        {
            State = CampaignWords.MessageStateOf(row.GetString(0)),
            Delivery = (DeliveryProgress)row.GetInt64(1),
            ErrorCode = Code(row, 2),
            DeliveryErrorCode = Code(row, 3),
            IsFallback = row.GetInt64(4) != 0,
            IsFallbackAfterFailure = row.GetInt64(4) == CampaignTables.FallbackAfterFailure,
            Count = row.GetInt64(5),
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
        CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default) => ReadAsync(
        _statements.List(key, state, after, limit),
        static row => new CampaignEntry
        {
            Id = row.GetString(0),
            State = CampaignWords.MessageStateOf(row.GetString(1)),
            ErrorCode = Code(row, 2),
            IsFallback = row.GetInt64(3) != 0,
            IsFallbackAfterFailure = row.GetInt64(3) == CampaignTables.FallbackAfterFailure,
            Delivery = (DeliveryProgress)row.GetInt64(4),
            DeliveryErrorCode = Code(row, 5),
            ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        },
        cancellationToken);

    public async ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
        await WriteAsync(_statements.Delete(key), cancellationToken).ConfigureAwait(false);

    public void Dispose() => _readiness.Dispose();

    private static CampaignRecord ReadRecord(DbDataReader row) => new()
    {
        State = CampaignWords.StateOf(row.GetString(0)),
        Reason = row.IsDBNull(1) ? null : row.GetString(1),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
    };

    private static string ReadId(DbDataReader row) => row.GetString(0);

    private static int? Code(DbDataReader row, int column) => row.IsDBNull(column) ? null : (int)row.GetInt64(column);

    private async ValueTask<long> ChangedAsync(DatabaseStatement statement, CancellationToken cancellationToken) =>
        (await ReadAsync(statement, ReadId, cancellationToken).ConfigureAwait(false)).Count;

    private async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await database.ReadAsync(statement, read, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(statements, cancellationToken).ConfigureAwait(false);
    }
}
