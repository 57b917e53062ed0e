using System.Data.Common;

namespace WhatsCommerce.Webhooks;

/// <summary>The statements of a delivery queue.</summary>
/// <remarks>
/// Conversations are always locked in the order of their ids, and a conversation before its events, to prevent deadlocks. PostgreSQL uses
/// the clock of the database, SQLite that of the app.
/// </remarks>
internal sealed class QueueStatements(WhatsCommerceDatabase database, TimeProvider time)
{
    /// <summary>
    /// The maximum number of events of a conversation that are leased at once. One in the lane of accounts, whose bodies may be large.
    /// </summary>
    public const int MostEvents = 16;

    /// <summary>The changes that an append makes to an existing conversation <c>c</c>.</summary>
    public const string WhereThere = """
        on conflict (id) do update set version = c.version + 1, waiting = c.waiting + excluded.waiting, ready_at =
            case when c.owner is null and c.holds = 0 and c.ready_at > excluded.ready_at then excluded.ready_at else c.ready_at end
        """;

    private readonly string _upsert = $"""
        insert into {Conversations(database)} as c (id, lane, tenant, version, fence, ready_at, holds, waiting, waiting_since)
        values ($1, $2, $3, 1, 0, $5, 0, $4, $5) {WhereThere}
        """;

    private readonly string _insert = $"""
        insert into {Events(database)} (conversation, event, endpoint, event_key, body, received_at, due_at, retries)
        values ($1, $2, $3, $4, $5, $6, 0, 0)
        on conflict (conversation, event) do nothing
        """;

    // Walks from tenant to tenant along the index, however many conversations each has, and takes an equal share of each.
    private readonly string _lease = $"""
        with recursive walk as (
            select (select c.tenant from {Conversations(database)} c
                where c.lane = $1 and c.tenant >= $2 and c.ready_at <= {Now(database, 6)} order by c.tenant limit 1) as tenant
            union all
            select (select c.tenant from {Conversations(database)} c
                where c.lane = $1 and c.tenant > w.tenant and c.ready_at <= {Now(database, 6)} order by c.tenant limit 1)
            from walk w where w.tenant is not null),
        tenants as (select tenant from walk where tenant is not null limit $3),
        picked as ({Pick(database)})
        update {Conversations(database)} set fence = fence + 1, owner = $4, ready_at = {Now(database, 6)} + $5
        where {(IsPostgreSql(database) ? "id = any(array(select id from picked))" : "id in (select id from picked)")}
        returning tenant
        """;

    private readonly string _read = $"""
        select c.id, c.lane, c.tenant, c.fence, c.version,
            e.sequence, e.endpoint, e.event_key, e.body, e.retries, {Now(database, 3)} - e.received_at
        from {Conversations(database)} c left join {FirstEvents(database)}
        where c.owner = $1 order by c.ready_at, c.id, e.sequence
        """;

    // PostgreSQL finds the rows by their owner, and locks them by their ids.
    private readonly string _renew = $"""
        update {Conversations(database)} set ready_at = {Now(database, 3)} + $2
        where {(IsPostgreSql(database)
            ? $"""
                id = any(array(
                    select id from {Conversations(database)}
                    where id = any(array(select id from {Conversations(database)} where owner = $1)) and owner = $1
                    order by id for update))
                """
            : "owner = $1")}
        returning id, fence
        """;

    private readonly string? _lock = IsPostgreSql(database)
        ? $"select 1 from {Conversations(database)} where id = $1 for update"
        : null;

    private readonly GroupStatements? _group = IsPostgreSql(database) ? new(database) : null;

    private readonly string _delete = $"""
        delete from {Events(database)} where conversation = $1
            and sequence in (select value from json_each('[' || $4 || ']')) and {IsOwned(database)}
        """;

    private readonly string _retry = $"""
        update {Events(database)} set retries = retries + 1, due_at = case when $5 > 0 then {Now(database, 6)} + $5 else 0 end
        where {IsEvent(database)} and {IsOwned(database)}
        """;

    // Both conditions are needed. The version, because the statement does not see an append that was not committed when it began. The
    // events, because a lease that overlapped with an append may have its version and not its events.
    private readonly string _deleteEmpty = $"""
        delete from {Conversations(database)} where id = $1 and fence = $2 and owner = $3 and version = $4
            and not exists (select 1 from {Events(database)} where conversation = $1)
        """;

    private readonly string _release = $"""
        update {Conversations(database)} set owner = null, holds = case when $4 > 0 then 1 else 0 end,
            waiting = max(waiting - $6, 1),
            waiting_since = coalesce(
                (select received_at from {Events(database)} where conversation = $1 order by sequence limit 1), waiting_since),
            ready_at = case when $4 > 0 then {Now(database, 7)} + $4
                when $5 > 0 then
                    max({Now(database, 7)}, coalesce((select min(due_at) from {Events(database)} where conversation = $1), 0))
                else {Now(database, 7)} end
        where id = $1 and fence = $2 and owner = $3
        """;

    private readonly string _find = $"select distinct conversation from {Events(database)} where {Mentions(database, 1)}";

    private readonly string _forget = $"delete from {Events(database)} where conversation = $1 and ({Mentions(database, 2)})";

    // While the lock is held, no append to the conversation is in progress. A leased conversation is removed when it is finished.
    private readonly string _deleteForgotten = $"""
        delete from {Conversations(database)} where id = $1 and owner is null
            and not exists (select 1 from {Events(database)} where conversation = $1)
        """;

    private readonly string _recount = $"""
        update {Conversations(database)} set waiting =
            {Greatest(database, $"(select count(*) from {Events(database)} where conversation = $1)", "1")}
        where id = $1
        """;

    private readonly string _measure = $"""
        select lane, cast(sum(waiting) as bigint), count(*), count(owner), {Now(database, 1)} - min(waiting_since)
        from {Conversations(database)} group by lane
        """;

    /// <summary>Returns the statements that store events: conversations are locked in order before a number is drawn.</summary>
    public IEnumerable<DatabaseStatement> Append(IReadOnlyCollection<QueuedEvent> events)
    {
        (QueuedEvent First, long Count)[] conversations =
        [
            .. events.GroupBy(static one => one.Conversation).OrderBy(static one => one.Key)
                .Select(static one => (one.First(), (long)one.Count())),
        ];
        return _group?.Append(conversations, events) ??
        [
            .. conversations.Select(one => new DatabaseStatement(
                _upsert, (Guid?)one.First.Conversation, (long?)one.First.Lane, (long?)one.First.Tenant, (long?)one.Count, Clock)),
            .. events.Select(one => new DatabaseStatement(
                _insert, (Guid?)one.Conversation, (Guid?)one.EventId, one.EndpointName, one.EventKey, one.Body.ToArray(), Clock)),
        ];
    }

    /// <summary>Leases conversations, and returns the tenant of each.</summary>
    public DatabaseStatement Lease(DeliveryLane lane, long fromTenant, int limit, Guid owner, TimeSpan lease) =>
        new(_lease, (long?)lane, (long?)fromTenant, (long?)limit, (Guid?)owner, Milliseconds(lease), Clock) { PrefersIndexes = true };

    /// <summary>Reads the leased conversations, with the first events of each.</summary>
    public DatabaseStatement Read(DeliveryLane lane, Guid owner) =>
        new(_read, (Guid?)owner, (long?)(lane == DeliveryLane.Other ? 1 : MostEvents), Clock) { PrefersIndexes = true };

    public DatabaseStatement Renew(Guid owner, TimeSpan lease) =>
        new(_renew, (Guid?)owner, Milliseconds(lease), Clock) { PrefersIndexes = true };

    public DatabaseStatement Measure() => new(_measure, Clock);

    /// <summary>Returns the statements that store the results of leases, each of one conversation.</summary>
    public IEnumerable<DatabaseStatement> Finish(IReadOnlyCollection<(ConversationLease Lease, ConversationOutcome Outcome)> finished) =>
        _group is null
            ? finished.OrderBy(one => one.Lease.Conversation).SelectMany(one => Finish(one.Lease, one.Outcome))
            : _group.Finish(
                [.. finished.OrderBy(one => one.Lease.Conversation)],
                one => Retry(one.Lease, one.Outcome));

    private IEnumerable<DatabaseStatement> Finish(ConversationLease lease, ConversationOutcome outcome)
    {
        (DatabaseValue id, DatabaseValue fence, DatabaseValue owner) = ((Guid?)lease.Conversation, (long?)lease.Fence, (Guid?)lease.Owner);
        if (outcome.Done.Count > 0)
        {
            yield return new(
                _delete,
                id,
                fence,
                owner,
                string.Join(',', outcome.Done.Select(one => one.ToString(CultureInfo.InvariantCulture))));
        }

        foreach (DatabaseStatement retry in Retry(lease, outcome))
        {
            yield return retry;
        }

        if (outcome.Retried.Count == 0)
        {
            yield return new(_deleteEmpty, id, fence, owner, (long?)lease.Version);
        }

        yield return new(
            _release,
            id,
            fence,
            owner,
            Milliseconds(outcome.HeldFor ?? TimeSpan.Zero),
            (long?)(MayBePutOff(lease, outcome) ? 1 : 0),
            (long?)outcome.Done.Count,
            Clock);
    }

    private IEnumerable<DatabaseStatement> Retry(ConversationLease lease, ConversationOutcome outcome) => outcome.Retried.Select(
        retried => new DatabaseStatement(
            _retry,
            (Guid?)lease.Conversation,
            (long?)lease.Fence,
            (Guid?)lease.Owner,
            (long?)retried.Sequence,
            Milliseconds(outcome.HeldFor is null ? retried.Delay : TimeSpan.Zero),
            Clock));

    /// <summary>Finds the conversations with events that contain a text.</summary>
    public DatabaseStatement Find(string text) => new(_find, Encoding.UTF8.GetBytes(text), text);

    /// <summary>Returns the statements that remove such events of a conversation.</summary>
    public IEnumerable<DatabaseStatement> Forget(Guid conversation, string text)
    {
        DatabaseValue id = (Guid?)conversation;
        if (_lock is not null)
        {
            yield return new(_lock, id);
        }

        yield return new(_forget, id, Encoding.UTF8.GetBytes(text), text);
        yield return new(_deleteForgotten, id);
        yield return new(_recount, id);
    }

    public Guid ReadId(DbDataReader row, int column) =>
        IsPostgreSql(database) ? row.GetGuid(column) : new((byte[])row.GetValue(column), bigEndian: true);

    /// <summary>Gets a value indicating whether events of a conversation may be postponed when it is released.</summary>
    public static bool MayBePutOff(ConversationLease lease, ConversationOutcome outcome) =>
        outcome.Retried.Count > 0 || lease.Events.Count == 0;

    private DatabaseValue Clock => DatabaseValue.FromTime(IsPostgreSql(database) ? null : time.GetUtcNow());

    private static DatabaseValue Milliseconds(TimeSpan time) => DatabaseValue.FromNumber((long)Math.Ceiling(time.TotalMilliseconds));

    private static string Pick(WhatsCommerceDatabase database)
    {
        const string Share = "(select ($3 + count(*) - 1) / nullif(count(*), 0) from tenants)";
        return IsPostgreSql(database)
            ? $"""
                select p.id from tenants t cross join lateral (
                    select c.id from {Conversations(database)} c
                    where c.lane = $1 and c.tenant = t.tenant and c.ready_at <= {Now(database, 6)}
                    order by c.ready_at limit {Share} for update skip locked) p
                limit $3
                """
            : $"""
                select p.id from tenants t join {Conversations(database)} p on p.id in (
                    select c.id from {Conversations(database)} c
                    where c.lane = $1 and c.tenant = t.tenant and c.ready_at <= {Now(database, 6)}
                    order by c.ready_at limit {Share})
                limit $3
                """;
    }

    private static string FirstEvents(WhatsCommerceDatabase database)
    {
        string first =
            $"from {Events(database)} f where f.conversation = c.id and f.due_at <= {Now(database, 3)} order by f.sequence limit $2";
        return IsPostgreSql(database)
            ? $"lateral (select f.* {first}) e on true"
            : $"{Events(database)} e on e.conversation = c.id and e.sequence in (select f.sequence {first})";
    }

    private static string Mentions(WhatsCommerceDatabase database, int first) => IsPostgreSql(database)
        ? FormattableString.Invariant($"position(${first} in body) > 0 or strpos(coalesce(event_key, ''), ${first + 1}) > 0")
        : FormattableString.Invariant($"instr(body, ${first}) > 0 or instr(coalesce(event_key, ''), ${first + 1}) > 0");

    // In PostgreSQL as the first event from its number on, like in GroupStatements.
    private static string IsEvent(WhatsCommerceDatabase database) => IsPostgreSql(database)
        ? $"""
            sequence = $4 and ctid = (
                select ctid from {Events(database)} where conversation = $1 and sequence >= $4 order by sequence limit 1)
            """
        : "conversation = $1 and sequence = $4";

    private static string IsOwned(WhatsCommerceDatabase database) =>
        $"exists (select 1 from {Conversations(database)} where id = $1 and fence = $2 and owner = $3)";

    private static string Greatest(WhatsCommerceDatabase database, string one, string other) =>
        $"{(IsPostgreSql(database) ? "greatest" : "max")}({one}, {other})";

    // Constant within a statement, so that an index can be searched by it.
    private static string Now(WhatsCommerceDatabase database, int parameter) => IsPostgreSql(database)
        ? FormattableString.Invariant($"coalesce(${parameter}::bigint, (extract(epoch from statement_timestamp()) * 1000)::bigint)")
        : FormattableString.Invariant($"${parameter}");

    private static string Conversations(WhatsCommerceDatabase database) => database.Table(QueueTables.Conversations);

    private static string Events(WhatsCommerceDatabase database) => database.Table(QueueTables.Events);

    private static bool IsPostgreSql(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql;
}
