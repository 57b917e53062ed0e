namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about events. Where a statement has a key, a token and the time, they are $1, $2 and $3.</summary>
internal sealed class EventStatements(Tables tables)
{
    /// <summary>Reads the state of a key. $1 the key.</summary>
    public string State { get; } = $"select state from {tables.Events} where key = $1";

    /// <summary>
    /// Claims a key and counts the attempt, unless it is settled or held by another owner. $4 event, $5 handler, $6 end of the lease.
    /// </summary>
    public string TryBegin { get; } = $"""
        insert into {tables.Events} as e (key, token, changed_at, event, handler, lease_until, state, attempts, created_at)
        values ($1, $2, $3, $4, $5, $6, 'claimed', 1, $3)
        on conflict (key) do update
        set state = 'claimed', token = excluded.token, attempts = e.attempts + 1, lease_until = excluded.lease_until, changed_at = $3
        where e.state = 'free' or (e.state = 'claimed' and e.lease_until <= $3)
        returning attempts
        """;

    // Only the token decides, not the end of the lease: as long as nobody else claimed the key, the result of a late owner counts.

    /// <summary>Settles a claim as completed.</summary>
    public string Complete { get; } = $"""
        update {tables.Events} set state = 'completed', error = null, changed_at = $3
        where key = $1 and token = $2 and state in ('claimed', 'completed')
        """;

    /// <summary>Settles a claim as dead.</summary>
    public string MarkDead { get; } = $"""
        update {tables.Events} set state = 'dead', changed_at = $3 where key = $1 and token = $2 and state in ('claimed', 'dead')
        """;

    /// <summary>Releases a claim. $4 the error.</summary>
    public string Abandon { get; } = $"""
        update {tables.Events} set state = 'free', token = null, error = $4, changed_at = $3
        where key = $1 and token = $2 and state = 'claimed'
        """;

    /// <summary>
    /// Extends a claim. $4 the end of the lease. A key that was settled by this same claim counts as held: a renewal may have waited for
    /// the transaction in which its own handler completed it.
    /// </summary>
    public string Renew { get; } = $"update {tables.Events} set lease_until = $4, changed_at = $3 where key = $1 and token = $2";

    /// <summary>Frees a dead key. $1 the key, $2 the time.</summary>
    public string Revive { get; } = $"""
        update {tables.Events} set state = 'free', token = null, attempts = 0, changed_at = $2 where key = $1 and state = 'dead'
        """;

    /// <summary>Clears the readable event if it contains a text. $1 the text.</summary>
    public string Forget { get; } = $"update {tables.Events} set event = '' where instr(event, $1) > 0";

    /// <summary>Removes a batch of old rows. $1 the time, $2 the beginning of the retention, $3 the maximum number of rows.</summary>
    public string Purge { get; } = $"""
        delete from {tables.Events} where key in (
            select key from {tables.Events}
            where created_at < $2 and changed_at < $2 and (state <> 'claimed' or lease_until < $1) order by created_at limit $3)
        """;

    /// <summary>Changes nothing, but requires a writable file.</summary>
    public string Check { get; } = $"update {tables.Events} set error = null where false";
}
