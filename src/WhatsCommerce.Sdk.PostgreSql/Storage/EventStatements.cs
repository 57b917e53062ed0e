namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about events. Where a statement has a key and a token, they are $1 and $2.</summary>
/// <remarks>
/// Times are from the database's clock, so that the clocks of the instances need not agree: <c>clock_timestamp()</c>, because <c>now()</c>
/// does not advance within a transaction, nor while a statement waits for a row.
/// </remarks>
internal sealed class EventStatements(Tables tables)
{
    /// <summary>
    /// Claims a key and counts the attempt, or returns the state that prevents the claim; no row when another instance inserted the row at
    /// the same moment. $3 event, $4 handler, $5 lease.
    /// </summary>
    /// <remarks>
    /// Settled rows are only read: a redelivery may contain a thousand events of which one failed. Otherwise the conflict locks the row,
    /// which also waits for a transaction that is about to complete the claim, and only then the state is checked.
    /// </remarks>
    public string TryBegin { get; } = $"""
        with seen as (select state from {tables.Events} where key = $1),
        claim as (
            insert into {tables.Events} as e (key, event, handler, state, token, attempts, lease_until, created_at, changed_at)
            select $1, $3, $4, 'claimed', $2, 1, clock_timestamp() + $5, clock_timestamp(), clock_timestamp()
            where not exists (select from seen where state in ('completed', 'dead'))
            on conflict (key) do update
            set state = 'claimed', token = excluded.token, attempts = e.attempts + 1,
                lease_until = clock_timestamp() + $5, changed_at = clock_timestamp()
            where e.state = 'free' or (e.state = 'claimed' and e.lease_until <= clock_timestamp())
            returning attempts
        )
        select attempts, null from claim
        union all
        select 0, state from seen where not exists (select from claim)
        """;

    /// <summary>
    /// Claims those of many keys that are new. Returns the tokens of those, and of keys that are settled, with whether they were claimed.
    /// Waits for no existing row: a conflict would wait for a transaction that completes it. $1 keys, in order, $2 tokens, $3 events, $4
    /// handlers, $5 leases.
    /// </summary>
    public string BeginNew { get; } = $"""
        with asked as materialized (
            select a.*, seen.state from unnest($1, $2, $3, $4, $5) as a (key, token, event, handler, lease)
            left join lateral (select e.state from {tables.Events} e where e.key = a.key offset 0) seen on true),
        claim as (
            insert into {tables.Events} (key, event, handler, state, token, attempts, lease_until, created_at, changed_at)
            select key, event, handler, 'claimed', token, 1, clock_timestamp() + lease, clock_timestamp(), clock_timestamp()
            from asked where state is null
            on conflict (key) do nothing returning token
        )
        select token, true from claim
        union all
        select token, false from asked where state in ('completed', 'dead')
        """;

    // Only the token decides, not the end of the lease: as long as nobody else claimed the key, the result of a late owner counts.

    /// <summary>Settles a claim as completed.</summary>
    public string Complete { get; } = $"""
        update {tables.Events} set state = 'completed', error = null, changed_at = clock_timestamp()
        where key = $1 and token = $2 and state in ('claimed', 'completed')
        """;

    /// <summary>Settles claims as completed. Returns the tokens of those that were found and still held. $1 keys, $2 tokens.</summary>
    /// <remarks>Updates by ctid, so that each row is found by its key: a row that a renewal moves meanwhile may be missed.</remarks>
    public string CompleteAll { get; } = $"""
        update {tables.Events} set state = 'completed', error = null, changed_at = clock_timestamp()
        where ctid = any(array(
            select e.ctid from unnest($1, $2) as asked (key, token)
            cross join lateral (select ctid from {tables.Events} where key = asked.key and token = asked.token offset 0) e))
            and token = any($2) and state in ('claimed', 'completed')
        returning token, true
        """;

    /// <summary>Settles a claim as dead.</summary>
    public string MarkDead { get; } = $"""
        update {tables.Events} set state = 'dead', changed_at = clock_timestamp()
        where key = $1 and token = $2 and state in ('claimed', 'dead')
        """;

    /// <summary>Releases a claim. $3 the error.</summary>
    public string Abandon { get; } = $"""
        update {tables.Events} set state = 'free', token = null, error = $3, changed_at = clock_timestamp()
        where key = $1 and token = $2 and state = 'claimed'
        """;

    /// <summary>
    /// Extends a claim. $3 the lease. A key that was settled by this same claim counts as held: a renewal may have waited for the
    /// transaction in which its own handler completed it.
    /// </summary>
    public string Renew { get; } = $"""
        update {tables.Events} set lease_until = clock_timestamp() + $3, changed_at = clock_timestamp()
        where key = $1 and token = $2
        """;

    /// <summary>
    /// Extends a claim without waiting for a transaction that locks the row, which may be the handler's own. Returns one row: whether the
    /// claim was extended, and whether it holds. $3 the lease.
    /// </summary>
    public string RenewAtOnce { get; } = $"""
        with mine as (select key from {tables.Events} where key = $1 and token = $2 for no key update skip locked),
        renewed as (
            update {tables.Events} as e set lease_until = clock_timestamp() + $3, changed_at = clock_timestamp()
            from mine where e.key = mine.key returning 1
        )
        select exists (select from renewed), exists (select from {tables.Events} where key = $1 and token = $2)
        """;

    /// <summary>Frees a dead key.</summary>
    public string Revive { get; } = $"""
        update {tables.Events} set state = 'free', token = null, attempts = 0, changed_at = clock_timestamp()
        where key = $1 and state = 'dead'
        """;

    /// <summary>Clears the readable event if it contains a text. $1 the text.</summary>
    public string Forget { get; } = $"update {tables.Events} set event = '' where strpos(event, $1) > 0";

    /// <summary>
    /// Removes a batch of old rows. $1 the retention, $2 the maximum number of rows. Instances that purge concurrently take different rows,
    /// and none waits for a row in use.
    /// </summary>
    public string Purge { get; } = $"""
        delete from {tables.Events} where key = any(array(
            select key from {tables.Events}
            where created_at < now() - $1 and changed_at < now() - $1 and (state <> 'claimed' or lease_until < now())
            order by created_at limit $2 for update skip locked))
        """;

    /// <summary>
    /// Changes nothing, but requires what the other statements require: tables, columns, permissions, and a server that accepts writes.
    /// </summary>
    public string Check { get; } = $"""
        with added as (insert into {tables.Events} select * from {tables.Events} where false returning 1),
        changed as (update {tables.Events} set error = null where false returning 1),
        removed as (delete from {tables.Events} where false returning 1)
        select max(version) from {tables.Versions}
        """;
}
