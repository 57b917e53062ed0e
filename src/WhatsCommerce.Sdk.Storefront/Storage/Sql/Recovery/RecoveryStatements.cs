namespace WhatsCommerce.Storefronts;

/// <summary>The statements about reminders. The shop is $1.</summary>
internal sealed class RecoveryStatements
{
    // The key of the settings, of which a shop has one row.
    private const string SettingsId = "settings";

    private readonly string _sequences;
    private readonly string _reminders;
    private readonly string _customers;
    private readonly RowStatements _settings;
    private readonly RowStatements _sequenceRows;
    private readonly RowStatements _reminderRows;
    private readonly RowStatements _customerRows;
    private readonly string _claim;

    public RecoveryStatements(WhatsCommerceDatabase database)
    {
        _sequences = database.Table(RecoveryTables.Sequences);
        _reminders = database.Table(RecoveryTables.Reminders);
        _customers = database.Table(RecoveryTables.Customers);
        _settings = new RowStatements(database, RecoveryTables.Settings, "data");
        _sequenceRows = new RowStatements(
            database,
            RecoveryTables.Sequences,
            "customer",
            "state",
            "step",
            "opened_at",
            "due_at",
            "claimed_until",
            "held_out",
            "reminded_at",
            "paid_at",
            "currency",
            "revenue",
            "data");
        _reminderRows = new RowStatements(
            database,
            RecoveryTables.Reminders,
            "cart_id",
            "customer",
            "step",
            "outcome",
            "reason",
            "decided_at",
            "delivered_at",
            "read_at",
            "replied_at",
            "opened_at",
            "paid_at",
            "currency",
            "revenue",
            "data");
        _customerRows = new RowStatements(database, RecoveryTables.Customers, "cart_id", "replied_at", "opted_out_at", "data");
        bool isPostgreSql = database.Dialect == DatabaseDialect.PostgreSql;

        // No indexed column changes, so PostgreSQL can do a HOT update without touching indexes.
        _claim = $"""
            with due as (
                select shop_id, id from {_sequences}
                where shop_id = $1 and due_at <= $2 and due_at is not null and (claimed_until is null or claimed_until <= $2)
                order by due_at limit $4{(isPostgreSql ? " for update skip locked" : "")})
            update {_sequences} as claimed set claimed_until = $3, version = version + 1
            from due where claimed.shop_id = due.shop_id and claimed.id = due.id
            returning version, data, customer, claimed_until
            """;
    }

    public DatabaseStatement Write(string shopId, RecoverySettings settings) =>
        _settings.Write(shopId, SettingsId, settings.Version, Json(settings));

    public DatabaseStatement Write(RecoverySequence row) => _sequenceRows.Write(
        row.ShopId,
        row.CartId.Value!,
        row.Version,
        row.Customer.ToString(),
        StoredWord.Of(row.State),
        StoredWord.Of(row.Step),
        (DateTimeOffset?)row.OpenedAt,
        row.DueAt,
        (long?)null,
        (long?)(row.IsHeldOut ? 1 : 0),
        row.RemindedAt,
        row.PaidAt,
        row.Revenue?.Currency.Code,
        MinorUnits.Of(row.Revenue),
        Json(row with { ClaimedUntil = null }));

    public DatabaseStatement Write(Reminder row) => _reminderRows.Write(
        row.ShopId,
        row.Id.Value!,
        row.Version,
        row.CartId.Value,
        row.Customer.ToString(),
        StoredWord.Of(row.Step),
        StoredWord.Of(row.Outcome),
        row.Reason is SkipReason reason ? StoredWord.Of(reason) : (string?)null,
        (DateTimeOffset?)row.At,
        row.DeliveredAt,
        row.ReadAt,
        row.RepliedAt,
        row.OpenedAt,
        row.PaidAt,
        row.Revenue?.Currency.Code,
        MinorUnits.Of(row.Revenue),
        Json(row));

    public DatabaseStatement Write(RecoveryCustomer row) => _customerRows.Write(
        row.ShopId, row.Customer.ToString(), row.Version, row.CartId.Value, row.RepliedAt, row.OptedOutAt, Json(row));

    public DatabaseStatement Settings(string shopId) => new(_settings.Find, shopId, SettingsId);

    public DatabaseStatement Sequence(string shopId, CartId id) => new(
        $"select version, data, customer, claimed_until from {_sequences} where shop_id = $1 and id = $2", shopId,
            StoredWord.Clean(id.Value));

    public DatabaseStatement Customer(string shopId, CustomerKey customer) => new(_customerRows.Find, shopId, customer.ToString());

    public DatabaseStatement Reminder(string shopId, ReminderId id) => new(_reminderRows.Find, shopId, StoredWord.Clean(id.Value));

    public DatabaseStatement Reminders(string shopId, CartId id) =>
        new($"{_reminderRows.All} and cart_id = $2 order by decided_at, id", shopId, StoredWord.Clean(id.Value));

    public DatabaseStatement Claim(string shopId, DateTimeOffset now, DateTimeOffset until, int limit) =>
        new(_claim, shopId, (DateTimeOffset?)now, (DateTimeOffset?)until, (long?)limit);

    public DatabaseStatement CountSent(string shopId, DateTimeOffset since) => new(
        $"select count(*) from {_reminders} where shop_id = $1 and decided_at > $2 and outcome <> 'skipped'",
        shopId,
        (DateTimeOffset?)since);

    public DatabaseStatement CountReminders(string shopId, DateTimeOffset from, DateTimeOffset until) => new(
        $"""
        select step, outcome, reason, currency, count(*), count(delivered_at), count(read_at), count(replied_at), count(opened_at),
            count(paid_at), cast(sum(revenue) as bigint)
        from {_reminders} where shop_id = $1 and decided_at >= $2 and decided_at < $3
        group by step, outcome, reason, currency
        """,
        shopId,
        (DateTimeOffset?)from,
        (DateTimeOffset?)until);

    public DatabaseStatement CountCarts(string shopId, DateTimeOffset from, DateTimeOffset until) => new(
        $"""
        select held_out, currency, count(*), count(paid_at), cast(sum(revenue) as bigint)
        from {_sequences} where shop_id = $1 and reminded_at >= $2 and reminded_at < $3
        group by held_out, currency
        """,
        shopId,
        (DateTimeOffset?)from,
        (DateTimeOffset?)until);

    public IEnumerable<DatabaseStatement> Merge(string shopId, CustomersMerged merged)
    {
        foreach (string table in (string[])[_sequences, _reminders])
        {
            yield return new(
                $"update {table} set customer = $3, version = version + 1 where shop_id = $1 and customer = $2",
                shopId,
                merged.Merged.ToString(),
                merged.Survivor.ToString());
        }
    }

    public DatabaseStatement Delete(RecoveryCustomer row) => new(
        $"delete from {_customers} where shop_id = $1 and id = $2 and version = $3",
        row.ShopId,
        row.Customer.ToString(),
        (long?)row.Version)
    {
        MustChange = true,
    };

    public DatabaseStatement Sequences(string shopId, CustomerKey customer) => new(
        $"select version, data, customer, claimed_until from {_sequences} where shop_id = $1 and customer = $2",
        shopId,
        customer.ToString());

    public DatabaseStatement Delete(string shopId, CustomerKey customer) =>
        new($"delete from {_customers} where shop_id = $1 and id = $2", shopId, customer.ToString());

    public DatabaseStatement Ended(string shopId, DateTimeOffset before, int limit) => new(
        $"select id from {_sequences} where shop_id = $1 and state = 'ended' and opened_at < $2 order by opened_at, id limit $3",
        shopId,
        (DateTimeOffset?)before,
        (long?)limit);

    /// <summary>Deletes a sequence with its reminders, in the order in which a step locks them.</summary>
    public IEnumerable<DatabaseStatement> Delete(string shopId, string cart)
    {
        yield return new($"delete from {_sequences} where shop_id = $1 and id = $2", shopId, cart);
        yield return new($"delete from {_reminders} where shop_id = $1 and cart_id = $2", shopId, cart);
    }

    public static RecoverySettings ReadSettings(DbDataReader row) => Read<RecoverySettings>(row) with { Version = row.GetInt64(0) };

    public static RecoverySequence ReadSequence(DbDataReader row) => Read<RecoverySequence>(row) with
    {
        // Version, claim and customer are read from their columns, because claims and merges do not update the JSON data.
        Version = row.GetInt64(0),
        Customer = new CustomerKey(row.GetString(2)),
        ClaimedUntil = row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
    };

    public static Reminder ReadReminder(DbDataReader row) =>
        Read<Reminder>(row) with { Version = row.GetInt64(0), Customer = new CustomerKey(row.GetString(2)) };

    public static RecoveryCustomer ReadCustomer(DbDataReader row) => Read<RecoveryCustomer>(row) with { Version = row.GetInt64(0) };

    public static ReminderTotal ReadReminderTotal(DbDataReader row) => new()
    {
        Step = WordOf<ReminderStep>(row.GetString(0)),
        Outcome = WordOf<ReminderOutcome>(row.GetString(1)),
        Reason = row.IsDBNull(2) ? null : WordOf<SkipReason>(row.GetString(2)),
        Count = (int)row.GetInt64(4),
        Delivered = (int)row.GetInt64(5),
        Read = (int)row.GetInt64(6),
        Replied = (int)row.GetInt64(7),
        Opened = (int)row.GetInt64(8),
        Paid = (int)row.GetInt64(9),
        Revenue = MoneyOf(row, currency: 3, amount: 10),
    };

    public static RecoveryCartTotal ReadCartTotal(DbDataReader row) => new()
    {
        IsHeldOut = row.GetInt64(0) != 0,
        Count = (int)row.GetInt64(2),
        Paid = (int)row.GetInt64(3),
        Revenue = MoneyOf(row, currency: 1, amount: 4),
    };

    private static Money? MoneyOf(DbDataReader row, int currency, int amount) => row.IsDBNull(currency) || row.IsDBNull(amount)
        ? null
        : Money.FromMinorUnits(row.GetInt64(amount), new Currency(row.GetString(currency)));

    private static TState WordOf<TState>(string word)
        where TState : struct, Enum => Enum.GetValues<TState>().First(state => StoredWord.Of(state) == word);

    private static T Read<T>(DbDataReader row) => JsonSerializer.Deserialize(row.GetString(1), StoredJson.Of<T>())!;

    private static string Json<T>(T row) => JsonSerializer.Serialize(row, StoredJson.Of<T>());
}
