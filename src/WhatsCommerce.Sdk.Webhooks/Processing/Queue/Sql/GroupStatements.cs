namespace WhatsCommerce.Webhooks;

/// <summary>
/// Stores many appends, and the results of many leases, in PostgreSQL with a few statements, independent of their number.
/// </summary>
/// <remarks>
/// Conversations are locked in the order of their ids, as everywhere; each further statement sees what was committed before it got the
/// locks. Rows are looked up one by one by key, and changed by their ctid, which does not change while they are locked: <c>offset 0</c>
/// prevents the planner from joining whole tables. An event is looked up as the first from its number on, since only one index has that
/// order: the planner might choose the other index, which is slow for a long conversation.
/// </remarks>
internal sealed class GroupStatements(WhatsCommerceDatabase database)
{
    private const string Now = "(extract(epoch from statement_timestamp()) * 1000)::bigint";

    private readonly string _upsert = $"""
        insert into {database.Table(QueueTables.Conversations)} as c
            (id, lane, tenant, version, fence, ready_at, holds, waiting, waiting_since)
        select id, lane, tenant, 1, 0, now, 0, waiting, now
        from unnest($1, $2, $3, $4) as a (id, lane, tenant, waiting), (select {Now} as now) n
        {QueueStatements.WhereThere}
        """;

    private readonly string _insert = $"""
        insert into {database.Table(QueueTables.Events)}
            (conversation, event, endpoint, event_key, body, received_at, due_at, retries)
        select conversation, event, endpoint, event_key, body, now, 0, 0
        from unnest($1, $2, $3, $4, $5) as a (conversation, event, endpoint, event_key, body), (select {Now} as now) n
        on conflict (conversation, event) do nothing
        """;

    private readonly string _lock = $"""
        select 1 from {database.Table(QueueTables.Conversations)} where id = any($1) order by id for update
        """;

    private readonly string _delete = $"""
        delete from {database.Table(QueueTables.Events)} where ctid = any(array(
            select e.ctid
            from unnest($1, $2, $3, $4) as d (id, fence, owner, sequence)
            cross join lateral ({Owned(database)} offset 0) c
            cross join lateral (
                select ctid, sequence from {database.Table(QueueTables.Events)}
                where conversation = d.id and sequence >= d.sequence order by sequence limit 1) e
            where e.sequence = d.sequence))
        """;

    // Both conditions are needed. The version, because the statement does not see an append that was not committed when it began. The
    // events, because a lease that overlapped with an append may have its version and not its events.
    private readonly string _deleteEmpty = $"""
        delete from {database.Table(QueueTables.Conversations)} where ctid = any(array(
            select c.ctid
            from unnest($1, $2, $3, $4) as d (id, fence, owner, version)
            cross join lateral ({Owned(database)} and version = d.version
                and not exists (select 1 from {database.Table(QueueTables.Events)} where conversation = d.id) offset 0) c))
        """;

    private readonly string _release = $"""
        with held as materialized (
            select c.ctid as place, d.*
            from unnest($1, $2, $3, $4, $5, $6)
                as d (id, fence, owner, held, put_off, done)
            cross join lateral ({Owned(database)} offset 0) c)
        update {database.Table(QueueTables.Conversations)} c set owner = null, holds = case when d.held > 0 then 1 else 0 end,
            waiting = greatest(c.waiting - d.done, 1),
            waiting_since = coalesce(
                (select received_at from {database.Table(QueueTables.Events)} where conversation = c.id order by sequence limit 1),
                c.waiting_since),
            ready_at = case when d.held > 0 then {Now} + d.held
                when d.put_off > 0 then greatest(
                    {Now}, coalesce((select min(due_at) from {database.Table(QueueTables.Events)} where conversation = c.id), 0))
                else {Now} end
        from held d where c.ctid = any(array(select place from held)) and c.ctid = d.place
        """;

    /// <param name="conversations">The conversations in their order, each with its first event and the number of its events.</param>
    /// <param name="events">The events.</param>
    public IEnumerable<DatabaseStatement> Append(
        (QueuedEvent First, long Count)[] conversations, IReadOnlyCollection<QueuedEvent> events) =>
    [
        new(
            _upsert,
            Ids(conversations, static one => one.First.Conversation),
            Numbers(conversations, static one => (long)one.First.Lane),
            Numbers(conversations, static one => one.First.Tenant),
            Numbers(conversations, static one => one.Count)),
        new(
            _insert,
            Ids(events, static one => one.Conversation),
            Ids(events, static one => one.EventId),
            DatabaseValue.FromTexts([.. events.Select(static one => one.EndpointName)]),
            DatabaseValue.FromTexts([.. events.Select(static one => one.EventKey)]),
            DatabaseValue.FromBlobs([.. events.Select(static one => one.Body.ToArray())])),
    ];

    /// <param name="finished">The leases, in the order of their conversations.</param>
    /// <param name="retry">Postpones the failed events of a lease.</param>
    public IEnumerable<DatabaseStatement> Finish(
        (ConversationLease Lease, ConversationOutcome Outcome)[] finished,
        Func<(ConversationLease Lease, ConversationOutcome Outcome), IEnumerable<DatabaseStatement>> retry)
    {
        yield return new(_lock, Ids(finished, static one => one.Lease.Conversation)) { PrefersIndexes = true };
        (ConversationLease Lease, long Sequence)[] done =
            [.. finished.SelectMany(static one => one.Outcome.Done.Select(sequence => (one.Lease, sequence)))];
        if (done.Length > 0)
        {
            yield return new(
                _delete,
                Ids(done, static one => one.Lease.Conversation),
                Numbers(done, static one => one.Lease.Fence),
                Ids(done, static one => one.Lease.Owner),
                Numbers(done, static one => one.Sequence));
        }

        foreach (DatabaseStatement statement in finished.SelectMany(retry))
        {
            yield return statement;
        }

        ConversationLease[] empty = [.. finished.Where(static one => one.Outcome.Retried.Count == 0).Select(static one => one.Lease)];
        if (empty.Length > 0)
        {
            yield return new(
                _deleteEmpty,
                Ids(empty, static one => one.Conversation),
                Numbers(empty, static one => one.Fence),
                Ids(empty, static one => one.Owner),
                Numbers(empty, static one => one.Version));
        }

        yield return new(
            _release,
            Ids(finished, static one => one.Lease.Conversation),
            Numbers(finished, static one => one.Lease.Fence),
            Ids(finished, static one => one.Lease.Owner),
            Numbers(finished, static one => (long)Math.Ceiling((one.Outcome.HeldFor ?? TimeSpan.Zero).TotalMilliseconds)),
            Numbers(finished, static one => QueueStatements.MayBePutOff(one.Lease, one.Outcome) ? 1L : 0),
            Numbers(finished, static one => (long)one.Outcome.Done.Count));
    }

    // Not "owner =", which could use the index of owners: it has an entry for each conversation that was leased at once.
    private static string Owned(WhatsCommerceDatabase database) => $"""
        select ctid from {database.Table(QueueTables.Conversations)}
        where id = d.id and fence = d.fence and owner is not distinct from d.owner
        """;

    private static DatabaseValue Ids<T>(IEnumerable<T> items, Func<T, Guid> value) => DatabaseValue.FromIds([.. items.Select(value)]);

    private static DatabaseValue Numbers<T>(IEnumerable<T> items, Func<T, long> value) =>
        DatabaseValue.FromNumbers([.. items.Select(value)]);
}
