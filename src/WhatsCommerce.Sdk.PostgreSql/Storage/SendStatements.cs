namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about sends. Where a statement has a key and an attempt, they are $1 and $2.</summary>
/// <remarks>Times are from the database's clock; see <see cref="EventStatements"/>.</remarks>
internal sealed class SendStatements(Tables tables)
{
    /// <summary>
    /// Stores an intent, or reads the send that has taken the key; no row when another instance stored one at the same moment. $3
    /// recipient, $4 content, $5 callback data, $6 lease.
    /// </summary>
    public string TryBegin { get; } = $"""
        with added as (
            insert into {tables.Sends} (key, state, attempt, recipient, content, callback_data, lease_until, created_at, changed_at)
            values ($1, 'begun', $2, $3, $4, $5, clock_timestamp() + $6, clock_timestamp(), clock_timestamp())
            on conflict (key) do nothing
            returning 1
        )
        select 'begun', null::text, null::text, null::text, null::bytea, null::timestamptz from added
        union all
        select
            case when state <> 'begun' or attempt = $2 then state when lease_until > clock_timestamp() then 'under_way' else 'unknown' end,
            recipient, content, message_id, receipt, changed_at
        from {tables.Sends} where key = $1 and not exists (select from added)
        """;

    // The attempt decides, not the end of the lease: as long as nobody else claimed the key, the result of a late sender counts.

    /// <summary>Records that it was sent, even if a status reported it first. $3 the message's id, $4 the receipt.</summary>
    public string Complete { get; } = $"""
        update {tables.Sends} set state = 'sent', message_id = $3, receipt = $4, changed_at = clock_timestamp()
        where key = $1 and attempt = $2
        """;

    /// <summary>Frees a key.</summary>
    public string Release { get; } = $"delete from {tables.Sends} where key = $1 and attempt = $2 and state <> 'sent'";

    /// <summary>Records that the outcome is unknown.</summary>
    public string MarkUnknown { get; } = $"""
        update {tables.Sends} set state = 'unknown', changed_at = clock_timestamp()
        where key = $1 and attempt = $2 and state <> 'sent'
        """;

    /// <summary>Settles an open send. $2 the message's id.</summary>
    public string ResolveAsSent { get; } = $"""
        update {tables.Sends} set state = 'sent', message_id = $2, changed_at = clock_timestamp()
        where key = $1 and state <> 'sent'
        """;

    /// <summary>
    /// Settles the only open send with the callback data $1, if no other send has it. $2 the message's id, $3 its recipients.
    /// </summary>
    public string ResolveByCallbackData { get; } = $"""
        update {tables.Sends} as s set state = 'sent', message_id = $2, changed_at = clock_timestamp()
        where s.callback_data = $1 and s.state <> 'sent' and (cardinality($3) = 0 or s.recipient = any($3))
            and not exists (select from {tables.Sends} as o where o.callback_data = $1 and o.key <> s.key)
        """;

    /// <summary>Frees a key whose outcome is unknown.</summary>
    public string ResolveAsNotSent { get; } = $"""
        delete from {tables.Sends} where key = $1 and (state = 'unknown' or (state = 'begun' and lease_until <= clock_timestamp()))
        """;

    /// <summary>Removes the sends to recipients. $1 their hashes.</summary>
    public string Forget { get; } = $"delete from {tables.Sends} where state = 'sent' and recipient = any($1)";

    /// <summary>Removes a batch of sends that are older than the retention. $1 the retention, $2 the maximum number of rows.</summary>
    public string Purge { get; } = $"""
        delete from {tables.Sends} where key = any(array(
            select key from {tables.Sends}
            where created_at < now() - $1 and changed_at < now() - $1 and state = 'sent'
            order by created_at limit $2 for update skip locked))
        """;
}
