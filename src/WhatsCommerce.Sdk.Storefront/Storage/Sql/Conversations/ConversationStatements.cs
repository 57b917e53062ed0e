namespace WhatsCommerce.Storefronts;

/// <summary>The statements about conversations and their entries. The shop is $1.</summary>
internal sealed class ConversationStatements
{
    private readonly string _conversations;
    private readonly string _entries;
    private readonly string _writing;
    private readonly string _selectConversation;
    private readonly string _selectEntry;
    private readonly string _lock;
    private readonly Func<string, string> _json;

    public ConversationStatements(WhatsCommerceDatabase database)
    {
        bool isPostgreSql = database.Dialect == DatabaseDialect.PostgreSql;
        _json = parameter => isPostgreSql ? $"{parameter}::json" : parameter;
        _lock = isPostgreSql ? " for update skip locked" : "";
        _conversations = database.Table(ConversationTables.Conversations);
        _entries = database.Table(ConversationTables.Entries);
        _writing = database.Table(ConversationTables.Writing);
        _selectConversation = $"select version, data, customer, preview from {_conversations} where shop_id = $1";
        _selectEntry = $"select version, data, customer, sequence, content from {_entries} where shop_id = $1";
    }

    public DatabaseStatement Write(CustomerConversation row)
    {
        string[] columns =
        [
            "recipient", "owner", "assignee", "returns_at", "unread", "window_ends_at", "last_at", "changed_at", "preview", "data",
        ];
        const int First = 4;
        string Parameter(int i)
        {
            string parameter = string.Create(CultureInfo.InvariantCulture, $"${First + i}");
            return columns[i] == "data" ? _json(parameter) : parameter;
        }

        IEnumerable<int> all = Enumerable.Range(0, columns.Length);
        string sql = row.Version == 0
            ? $"""
              insert into {_conversations} (shop_id, customer, version, {string.Join(", ", columns)})
              values ($1, $2, $3 + 1, {string.Join(", ", all.Select(Parameter))})
              """
            : $"""
              update {_conversations} set version = $3 + 1, {string.Join(", ", all.Select(i => $"{columns[i]} = {Parameter(i)}"))}
              where shop_id = $1 and customer = $2 and version = $3
              """;
        CustomerConversation kept = row with { Preview = null };
        return new(
            sql,
            row.ShopId,
            row.Customer.ToString(),
            (long?)row.Version,
            row.To.Value is null ? (string?)null : SendIntent.HashOf(row.To),
            StoredWord.Of(row.Owner),
            StoredWord.Clean(row.Assignee),
            row.ReturnsAt,
            (long?)row.Unread,
            row.WindowEndsAt,
            (DateTimeOffset?)row.LastAt,
            (DateTimeOffset?)row.ChangedAt,
            StoredWord.Clean(row.Preview),
            JsonSerializer.Serialize(kept, StoredJson.Of<CustomerConversation>()))
        {
            MustChange = row.Version > 0,
        };
    }

    public DatabaseStatement Write(ConversationEntry row)
    {
        string sql = row.Version == 0
            ? $"""
              insert into {_entries} (shop_id, id, version, customer, kind, author, written_at, content, data)
              values ($1, $2, $3 + 1, $4, $5, $6, $7, {_json("$8")}, {_json("$9")})
              """
            : $"""
              update {_entries} set version = $3 + 1, customer = $4, kind = $5, author = $6, written_at = $7, content = {_json("$8")},
                  data = {_json("$9")}
              where shop_id = $1 and id = $2 and version = $3
              """;
        return new(
            sql,
            row.ShopId,
            StoredWord.Clean(row.Id),
            (long?)row.Version,
            row.Customer.ToString(),
            StoredWord.Of(row.Kind),
            StoredWord.Of(row.Author),
            (DateTimeOffset?)row.At,
            row.Content is null ? (string?)null : JsonSerializer.Serialize(row.Content, StoredJson.Of<ConversationContent>()),
            JsonSerializer.Serialize(row with { Content = null }, StoredJson.Of<ConversationEntry>()))
        {
            MustChange = row.Version > 0,
        };
    }

    public DatabaseStatement Find(string shopId, CustomerKey customer) =>
        new($"{_selectConversation} and customer = $2", shopId, customer.ToString());

    public DatabaseStatement FindByRecipient(string shopId, Recipient to) => new(
        $"{_selectConversation} and recipient = $2 order by changed_at desc limit 1", shopId, SendIntent.HashOf(to));

    public DatabaseStatement List(string shopId, ConversationQuery query)
    {
        // One statement per set of conditions, so that each uses its index.
        List<DatabaseValue> values = [shopId, (long?)query.Limit];
        string sql = _selectConversation
            + (query.OnlyUnread ? " and unread > 0" : "")
            + (query.Owner is ConversationOwner owner ? $" and owner = {Next(StoredWord.Of(owner))}" : "")
            + (query.Before is not null ? $" and last_at < {Next(query.Before)}" : "")
            + (query.ChangedSince is not null ? $" and changed_at >= {Next(query.ChangedSince)}" : "");
        string order = query.ChangedSince is null ? "last_at desc, customer" : "changed_at, customer";
        return new($"{sql} order by {order} limit $2", [.. values]);

        string Next(DatabaseValue value)
        {
            values.Add(value);
            return $"${values.Count.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    public DatabaseStatement Due(string shopId, DateTimeOffset now, int limit) => new(
        $"""
        select customer from {_conversations} where shop_id = $1 and owner = 'human' and returns_at <= $2 order by returns_at limit $3
        """,
        shopId,
        (DateTimeOffset?)now,
        (long?)limit);

    public DatabaseStatement FindEntry(string shopId, string id) => new($"{_selectEntry} and id = $2", shopId, StoredWord.Clean(id));

    public DatabaseStatement Entries(string shopId, CustomerKey customer, ConversationEntryQuery query) => query.Before > 0
        ? new(
            $"{_selectEntry} and customer = $2 and sequence < $4 order by sequence desc limit $3",
            shopId,
            customer.ToString(),
            (long?)query.Limit,
            (long?)query.Before)
        : new($"{_selectEntry} and customer = $2 order by sequence desc limit $3", shopId, customer.ToString(), (long?)query.Limit);

    public DatabaseStatement RemoveContents(string shopId, DateTimeOffset before, int limit) => new(
        $"""
        update {_entries} set content = null, version = version + 1 where sequence in (
            select sequence from {_entries} where shop_id = $1 and written_at < $2 and content is not null
            order by written_at limit $3{_lock})
        returning 1
        """,
        shopId,
        (DateTimeOffset?)before,
        (long?)limit);

    public DatabaseStatement RemovePreviews(string shopId, DateTimeOffset before) => new(
        $"""
        update {_conversations} set preview = null, version = version + 1
        where shop_id = $1 and last_at < $2 and preview is not null
        """,
        shopId,
        (DateTimeOffset?)before);

    public DatabaseStatement MoveEntries(string shopId, CustomersMerged merged) => new(
        $"update {_entries} set customer = $2, version = version + 1 where shop_id = $1 and customer = $3",
        shopId,
        merged.Survivor.ToString(),
        merged.Merged.ToString());

    public DatabaseStatement Write(string shopId, ConversationTyping writing) => new(
        $"""
        insert into {_writing} (shop_id, customer, agent, written_at) values ($1, $2, $3, $4)
        on conflict (shop_id, customer, agent) do update set written_at = excluded.written_at
        """,
        shopId,
        writing.Customer.ToString(),
        StoredWord.Clean(writing.By),
        (DateTimeOffset?)writing.At);

    public DatabaseStatement ForgetWriting(string shopId, DateTimeOffset before) =>
        new($"delete from {_writing} where shop_id = $1 and written_at < $2", shopId, (DateTimeOffset?)before);

    public DatabaseStatement ListWriting(string shopId, DateTimeOffset since) => new(
        $"select customer, agent, written_at from {_writing} where shop_id = $1 and written_at > $2", shopId, (DateTimeOffset?)since);

    public DatabaseStatement RemoveWriting(string shopId, CustomerKey customer) =>
        new($"delete from {_writing} where shop_id = $1 and customer = $2", shopId, customer.ToString());

    public DatabaseStatement RemoveConversation(string shopId, CustomerKey customer) =>
        new($"delete from {_conversations} where shop_id = $1 and customer = $2", shopId, customer.ToString());

    public DatabaseStatement RemoveEntries(string shopId, CustomerKey customer) =>
        new($"delete from {_entries} where shop_id = $1 and customer = $2", shopId, customer.ToString());

    // The customer is read from its column, because merging customers does not update the JSON data.
    public static CustomerConversation ReadConversation(DbDataReader row) =>
        JsonSerializer.Deserialize(row.GetString(1), StoredJson.Of<CustomerConversation>())! with
        {
            Version = row.GetInt64(0),
            Customer = new CustomerKey(row.GetString(2)),
            Preview = row.IsDBNull(3) ? null : row.GetString(3),
        };

    public static ConversationEntry ReadEntry(DbDataReader row) =>
        JsonSerializer.Deserialize(row.GetString(1), StoredJson.Of<ConversationEntry>())! with
        {
            Version = row.GetInt64(0),
            Customer = new CustomerKey(row.GetString(2)),
            Sequence = row.GetInt64(3),
            Content = row.IsDBNull(4) ? null : JsonSerializer.Deserialize(row.GetString(4), StoredJson.Of<ConversationContent>()),
        };
}
