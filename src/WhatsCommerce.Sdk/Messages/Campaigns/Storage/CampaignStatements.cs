namespace WhatsCommerce.Messages;

/// <summary>The statements about campaigns. The number that sends is $1, the campaign $2. A batch is one parameter, as JSON.</summary>
/// <remarks>
/// The table is empty at the beginning of the first campaign and long at its end, when the statistics of the planner are outdated: lookups
/// of a batch therefore force the use of indexes.
/// </remarks>
internal sealed class CampaignStatements
{
    private readonly string _start;
    private readonly string _find;
    private readonly string _setState;
    private readonly string _add;
    private readonly string _take;
    private readonly string _takeFallbacks;
    private readonly string _giveUp;
    private readonly string _addDuplicates;
    private readonly string _renew;
    private readonly string _settle;
    private readonly string _reopen;
    private readonly string _resolve;
    private readonly string _recordBySend;
    private readonly string _recordByMessage;
    private readonly string _count;
    private readonly string _list;
    private readonly string _deleteMessages;
    private readonly string _deleteCampaign;

    public CampaignStatements(WhatsCommerceDatabase database)
    {
        string campaigns = database.Table(CampaignTables.Campaigns);
        string messages = database.Table(CampaignTables.Messages);
        bool isPostgreSql = database.Dialect == DatabaseDialect.PostgreSql;
        string slots = isPostgreSql
            ? "json_to_recordset($3::json) as e (id text, send text, person text)"
            : "(select value ->> 'id' as id, value ->> 'send' as send, value ->> 'person' as person from json_each($3)) as e";

        // SQLite would scan the batch for each row of the campaign, or of the run, instead of looking up a row for each message of the
        // batch: hence the batch is materialized, its ids are compared twice, and the unary plus disables the index of owners.
        string isOfBatch = isPostgreSql ? "m.id = e.id" : "m.id = e.id and m.id in (select id from e)";
        string ownerOfRow = isPostgreSql ? "m.owner" : "+m.owner";
        string takenSlots = $"with e as materialized (select e.id, e.send from {slots})";
        string outcomes = isPostgreSql
            ? """
              with e as materialized (
                  select * from json_to_recordset($4::json) as e (id text, state text, code bigint, message text, fallback bigint))
              """
            : """
              with e as materialized (
                  select value ->> 'id' as id, value ->> 'state' as state, value ->> 'code' as code, value ->> 'message' as message,
                      value ->> 'fallback' as fallback from json_each($4))
              """;
        string states = isPostgreSql
            ? "select value from json_array_elements_text($6::json) as t (value)"
            : "select value from json_each($6)";
        const string OfCampaign = "from_number = $1 and campaign = $2";
        const string Columns =
            "from_number, campaign, id, send, person, state, owner, lease_until, claimed_at, fallback, delivery, changed_at";

        _start = $"""
            insert into {campaigns} as c (from_number, id, state, created_at, changed_at) values ($1, $2, 'running', $3, $3)
            on conflict (from_number, id) do update
                set state = case when c.state = 'completed' then 'running' else c.state end, changed_at = $3
            returning state, reason, created_at
            """;
        _find = $"select state, reason, created_at from {campaigns} where from_number = $1 and id = $2";
        _setState = $"""
            update {campaigns} set state = $3, reason = $4, changed_at = $5 where from_number = $1 and id = $2 and state in ({states})
            returning id
            """;

        // In the order of the ids, so that two instances with the same sequence cannot deadlock.
        _add = $"""
            insert into {messages} ({Columns})
            select $1, $2, e.id, e.send, e.person, 'claimed', $4, $5, $6, 0, 0, $6 from {slots} where true order by e.id
            on conflict do nothing
            returning id
            """;
        _take = $"""
            update {messages} set state = 'claimed', owner = $4, lease_until = $5, changed_at = $6,
                claimed_at = case when state = 'open' then $6 else claimed_at end
            where {OfCampaign} and id in (select e.id from {slots})
                and fallback <> {CampaignTables.FallbackAfterFailure}
                and (state = 'open' or (state = 'claimed' and lease_until <= $6 and claimed_at > $7))
            returning id
            """;

        // A run that has not stored its result of the message yet keeps it until then, or until its lease ends.
        _takeFallbacks = $"""
            {takenSlots}
            update {messages} as m set state = 'claimed', owner = $4, lease_until = $5, changed_at = $6,
                claimed_at = case when m.state = 'claimed' then m.claimed_at else $6 end,
                fallback = {CampaignTables.FallbackAfterFailure}, send = e.send, message = null, error_code = null, delivery = 0,
                delivery_code = null
            from e
            where m.from_number = $1 and m.campaign = $2 and {isOfBatch}
                and ((m.state = 'sent' and m.fallback = 0 and m.delivery = {(int)DeliveryProgress.Failed}
                        and m.delivery_code = {GraphErrorCodes.OutsideCustomerServiceWindow} and (m.owner is null or m.lease_until <= $6))
                    or (m.fallback = {CampaignTables.FallbackAfterFailure}
                        and (m.state = 'open' or (m.state = 'claimed' and m.lease_until <= $6 and m.claimed_at > $7))))
            returning {(isPostgreSql ? "m.id" : "id")}
            """;
        _giveUp = $"""
            update {messages} set state = 'unknown', owner = null, lease_until = null, changed_at = $4
            where {OfCampaign} and id in (select e.id from {slots})
                and state = 'claimed' and lease_until <= $4 and claimed_at <= $5
            """;
        _addDuplicates = $"""
            insert into {messages} (from_number, campaign, id, send, person, state, claimed_at, fallback, delivery, changed_at)
            select $1, $2, e.id, e.send, e.send, 'duplicate', $4, 0, 0, $4 from {slots}
            where not exists (select 1 from {messages} m where m.from_number = $1 and m.campaign = $2 and m.id = e.id) order by e.id
            on conflict do nothing
            """;
        _renew = $"update {messages} set lease_until = $4 where {OfCampaign} and owner = $3 and state = 'claimed'";
        _settle = $"""
            {outcomes}
            update {messages} as m set
                state = case when m.state = 'claimed' then e.state else m.state end, error_code = e.code,
                message = coalesce(e.message, m.message),
                fallback = case when m.fallback = {CampaignTables.FallbackAfterFailure} then m.fallback else e.fallback end,
                owner = null, lease_until = null, changed_at = $5
            from e
            where m.from_number = $1 and m.campaign = $2 and {isOfBatch} and {ownerOfRow} = $3
            """;
        _reopen = $"""
            update {messages} set state = 'open', error_code = null, owner = null, lease_until = null, changed_at = $6
            where {OfCampaign} and state = $3 and (cast($4 as text) is null or id = $4) and ({Number("$5")} is null or error_code = $5)
            returning id
            """;
        _resolve = $"""
            update {messages} set state = 'sent', message = $4, changed_at = $5 where {OfCampaign} and id = $3 and state = 'unknown'
            returning id
            """;
        string record = $"""
            update {messages} set
                state = case when state in ('open', 'claimed', 'unknown') then 'sent' else state end,
                delivery_code = case when $3 > delivery then $4 else delivery_code end,
                delivery = case when $3 > delivery then $3 else delivery end,
                changed_at = $5
            where from_number = $1
            """;
        _recordBySend = $"{record} and send = $2 returning id";
        _recordByMessage = $"{record} and message = $2 returning id";

        // By id, so that rows are read in their physical order, and not by the hashes of persons.
        _count = $"""
            select state, delivery, error_code, delivery_code, fallback, count(*) from {messages} where {OfCampaign} and id > ''
            group by state, delivery, error_code, delivery_code, fallback
            """;
        _list = $"""
            select id, state, error_code, fallback, delivery, delivery_code, changed_at from {messages}
            where {OfCampaign} and (cast($3 as text) is null or state = $3) and id > $4
            order by id limit $5
            """;
        _deleteMessages = $"delete from {messages} where {OfCampaign}";
        _deleteCampaign = $"delete from {campaigns} where from_number = $1 and id = $2";

        string Number(string parameter) => $"cast({parameter} as {(isPostgreSql ? "bigint" : "integer")})";
    }

    public DatabaseStatement Start(CampaignKey key, DateTimeOffset now) => new(_start, From(key), key.Id, (DateTimeOffset?)now);

    public DatabaseStatement Find(CampaignKey key) => new(_find, From(key), key.Id);

    public DatabaseStatement SetState(
        CampaignKey key, CampaignState state, string? reason, IEnumerable<CampaignState> from, DateTimeOffset now) =>
        new(_setState, From(key), key.Id, CampaignWords.Of(state), reason, (DateTimeOffset?)now, JsonOf(from));

    public DatabaseStatement Add(CampaignClaim claim, string slots) => new(
        _add,
        From(claim.Key),
        claim.Key.Id,
        slots,
        (Guid?)claim.Owner,
        (DateTimeOffset?)claim.LeaseUntil,
        (DateTimeOffset?)claim.Now);

    public DatabaseStatement Take(CampaignClaim claim, string slots) => Take(_take, claim, slots);

    public DatabaseStatement TakeFallbacks(CampaignClaim claim, string slots) => Take(_takeFallbacks, claim, slots);

    public DatabaseStatement GiveUp(CampaignClaim claim, string slots) => new(
        _giveUp, From(claim.Key), claim.Key.Id, slots, (DateTimeOffset?)claim.Now, (DateTimeOffset?)claim.RetryAfter)
    {
        PrefersIndexes = true,
    };

    public DatabaseStatement AddDuplicates(CampaignClaim claim, string slots) =>
        new(_addDuplicates, From(claim.Key), claim.Key.Id, slots, (DateTimeOffset?)claim.Now) { PrefersIndexes = true };

    public DatabaseStatement Renew(CampaignKey key, Guid owner, DateTimeOffset leaseUntil) =>
        new(_renew, From(key), key.Id, (Guid?)owner, (DateTimeOffset?)leaseUntil);

    public DatabaseStatement Settle(CampaignKey key, Guid owner, IReadOnlyList<CampaignOutcome> outcomes, DateTimeOffset now) =>
        new(_settle, From(key), key.Id, (Guid?)owner, JsonOf(outcomes), (DateTimeOffset?)now) { PrefersIndexes = true };

    public DatabaseStatement Reopen(CampaignKey key, CampaignMessageState state, string? id, int? errorCode, DateTimeOffset now) =>
        new(_reopen, From(key), key.Id, CampaignWords.Of(state), id, (long?)errorCode, (DateTimeOffset?)now);

    public DatabaseStatement Resolve(CampaignKey key, string id, string message, DateTimeOffset now) =>
        new(_resolve, From(key), key.Id, id, message, (DateTimeOffset?)now);

    public DatabaseStatement Record(DeliveryReport report, bool bySend) => new(
        bySend ? _recordBySend : _recordByMessage,
        report.From.Value ?? "",
        bySend ? report.SendHash : report.MessageHash,
        (long?)(int)report.Progress,
        (long?)report.ErrorCode,
        (DateTimeOffset?)report.At);

    public DatabaseStatement Count(CampaignKey key) => new(_count, From(key), key.Id);

    public DatabaseStatement List(CampaignKey key, CampaignMessageState? state, string? after, int limit) =>
        new(_list, From(key), key.Id, state is { } one ? CampaignWords.Of(one) : null, after ?? "", (long?)limit);

    public IReadOnlyList<DatabaseStatement> Delete(CampaignKey key) =>
        [new(_deleteMessages, From(key), key.Id), new(_deleteCampaign, From(key), key.Id)];

    /// <summary>Serializes the messages of a claim for the statements.</summary>
    public static string JsonOf(IReadOnlyList<CampaignSlot> slots) => JsonOf(slots, static (writer, slot) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, slot.Id);
        writer.WriteString("send"u8, slot.SendHash);
        writer.WriteString("person"u8, slot.PersonHash);
        writer.WriteEndObject();
    });

    /// <summary>A list of texts.</summary>
    public static string JsonOf(IEnumerable<string> texts) => JsonOf(texts, static (writer, text) => writer.WriteStringValue(text));

    private static string JsonOf(IEnumerable<CampaignState> states) => JsonOf(states.Select(CampaignWords.Of));

    private static string JsonOf(IReadOnlyList<CampaignOutcome> outcomes) => JsonOf(outcomes, static (writer, outcome) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, outcome.Id);
        writer.WriteString("state"u8, CampaignWords.Of(outcome.State));
        if (outcome.ErrorCode is { } code)
        {
            writer.WriteNumber("code"u8, code);
        }

        writer.WriteOptional("message"u8, outcome.MessageHash);
        writer.WriteNumber("fallback"u8, outcome.IsFallback ? 1 : 0);
        writer.WriteEndObject();
    });

    private static string JsonOf<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Encoding.UTF8.GetString(
        JsonBytes.Write((items, write), static (writer, state) =>
        {
            writer.WriteStartArray();
            foreach (T item in state.items)
            {
                state.write(writer, item);
            }

            writer.WriteEndArray();
        }));

    private static DatabaseStatement Take(string statement, CampaignClaim claim, string slots) => new(
        statement,
        From(claim.Key),
        claim.Key.Id,
        slots,
        (Guid?)claim.Owner,
        (DateTimeOffset?)claim.LeaseUntil,
        (DateTimeOffset?)claim.Now,
        (DateTimeOffset?)claim.RetryAfter)
    {
        PrefersIndexes = true,
    };

    private static string From(CampaignKey key) => key.From.Value ?? "";
}
