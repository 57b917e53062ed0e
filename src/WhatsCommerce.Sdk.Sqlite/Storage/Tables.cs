namespace WhatsCommerce.Webhooks;

/// <summary>The names of the tables, ready for use in SQL, and the migrations that create them.</summary>
internal sealed class Tables(SqliteOptions options)
{
    /// <summary>Gets the table of handled events: a row for each event and handler.</summary>
    public string Events => Name("events");

    /// <summary>Gets the table of dead letters: a row for each dead-lettered event.</summary>
    public string DeadLetters => Name("dead_letters");

    /// <summary>Gets the table of sends: a row for each send with a key.</summary>
    public string Sends => Name("sends");

    /// <summary>Gets the table of customers: a row for each customer, including those merged into others.</summary>
    public string Customers => Name("customers");

    /// <summary>Gets the table of customers' ids: a row for each id.</summary>
    public string CustomerNames => Name("customer_names");

    /// <summary>Gets the table of versions: a row for each of <see cref="Migrations"/> that was applied.</summary>
    public string Versions => Name("versions");

    /// <summary>
    /// Gets the migrations, oldest first; version 1 is the first. They have been applied in production: never change one, only add another,
    /// and only one that an app of the previous version can work with. Times are Unix milliseconds, tokens and keys are bytes.
    /// </summary>
    public string[] Migrations =>
    [
        // The key alone identifies a row; event and handler are for human readers.
        $"""
        create table {Events} (
            key blob primary key,
            event text not null,
            handler text not null,
            state text not null check (state in ('claimed', 'free', 'completed', 'dead')),
            token blob,
            attempts integer not null,
            error text,
            lease_until integer not null,
            created_at integer not null,
            changed_at integer not null
        ) strict, without rowid;
        create index {Name("events_created_at")} on {Events} (created_at);
        create table {DeadLetters} (
            number integer primary key autoincrement,
            key blob not null unique,
            id text not null,
            given_up_at text not null,
            reason text not null,
            endpoint text not null,
            handler text,
            event text,
            attempts integer not null,
            error text,
            body blob not null
        ) strict;
        create table {Sends} (
            key blob primary key,
            state text not null check (state in ('begun', 'unknown', 'sent')),
            attempt blob not null,
            recipient text not null,
            content text not null,
            callback_data text,
            message_id text,
            receipt blob,
            lease_until integer not null,
            created_at integer not null,
            changed_at integer not null
        ) strict, without rowid;
        create index {Name("sends_created_at")} on {Sends} (created_at);
        create index {Name("sends_callback_data")} on {Sends} (callback_data) where callback_data is not null;
        create table {Customers} (
            key blob primary key,
            merged_into blob,
            merge_is_told integer not null default 0,
            created_at integer not null
        ) strict, without rowid;
        create index {Name("customers_merged_into")} on {Customers} (merged_into) where merged_into is not null;
        create table {CustomerNames} (
            name blob primary key,
            kind text not null check (kind in ('user', 'parent_user', 'phone')),
            customer blob not null,
            since integer not null
        ) strict, without rowid;
        create index {Name("customer_names_customer")} on {CustomerNames} (customer);
        """,
    ];

    /// <summary>Gets the name of a table or an index, ready for use in SQL.</summary>
    public string Name(string name) => $"\"{options.TablePrefix}{name}\"";
}
