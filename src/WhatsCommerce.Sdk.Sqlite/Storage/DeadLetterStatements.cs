namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about dead letters. Where a statement has a key, it is $1.</summary>
internal sealed class DeadLetterStatements(Tables tables)
{
    private const string Columns = "key, id, given_up_at, reason, endpoint, handler, event, attempts, error, body";

    /// <summary>Inserts a letter unless it exists. The parameters are its columns in order.</summary>
    public string Append { get; } = $"""
        insert into {tables.DeadLetters} ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing
        """;

    /// <summary>Replaces a letter. The parameters are its columns in order.</summary>
    public string Replace { get; } = $"""
        update {tables.DeadLetters}
        set id = $2, given_up_at = $3, reason = $4, endpoint = $5, handler = $6, event = $7, attempts = $8, error = $9, body = $10
        where key = $1
        """;

    /// <summary>Reads the next letters. $1 the number of the last letter of the previous page, $2 the limit.</summary>
    public string Next { get; } = $"""
        select number, id, given_up_at, reason, endpoint, handler, event, attempts, error, body
        from {tables.DeadLetters} where number > $1 order by number limit $2
        """;

    public string Remove { get; } = $"delete from {tables.DeadLetters} where key = $1";

    /// <summary>Changes nothing, but requires a writable file.</summary>
    public string Check { get; } = $"update {tables.DeadLetters} set error = null where false";

    public string Count { get; } = $"select count(*) from {tables.DeadLetters}";
}
