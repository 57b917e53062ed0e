namespace WhatsCommerce.Storefronts;

/// <summary>Counts in a database, across restarts and for all instances.</summary>
internal sealed class SqlAssistantBudgets(WhatsCommerceDatabase database, DatabaseReadiness readiness, TimeProvider time)
    : IAssistantBudgets
{
    // With more concurrent writers per customer than this, the budget is refused.
    private const int MostRounds = 20;

    private readonly string _find =
        $"select version, data from {database.Table(AssistantTables.Budgets)} where shop_id = $1 and customer = $2";

    private readonly string _insert = $"""
        insert into {database.Table(AssistantTables.Budgets)} (shop_id, customer, used_at, version, data)
        values ($1, $2, $3, $4 + 1, {AssistantTables.JsonParameter(database, 5)})
        """;

    private readonly string _update = $"""
        update {database.Table(AssistantTables.Budgets)}
        set used_at = $3, version = $4 + 1, data = {AssistantTables.JsonParameter(database, 5)}
        where shop_id = $1 and customer = $2 and version = $4
        """;

    private readonly string _forget = $"delete from {database.Table(AssistantTables.Budgets)} where shop_id = $1 and customer = $2";

    public async ValueTask<bool> TryTakeAsync(
        string shopId, CustomerKey customer, AssistantUse use, AssistantUse limits, CancellationToken cancellationToken = default)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        for (int round = 0; round < MostRounds; round++)
        {
            (long version, StoredUse[] before) = await FindAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = UnixTime.Now(time);
            if (StoredUse.Take(before, use, limits, now) is not StoredUse[] after)
            {
                return false;
            }

            string json = JsonSerializer.Serialize(after, AssistantJson.Default.StoredUseArray);
            DatabaseStatement write = new(
                version == 0 ? _insert : _update, shopId, customer.ToString(), (DateTimeOffset?)now, (long?)version, json)
            {
                MustChange = version > 0,
            };
            if (await database.WriteAsync([write], cancellationToken).ConfigureAwait(false) == WhatsCommerceDatabase.Written)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask ForgetAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync([new DatabaseStatement(_forget, shopId, customer.ToString())], cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<(long Version, StoredUse[] Uses)> FindAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken)
    {
        IReadOnlyList<(long, string)> rows = await database.ReadAsync(
            new DatabaseStatement(_find, shopId, customer.ToString()),
            static row => (row.GetInt64(0), row.GetString(1)),
            cancellationToken).ConfigureAwait(false);
        return rows is [(long version, string json)]
            ? (version, JsonSerializer.Deserialize(json, AssistantJson.Default.StoredUseArray) ?? [])
            : (0, []);
    }
}
