namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about sends. Where a statement has a key, an attempt and the time, they are $1, $2 and $3.</summary>
internal sealed class SendStatements(Tables tables)
{
    /// <summary>Stores an intent, unless the key is taken. $4 recipient, $5 content, $6 callback data, $7 end of the lease.</summary>
    public string TryBegin { get; } = $"""
        insert into {tables.Sends}
            (key, attempt, created_at, changed_at, recipient, content, callback_data, lease_until, state)
        values ($1, $2, $3, $3, $4, $5, $6, $7, 'begun')
        on conflict (key) do nothing
        """;

    /// <summary>Reads the send that has taken the key.</summary>
    public string Read { get; } = $"""
        select
            case when state <> 'begun' or attempt = $2 then state when lease_until > $3 then 'under_way' else 'unknown' end,
            recipient, content, message_id, receipt, changed_at
        from {tables.Sends} where key = $1
        """;

    // The attempt decides, not the end of the lease: as long as nobody else claimed the key, the result of a late sender counts.

    /// <summary>Records that it was sent, even if a status reported it first. $4 the message's id, $5 the receipt.</summary>
    public string Complete { get; } = $"""
        update {tables.Sends} set state = 'sent', message_id = $4, receipt = $5, changed_at = $3 where key = $1 and attempt = $2
        """;

    /// <summary>Frees a key. $1 the key, $2 the attempt.</summary>
    public string Release { get; } = $"delete from {tables.Sends} where key = $1 and attempt = $2 and state <> 'sent'";

    /// <summary>Records that the outcome is unknown.</summary>
    public string MarkUnknown { get; } = $"""
        update {tables.Sends} set state = 'unknown', changed_at = $3 where key = $1 and attempt = $2 and state <> 'sent'
        """;

    /// <summary>Settles an open send. $1 the key, $2 the message's id, $3 the time.</summary>
    public string ResolveAsSent { get; } = $"""
        update {tables.Sends} set state = 'sent', message_id = $2, changed_at = $3 where key = $1 and state <> 'sent'
        """;

    /// <summary>
    /// Settles the only open send with the callback data $1, if no other send has it. $2 the message's id, $3 the time, $4 its recipients
    /// as a JSON array.
    /// </summary>
    public string ResolveByCallbackData { get; } = $"""
        update {tables.Sends} as s set state = 'sent', message_id = $2, changed_at = $3
        where s.callback_data = $1 and s.state <> 'sent'
            and ($4 = '[]' or s.recipient in (select value from json_each($4)))
            and not exists (select 1 from {tables.Sends} as o where o.callback_data = $1 and o.key <> s.key)
        """;

    /// <summary>Frees a key whose outcome is unknown. $1 the key, $2 the time.</summary>
    public string ResolveAsNotSent { get; } = $"""
        delete from {tables.Sends} where key = $1 and (state = 'unknown' or (state = 'begun' and lease_until <= $2))
        """;

    /// <summary>Removes the sends to recipients. $1 their hashes as a JSON array.</summary>
    public string Forget { get; } = $"""
        delete from {tables.Sends} where state = 'sent' and recipient in (select value from json_each($1))
        """;

    /// <summary>Removes a batch of sends that are older than the retention. $1 its beginning, $2 the maximum number of rows.</summary>
    public string Purge { get; } = $"""
        delete from {tables.Sends} where key in (
            select key from {tables.Sends} where created_at < $1 and changed_at < $1 and state = 'sent' order by created_at limit $2)
        """;
}
