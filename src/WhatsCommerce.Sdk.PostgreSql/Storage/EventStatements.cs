namespace WhatsCommerce.Webhooks;

/// <summary>What is said to the database about events. $1 is the key, $2 the token wherever there is one.</summary>
/// <remarks>
/// The time is the database's, so that instances need not agree on theirs: <c>clock_timestamp()</c>, because <c>now()</c> stands still within
/// a transaction and while a statement waits for a row.
/// </remarks>
internal sealed class EventStatements(Tables tables)
{
    /// <summary>
    /// Claims a key and counts the attempt, or tells the state that stands against it; no row when another instance made the row at this
    /// moment. $3 event, $4 handler, $5 lease.
    /// </summary>
    /// <remarks>
    /// What is settled is only read: redeliveries ask about a thousand events of which one failed. Else the row is locked by the conflict,
    /// which also waits for a transaction that is about to complete the claim, and only then judged.
    /// </remarks>
    public string TryBegin { get; } = $"""
        with seen as (select state from {tables.Events} where key = $1),
        claim as (
            insert into {tables.Events} as e (key, event, handler, state, token, attempts, lease_until, created_at, changed_at)
            select $1, $3, $4, 'claimed', $2, 1, clock_timestamp() + $5, clock_timestamp(), clock_timestamp()
            where not exists (select from seen where state in ('completed', 'dead'))
            on conflict (key) do update
            set state = 'claimed', token = excluded.token, attempts = e.attempts + 1, lease_until = clock_timestamp() + $5, changed_at = clock_timestamp()
            where e.state = 'free' or (e.state = 'claimed' and e.lease_until <= clock_timestamp())
            returning attempts
        )
        select attempts, null from claim
        union all
        select 0, state from seen where not exists (select from claim)
        """;

    // The token alone decides, not the end of the lease: as long as nobody else took the key, the late owner's work counts.

    /// <summary>Settles a claim as completed.</summary>
    public string Complete { get; } = $"""
        update {tables.Events} set state = 'completed', error = null, changed_at = clock_timestamp()
        where key = $1 and token = $2 and state in ('claimed', 'completed')
        """;

    /// <summary>Settles a claim as dead.</summary>
    public string MarkDead { get; } = $"""
        update {tables.Events} set state = 'dead', changed_at = clock_timestamp()
        where key = $1 and token = $2 and state in ('claimed', 'dead')
        """;

    /// <summary>Gives a claim back. $3 the error.</summary>
    public string Abandon { get; } = $"""
        update {tables.Events} set state = 'free', token = null, error = $3, changed_at = clock_timestamp()
        where key = $1 and token = $2 and state = 'claimed'
        """;

    /// <summary>
    /// Lengthens a claim. $3 the lease. Settled by this very claim counts as held: a renewal may have waited for the transaction in which
    /// its own handler completed it.
    /// </summary>
    public string Renew { get; } = $"""
        update {tables.Events} set lease_until = clock_timestamp() + $3, changed_at = clock_timestamp()
        where key = $1 and token = $2
        """;

    /// <summary>
    /// The same without waiting for whoever locks the row, which may be the handler's own transaction: one row that tells whether the claim
    /// was lengthened, and whether it holds. $3 the lease.
    /// </summary>
    public string RenewAtOnce { get; } = $"""
        with mine as (select key from {tables.Events} where key = $1 and token = $2 for no key update skip locked),
        renewed as (
            update {tables.Events} as e set lease_until = clock_timestamp() + $3, changed_at = clock_timestamp()
            from mine where e.key = mine.key returning 1
        )
        select exists (select from renewed), exists (select from {tables.Events} where key = $1 and token = $2)
        """;

    /// <summary>Makes a dead key free.</summary>
    public string Revive { get; } = $"""
        update {tables.Events} set state = 'free', token = null, attempts = 0, changed_at = clock_timestamp()
        where key = $1 and state = 'dead'
        """;

    /// <summary>
    /// Removes some of what is too old. $1 the retention, $2 how many at most. Instances that purge at the same time take different rows,
    /// and nobody waits for a row in use.
    /// </summary>
    public string Purge { get; } = $"""
        delete from {tables.Events} where key = any(array(
            select key from {tables.Events}
            where created_at < now() - $1 and changed_at < now() - $1 and (state <> 'claimed' or lease_until < now())
            order by created_at limit $2 for update skip locked))
        """;

    /// <summary>Does nothing, but needs all that the others need: tables, columns, rights, and a server that takes writes.</summary>
    public string Check { get; } = $"""
        with added as (insert into {tables.Events} select * from {tables.Events} where false returning 1),
        changed as (update {tables.Events} set error = null where false returning 1),
        removed as (delete from {tables.Events} where false returning 1)
        select max(version) from {tables.Versions}
        """;
}
