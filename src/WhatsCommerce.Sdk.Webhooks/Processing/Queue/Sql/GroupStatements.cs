using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>What becomes of many leases at once, in PostgreSQL: a few statements, however many they are.</summary>
/// <remarks>
/// Lists are texts with commas. Conversations are locked in the order of their ids, as everywhere; each further statement sees what was
/// committed before it got the locks. Rows are found one by one, each by its key, and changed by their places, which stay as they are
/// behind the locks: <c>offset 0</c> keeps the planner from a join of whole tables, and pairs are compared where the other index would do for
/// a short conversation, but not for a long one.
/// </remarks>
internal sealed class GroupStatements(WhatsCommerceDatabase database)
{
    private const string Now = "(extract(epoch from statement_timestamp()) * 1000)::bigint";

    private readonly string _lock = $"""
        select 1 from {database.Table(QueueTables.Conversations)} where id = any({List(1, "uuid")}) order by id for update
        """;

    private readonly string _delete = $"""
        delete from {database.Table(QueueTables.Events)} where ctid = any(array(
            select e.ctid
            from unnest({List(1, "uuid")}, {List(2, "bigint")}, {List(3, "uuid")}, {List(4, "bigint")}) as d (id, fence, owner, sequence)
            cross join lateral ({Owned(database)} offset 0) c
            cross join lateral (
                select ctid from {database.Table(QueueTables.Events)}
                where (conversation, sequence) >= (d.id, d.sequence) and (conversation, sequence) <= (d.id, d.sequence) offset 0) e))
        """;

    // Both conditions are needed. Without the version: an append that was not committed when the statement began is not seen by it. Without
    // the look at the events: a lease that met an append may have its version and not its events.
    private readonly string _deleteEmpty = $"""
        delete from {database.Table(QueueTables.Conversations)} where ctid = any(array(
            select c.ctid
            from unnest({List(1, "uuid")}, {List(2, "bigint")}, {List(3, "uuid")}, {List(4, "bigint")}) as d (id, fence, owner, version)
            cross join lateral ({Owned(database)} and version = d.version
                and not exists (select 1 from {database.Table(QueueTables.Events)} where conversation = d.id) offset 0) c))
        """;

    private readonly string _release = $"""
        with held as materialized (
            select c.ctid as place, d.*
            from unnest({List(1, "uuid")}, {List(2, "bigint")}, {List(3, "uuid")}, {List(4, "bigint")}, {List(5, "bigint")}, {List(6, "bigint")})
                as d (id, fence, owner, held, put_off, done)
            cross join lateral ({Owned(database)} offset 0) c)
        update {database.Table(QueueTables.Conversations)} c set owner = null, holds = case when d.held > 0 then 1 else 0 end,
            waiting = greatest(c.waiting - d.done, 1),
            waiting_since = coalesce(
                (select received_at from {database.Table(QueueTables.Events)}
                    where conversation = c.id and (conversation, sequence) >= (c.id, 0) order by sequence limit 1),
                c.waiting_since),
            ready_at = case when d.held > 0 then {Now} + d.held
                when d.put_off > 0 then greatest(
                    {Now}, coalesce((select min(due_at) from {database.Table(QueueTables.Events)} where conversation = c.id), 0))
                else {Now} end
        from held d where c.ctid = any(array(select place from held)) and c.ctid = d.place
        """;

    /// <param name="finished">The leases, in the order of their conversations.</param>
    /// <param name="retry">Puts off the events of a lease that failed.</param>
    public IEnumerable<DatabaseStatement> Finish(
        (ConversationLease Lease, ConversationOutcome Outcome)[] finished,
        Func<(ConversationLease Lease, ConversationOutcome Outcome), IEnumerable<DatabaseStatement>> retry)
    {
        yield return new(_lock, Join(finished, static one => one.Lease.Conversation)) { PrefersIndexes = true };
        (ConversationLease Lease, long Sequence)[] done =
            [.. finished.SelectMany(static one => one.Outcome.Done.Select(sequence => (one.Lease, sequence)))];
        if (done.Length > 0)
        {
            yield return new(
                _delete,
                Join(done, static one => one.Lease.Conversation),
                Join(done, static one => one.Lease.Fence),
                Join(done, static one => one.Lease.Owner),
                Join(done, static one => one.Sequence));
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
                Join(empty, static one => one.Conversation),
                Join(empty, static one => one.Fence),
                Join(empty, static one => one.Owner),
                Join(empty, static one => one.Version));
        }

        yield return new(
            _release,
            Join(finished, static one => one.Lease.Conversation),
            Join(finished, static one => one.Lease.Fence),
            Join(finished, static one => one.Lease.Owner),
            Join(finished, static one => (long)Math.Ceiling((one.Outcome.HeldFor ?? TimeSpan.Zero).TotalMilliseconds)),
            Join(finished, static one => QueueStatements.MayBePutOff(one.Lease, one.Outcome) ? 1L : 0),
            Join(finished, static one => (long)one.Outcome.Done.Count));
    }

    private static string Owned(WhatsCommerceDatabase database) => $"""
        select ctid from {database.Table(QueueTables.Conversations)} where id = d.id and fence = d.fence and owner = d.owner
        """;

    private static string List(int parameter, string type) =>
        FormattableString.Invariant($"string_to_array(${parameter}, ',')::{type}[]");

    private static DatabaseValue Join<T>(IEnumerable<T> items, Func<T, Guid> value) => string.Join(',', items.Select(value));

    private static DatabaseValue Join<T>(IEnumerable<T> items, Func<T, long> value) =>
        string.Join(',', items.Select(one => value(one).ToString(CultureInfo.InvariantCulture)));
}
