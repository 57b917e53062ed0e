using System.Buffers;

namespace WhatsCommerce.Storefronts;

/// <summary>Stores leases in PostgreSQL, by the database's clock: one statement for all work items, locked in a fixed order.</summary>
internal sealed class SqlWorkTurnStore(WhatsCommerceDatabase database, DatabaseReadiness readiness) : IWorkTurnStore
{
    private const string Now = "(extract(epoch from statement_timestamp()) * 1000)::bigint";
    private const string Works = "json_to_recordset($1::json) as w(shop_id text, work text, wait bigint)";

    // Unavailable work items are not written: most calls of several instances change nothing.
    private readonly string _take = $"""
        insert into {database.Table(ShopTables.WorksTable)} as t (shop_id, work, owner, ready_at)
        select w.shop_id, w.work, $2, {Now} + $3 from {Works} order by w.shop_id, w.work
        on conflict (shop_id, work) do update set owner = excluded.owner, ready_at = excluded.ready_at
            where t.owner = excluded.owner or t.ready_at <= {Now}
        returning shop_id, work
        """;

    private readonly string _look = $"""
        select w.shop_id, w.work, greatest(0, coalesce(t.ready_at - {Now}, 0))
        from {Works} left join {database.Table(ShopTables.WorksTable)} t on t.shop_id = w.shop_id and t.work = w.work
        """;

    private readonly string _renew = $"""
        update {database.Table(ShopTables.WorksTable)} t set ready_at = {Now} + $3
        from (select l.shop_id, l.work from {database.Table(ShopTables.WorksTable)} l join {Works} using (shop_id, work)
            where l.owner = $2 order by l.shop_id, l.work for update of l) held
        where t.shop_id = held.shop_id and t.work = held.work
        returning t.shop_id, t.work
        """;

    private readonly string _finish = $"""
        update {database.Table(ShopTables.WorksTable)} t set ready_at = {Now} + held.wait, owner = null
        from (select l.shop_id, l.work, w.wait from {database.Table(ShopTables.WorksTable)} l join {Works} using (shop_id, work)
            where l.owner = $2 order by l.shop_id, l.work for update of l) held
        where t.shop_id = held.shop_id and t.work = held.work
        """;

    public async Task<IReadOnlyDictionary<WorkKey, TimeSpan?>> TakeAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WorkKey> taken = await database.ReadAsync(
            new DatabaseStatement(_take, Json(works.Select(static work => (work, TimeSpan.Zero))), (Guid?)owner, Milliseconds(lease)),
            ReadKey,
            cancellationToken).ConfigureAwait(false);
        Dictionary<WorkKey, TimeSpan?> all = taken.ToDictionary(static work => work, static _ => (TimeSpan?)null);
        WorkKey[] others = [.. works.Where(work => !all.ContainsKey(work))];
        if (others.Length > 0)
        {
            IReadOnlyList<(WorkKey Work, TimeSpan Wait)> waits = await database.ReadAsync(
                new DatabaseStatement(_look, Json(others.Select(static work => (work, TimeSpan.Zero)))),
                static row => (ReadKey(row), TimeSpan.FromMilliseconds(row.GetInt64(2))),
                cancellationToken).ConfigureAwait(false);
            foreach ((WorkKey work, TimeSpan wait) in waits)
            {
                all[work] = wait;
            }
        }

        return all;
    }

    public async Task<IReadOnlyList<WorkKey>> RenewAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new DatabaseStatement(_renew, Json(works.Select(static work => (work, TimeSpan.Zero))), (Guid?)owner, Milliseconds(lease)),
            ReadKey,
            cancellationToken).ConfigureAwait(false);

    public async Task FinishAsync(
        IReadOnlyList<(WorkKey Work, TimeSpan Wait)> works, Guid owner, CancellationToken cancellationToken = default) =>
        await database.WriteAsync([new DatabaseStatement(_finish, Json(works), (Guid?)owner)], cancellationToken).ConfigureAwait(false);

    private static WorkKey ReadKey(DbDataReader row) => new(row.GetString(0), row.GetString(1));

    private static DatabaseValue Milliseconds(TimeSpan time) => DatabaseValue.FromNumber((long)Math.Ceiling(time.TotalMilliseconds));

    private static string Json(IEnumerable<(WorkKey Work, TimeSpan Wait)> works)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartArray();
            foreach ((WorkKey work, TimeSpan wait) in works)
            {
                json.WriteStartObject();
                json.WriteString("shop_id"u8, work.ShopId);
                json.WriteString("work"u8, work.Work);
                json.WriteNumber("wait"u8, (long)Math.Ceiling(wait.TotalMilliseconds));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
