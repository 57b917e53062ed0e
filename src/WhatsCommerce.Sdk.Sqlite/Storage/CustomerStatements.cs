namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about customers.</summary>
internal sealed class CustomerStatements(Tables tables)
{
    /// <summary>
    /// Reads the owner of a name: the name, the customer, since when, and which kinds of names the customer has. $1 the name.
    /// </summary>
    public string Owner { get; } = $"""
        select n.name, n.customer, n.since,
            exists (select 1 from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'user'),
            exists (select 1 from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'parent_user'),
            exists (select 1 from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'phone')
        from {tables.CustomerNames} n where n.name = $1
        """;

    /// <summary>Reads the merged customers whose handlers have not been called yet. $1 the survivor.</summary>
    public string Untold { get; } = $"""
        select key from {tables.Customers} where merged_into = $1 and merge_is_told = 0 order by key
        """;

    /// <summary>Inserts a customer. $1 the key, $2 the time.</summary>
    public string Add { get; } = $"insert into {tables.Customers} (key, created_at) values ($1, $2)";

    /// <summary>Assigns a name to a customer, whoever had it. $1 the name, $2 its kind, $3 the customer, $4 since when.</summary>
    public string Bind { get; } = $"""
        insert into {tables.CustomerNames} as n (name, kind, customer, since) values ($1, $2, $3, $4)
        on conflict (name) do update set customer = excluded.customer, since = excluded.since where n.customer <> excluded.customer
        """;

    /// <summary>Moves the names of a customer to another one. $1 the survivor, $2 the other.</summary>
    public string MergeNames { get; } = $"update {tables.CustomerNames} set customer = $1 where customer = $2";

    /// <summary>Records the merge of a customer, and of those merged into it before. $1 the survivor, $2 the other.</summary>
    public string Merge { get; } = $"update {tables.Customers} set merged_into = $1 where key = $2 or merged_into = $2";

    /// <summary>Records that the handlers of a merge were called. $1 the merged key, $2 the survivor that was passed to them.</summary>
    public string MarkTold { get; } = $"update {tables.Customers} set merge_is_told = 1 where key = $1 and merged_into = $2";

    /// <summary>Follows merges. $1 the key.</summary>
    public string Current { get; } = $"select coalesce(merged_into, key) from {tables.Customers} where key = $1";

    /// <summary>Deletes the names of a customer. $1 the key.</summary>
    public string ForgetNames { get; } = $"delete from {tables.CustomerNames} where customer = $1";

    /// <summary>Deletes a customer. $1 the key.</summary>
    public string Forget { get; } = $"delete from {tables.Customers} where key = $1 or merged_into = $1";
}
