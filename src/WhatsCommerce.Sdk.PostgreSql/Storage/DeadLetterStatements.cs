namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about dead letters. Where a statement has a key, it is $1.</summary>
internal sealed class DeadLetterStatements(Tables tables)
{
    private const string Columns = "key, id, given_up_at, reason, endpoint, handler, event, attempts, error, body";

    /// <summary>Inserts a letter unless it exists. The parameters are its columns in order.</summary>
    public string Append { get; } = $"""
        insert into {tables.DeadLetters} ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (key) do nothing
        """;

    /// <summary>Reads the next letters. $1 the number of the last letter of the previous page, $2 the limit.</summary>
    public string Next { get; } = $"""
        select number, id, given_up_at, reason, endpoint, handler, event, attempts, error, body
        from {tables.DeadLetters} where number > $1 order by number limit $2
        """;

    public string Remove { get; } = $"delete from {tables.DeadLetters} where key = $1";

    /// <summary>Counts the letters, and inserts none, which still requires the permission and a server that accepts writes.</summary>
    public string Count { get; } = $"""
        with added as (insert into {tables.DeadLetters} ({Columns}) select {Columns} from {tables.DeadLetters} where false returning 1)
        select count(*)::integer from {tables.DeadLetters}
        """;
}
