namespace WhatsCommerce.Http;

/// <summary>Grants turns in the app's database: one statement for all requests, whose rows are locked in the order of their ids.</summary>
/// <remarks>PostgreSQL uses the clock of the database, SQLite that of the app.</remarks>
internal sealed class SqlTurnStore : ITurnStore, IDisposable
{
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly WhatsCommerceDatabase _database;
    private readonly DatabaseReadiness _readiness;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<long>? _clock;
    private readonly string _reserve;
    private readonly string _purge;
    private long _purgedAt;

    /// <param name="database">The database.</param>
    /// <param name="time">The clock of this process.</param>
    /// <param name="logger">Logs failed purges.</param>
    /// <param name="clock">A clock to use instead, in Unix microseconds.</param>
    public SqlTurnStore(WhatsCommerceDatabase database, TimeProvider time, ILogger logger, Func<long>? clock = null)
    {
        _database = database;
        _readiness = new(database, isDevelopment: false);
        _time = time;
        _logger = logger;
        _clock = clock ?? (IsPostgreSql ? null : () => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10);
        _reserve = Reserve();
        _purge = $"delete from {Table} where paid_back < {Now(2)} - $1";
        _purgedAt = time.GetTimestamp();
    }

    public async ValueTask<IReadOnlyList<GrantedTurns>> ReserveAsync(
        IReadOnlyList<TurnRequest> requests, CancellationToken cancellationToken = default)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<GrantedTurns> granted = await _database.ReadAsync(
            new DatabaseStatement(_reserve, Json(requests), Clock),
            static row => new GrantedTurns(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
            cancellationToken).ConfigureAwait(false);
        long purgedAt = Volatile.Read(ref _purgedAt);
        if (_time.GetElapsedTime(purgedAt) >= PurgeInterval
            && Interlocked.CompareExchange(ref _purgedAt, _time.GetTimestamp(), purgedAt) == purgedAt)
        {
            // No message waits for the purge.
            _ = Task.Run(PurgeAsync, CancellationToken.None);
        }

        return granted;
    }

    /// <summary>Removes the rows of idle numbers and customers: they contain no more information than that they are idle.</summary>
    public async Task PurgeAsync()
    {
        try
        {
            await _database.WriteAsync(
                [new DatabaseStatement(_purge, (long?)(long)Idle.TotalMicroseconds, Clock)], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the database throws: the next purge catches up.
            Log.PaceNotPurged(_logger, exception);
        }
    }

    public void Dispose() => _readiness.Dispose();

    private bool IsPostgreSql => _database.Dialect == DatabaseDialect.PostgreSql;

    private string Table => _database.Table(TurnTable.Turns);

    private DatabaseValue Clock => DatabaseValue.FromNumber(_clock?.Invoke());

    private static string Json(IReadOnlyList<TurnRequest> requests)
    {
        StringBuilder json = new("[");
        foreach (TurnRequest one in requests)
        {
            json.Append(json.Length > 1 ? "," : "").Append(
                CultureInfo.InvariantCulture,
                $$"""
                {"id":"{{one.Id}}","turns":{{one.Turns}},"step":{{one.Step}},"slack":{{one.Slack}},
                "horizon":{{one.Horizon}},"lead":{{one.Lead}}}
                """);
        }

        return json.Append(']').ToString();
    }

    // The same rules as MemoryTurnStore. Where there was no row, the inserted row is the response; where there was one, it is the request,
    // which never has fewer turns than the former row leaves.
    private string Reserve()
    {
        string most = TurnRequest.MostHorizon.ToString(CultureInfo.InvariantCulture);
        string paidBack = Least("t.paid_back", $"excluded.asked_at + excluded.slack + {most} + excluded.step");
        string first = Greatest("excluded.first", $"{paidBack} - excluded.slack");
        string last = "(excluded.asked_at + excluded.horizon)";
        string turns = $"case when {first} > {last} then 0 else {Least("excluded.turns", $"({last} - {first}) / excluded.step + 1")} end";
        return $"""
            insert into {Table} as t (id, paid_back, first, turns, asked_at, step, slack, horizon)
            select b.id, b.now + b.lead + b.turns * b.step, b.now + b.lead, b.turns, b.now, b.step, b.slack, b.horizon
            from (
                select a.id, {Least("a.turns", "(a.horizon - a.lead) / a.step + 1")} as turns, a.step, a.slack, a.horizon, a.lead,
                    {Now(2)} as now
                from {Requests}) b
            where true order by b.id
            on conflict (id) do update set
                paid_back = case when {first} > {last} then {paidBack}
                    else {Greatest(paidBack, first)} + ({turns}) * excluded.step end,
                first = {first}, turns = {turns}, asked_at = excluded.asked_at,
                step = excluded.step, slack = excluded.slack, horizon = excluded.horizon
            returning id, turns, first, paid_back - slack, asked_at
            """;
    }

    private string Requests => IsPostgreSql
        ? "json_to_recordset($1::json) as a(id text, turns bigint, step bigint, slack bigint, horizon bigint, lead bigint)"
        : """
            (select value ->> 'id' as id, value ->> 'turns' as turns, value ->> 'step' as step, value ->> 'slack' as slack,
                value ->> 'horizon' as horizon, value ->> 'lead' as lead from json_each($1)) a
            """;

    private string Now(int parameter) => IsPostgreSql
        ? FormattableString.Invariant($"coalesce(${parameter}::bigint, (extract(epoch from clock_timestamp()) * 1000000)::bigint)")
        : FormattableString.Invariant($"${parameter}");

    private string Least(string one, string other) => $"{(IsPostgreSql ? "least" : "min")}({one}, {other})";

    private string Greatest(string one, string other) => $"{(IsPostgreSql ? "greatest" : "max")}({one}, {other})";
}
