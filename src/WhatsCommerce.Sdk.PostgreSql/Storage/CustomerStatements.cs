namespace WhatsCommerce.Webhooks;

/// <summary>The SQL statements about customers.</summary>
internal sealed class CustomerStatements(Tables tables)
{
    /// <summary>
    /// Reads the owners of some names: the name, the customer, since when, which kinds of names the customer has, and the merged customers
    /// whose handlers have not been called yet. $1 the names.
    /// </summary>
    public string Owners { get; } = $"""
        select n.name, n.customer, n.since,
            exists (select from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'user'),
            exists (select from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'parent_user'),
            exists (select from {tables.CustomerNames} o where o.customer = n.customer and o.kind = 'phone'),
            (select array_agg(c.key order by c.key) from {tables.Customers} c where c.merged_into = n.customer and not c.merge_is_told)
        from {tables.CustomerNames} n where n.name = any($1)
        """;

    /// <summary>
    /// Takes a shared lock of the scope until the end of the transaction: others can add ids, but not merge. $1 a number for the scope.
    /// </summary>
    public string ShareScope { get; } = "select pg_advisory_xact_lock_shared($1)";

    /// <summary>
    /// Takes an exclusive lock of the scope until the end of the transaction: nobody else can change anything. $1 a number for the scope.
    /// </summary>
    public string LockScope { get; } = "select pg_advisory_xact_lock($1)";

    /// <summary>Locks some names, known or not, until the end of the transaction. $1 numbers for them, in order.</summary>
    public string LockNames { get; } = "select pg_advisory_xact_lock(number) from unnest($1) number";

    /// <summary>Locks some customers until the end of the transaction. $1 their keys.</summary>
    public string LockCustomers { get; } =
        $"select key from {tables.Customers} where key = any($1) order by key for update";

    /// <summary>Inserts a customer. $1 the key.</summary>
    public string Add { get; } = $"insert into {tables.Customers} (key) values ($1)";

    /// <summary>Assigns names to a customer, whoever had them. $1 the names, $2 their kinds, $3 the customer, $4 since when.</summary>
    public string Bind { get; } = $"""
        insert into {tables.CustomerNames} as n (name, kind, customer, since)
        select name, kind, $3, $4 from unnest($1, $2) as given (name, kind)
        on conflict (name) do update set customer = excluded.customer, since = excluded.since where n.customer <> excluded.customer
        """;

    /// <summary>Merges customers into another one. $1 the survivor, $2 the others.</summary>
    public string Merge { get; } = $"""
        with names as (update {tables.CustomerNames} set customer = $1 where customer = any($2)),
        earlier as (update {tables.Customers} set merged_into = $1 where merged_into = any($2))
        update {tables.Customers} set merged_into = $1 where key = any($2)
        """;

    /// <summary>Records that the handlers of a merge were called. $1 the merged key, $2 the survivor that was passed to them.</summary>
    public string MarkTold { get; } = $"update {tables.Customers} set merge_is_told = true where key = $1 and merged_into = $2";

    /// <summary>Follows merges. $1 the key.</summary>
    public string Current { get; } = $"select coalesce(merged_into, key) from {tables.Customers} where key = $1";

    /// <summary>Deletes a customer. $1 the key.</summary>
    public string Forget { get; } = $"""
        with names as (delete from {tables.CustomerNames} where customer = $1)
        delete from {tables.Customers} where key = $1 or merged_into = $1
        """;
}
