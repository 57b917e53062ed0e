namespace WhatsCommerce.Storefronts;

/// <summary>The statements about events and their handlers. The shop is $1, unless they are of all shops.</summary>
internal sealed class OutboxStatements(WhatsCommerceDatabase database)
{
    private const string Columns =
        "sequence, handler, customer, event, state, attempts, due_at, lease_until, error, version, data";

    private readonly string _insert = $"""
        insert into {Table(database)}
            (shop_id, event_id, handler, customer, event, occurred_at, state, attempts, due_at, lease_until, error, version, data)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, {(IsPostgreSql(database) ? "$12::json" : "$12")})
        """;

    private readonly string _update = $"""
        update {Table(database)}
        set state = $5, attempts = $6, due_at = $7, lease_until = $8, error = $9, version = $4 + 1
        where shop_id = $1 and event_id = $2 and handler = $3 and version = $4
        """;

    // For each customer and handler the first waiting row, unless a later one is being run: concurrently committed events may become
    // visible in a different order. Rows that a newer version of the app stored are left to it.
    private readonly string _claim = $"""
        with due as (
            select o.sequence as next from {Table(database)} o
            where o.shop_id = $1 and o.state = 'waiting' and o.due_at <= $2 and (o.lease_until is null or o.lease_until <= $2)
                and {Known("o")}
                and not exists (
                    select 1 from {Table(database)} e
                    where e.shop_id = $1 and e.state = 'waiting' and e.customer = o.customer and e.handler = o.handler
                        and (e.sequence < o.sequence or (e.sequence > o.sequence and e.lease_until > $2)))
            order by o.sequence limit $4{(IsPostgreSql(database) ? " for update skip locked" : "")})
        update {Table(database)} as claimed
        set lease_until = $3, attempts = attempts + 1, version = version + 1
        from due where claimed.sequence = due.next
        returning {Columns}
        """;

    private readonly string _list = $"""
        select {Columns} from {Table(database)} where shop_id = $1 and state = $2 and {Known("")} order by sequence limit $3
        """;

    // Deletes completed rows of all shops, including shops that are never used again. Each call deletes one batch.
    private readonly string _purge = $"""
        delete from {Table(database)} where sequence in (
            select sequence from {Table(database)} where state = 'done' and occurred_at < $1
            order by occurred_at limit 5000{(IsPostgreSql(database) ? " for update skip locked" : "")})
        """;

    /// <summary>Gets the query of the events of a customer, which is $2.</summary>
    public string OfCustomer { get; } = $"""
        select {Columns} from {Table(database)} where shop_id = $1 and customer = $2 and {Known("")} order by sequence
        """;

    public DatabaseStatement RemoveOfCustomer(string shopId, CustomerKey customer) =>
        new($"delete from {Table(database)} where shop_id = $1 and customer = $2", shopId, customer.ToString());

    /// <summary>Deletes events that contain a text, such as those that were completed before two customers were merged.</summary>
    public DatabaseStatement RemoveMentioning(string shopId, string text) => new(
        IsPostgreSql(database)
            ? $"delete from {Table(database)} where shop_id = $1 and strpos(data::text, $2) > 0"
            : $"delete from {Table(database)} where shop_id = $1 and instr(data, $2) > 0",
        shopId,
        text);

    public DatabaseStatement Insert(OutboxRow row)
    {
        (string name, string json) = StoredEvents.Write(row.Event);
        return new(
            _insert,
            row.Event.ShopId,
            StoredWord.Clean(row.Event.Id),
            row.Handler,
            row.Customer.ToString(),
            name,
            (DateTimeOffset?)row.Event.At,
            StoredWord.Of(row.State),
            (long?)row.Attempts,
            (DateTimeOffset?)row.DueAt,
            row.LeaseUntil,
            StoredWord.Clean(row.Error),
            json);
    }

    public DatabaseStatement Update(OutboxRow row) => new(
        _update,
        row.Event.ShopId,
        StoredWord.Clean(row.Event.Id),
        row.Handler,
        (long?)row.Version,
        StoredWord.Of(row.State),
        (long?)row.Attempts,
        (DateTimeOffset?)row.DueAt,
        row.LeaseUntil,
        StoredWord.Clean(row.Error))
    {
        MustChange = true,
    };

    public DatabaseStatement Claim(string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit) =>
        new(_claim, shopId, (DateTimeOffset?)now, (DateTimeOffset?)leaseUntil, (long?)limit);

    public DatabaseStatement List(string shopId, OutboxState state, int limit) =>
        new(_list, shopId, StoredWord.Of(state), (long?)limit);

    public DatabaseStatement Purge(DateTimeOffset before) => new(_purge, (DateTimeOffset?)before);

    public static OutboxRow Read(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Handler = row.GetString(1),
        Customer = new CustomerKey(row.GetString(2)),
        Event = StoredEvents.Read(row.GetString(3), row.GetString(10)),
        State = row.GetString(4) switch
        {
            "done" => OutboxState.Done,
            "dead" => OutboxState.Dead,
            _ => OutboxState.Waiting,
        },
        Attempts = (int)row.GetInt64(5),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        LeaseUntil = row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        Error = row.IsDBNull(8) ? null : row.GetString(8),
        Version = row.GetInt64(9),
    };

    private static string Known(string table) =>
        $"{(table.Length > 0 ? $"{table}." : "")}event in ({string.Join(", ", StoredEvents.AllNames.Select(name => $"'{name}'"))})";

    private static string Table(WhatsCommerceDatabase database) => database.Table(ShopTables.OutboxTable);

    private static bool IsPostgreSql(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql;
}
