namespace WhatsCommerce.Storefronts;

/// <summary>Stores turns in a database, across restarts and for all instances.</summary>
internal sealed class SqlAssistantTurns(WhatsCommerceDatabase database, DatabaseReadiness readiness) : IAssistantTurns
{
    private readonly string _list = $"""
        select id, said_at, data from {database.Table(AssistantTables.Turns)}
        where shop_id = $1 and customer = $2 and said_at >= $3 order by sequence desc limit $4
        """;

    private readonly string _add = $"""
        insert into {database.Table(AssistantTables.Turns)} (shop_id, id, customer, said_at, data)
        values ($1, $2, $3, $4, {AssistantTables.JsonParameter(database, 5)}) on conflict (shop_id, id) do nothing
        """;

    private readonly string _trim = $"""
        delete from {database.Table(AssistantTables.Turns)} where shop_id = $1 and customer = $2 and sequence not in (
            select sequence from {database.Table(AssistantTables.Turns)} where shop_id = $1 and customer = $2
            order by sequence desc limit $3)
        """;

    private readonly string _remove = $"delete from {database.Table(AssistantTables.Turns)} where shop_id = $1 and customer = $2";

    private readonly string _purgeTurns = $"delete from {database.Table(AssistantTables.Turns)} where shop_id = $1 and said_at < $2";

    private readonly string _purgeBudgets = $"delete from {database.Table(AssistantTables.Budgets)} where shop_id = $1 and used_at < $2";

    public async Task<IReadOnlyList<AssistantTurn>> ListAsync(
        string shopId, CustomerKey customer, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AssistantTurn?> newest = await database.ReadAsync(
            new DatabaseStatement(_list, shopId, customer.ToString(), (DateTimeOffset?)since, (long?)limit),
            static row => StoredTurn.Read(
                row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2)),
            cancellationToken).ConfigureAwait(false);
        return [.. newest.OfType<AssistantTurn>().Reverse()];
    }

    public Task AddAsync(string shopId, CustomerKey customer, AssistantTurn turn, int keep, CancellationToken cancellationToken) =>
        WriteAsync(
            [
                new DatabaseStatement(
                    _add, shopId, turn.Id, customer.ToString(), (DateTimeOffset?)turn.At, StoredTurn.Write(turn)),
                new DatabaseStatement(_trim, shopId, customer.ToString(), (long?)keep),
            ],
            cancellationToken);

    public Task RemoveAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
        WriteAsync([new DatabaseStatement(_remove, shopId, customer.ToString())], cancellationToken);

    public Task PurgeAsync(
        string shopId, DateTimeOffset turnsBefore, DateTimeOffset budgetsBefore, CancellationToken cancellationToken) => WriteAsync(
        [
            new DatabaseStatement(_purgeTurns, shopId, (DateTimeOffset?)turnsBefore),
            new DatabaseStatement(_purgeBudgets, shopId, (DateTimeOffset?)budgetsBefore),
        ],
        cancellationToken);

    private async Task WriteAsync(DatabaseStatement[] statements, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(statements, cancellationToken).ConfigureAwait(false);
    }
}
