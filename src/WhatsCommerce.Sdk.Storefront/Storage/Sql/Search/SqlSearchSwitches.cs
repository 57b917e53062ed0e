namespace WhatsCommerce.Storefronts;

/// <summary>Stores in a database whether the search of a shop is enabled, for all instances and across restarts.</summary>
internal sealed class SqlSearchSwitches(WhatsCommerceDatabase database, DatabaseReadiness readiness) : ISearchSwitches
{
    private readonly string _find = $"select is_enabled from {database.Table(SearchTables.Switches)} where shop_id = $1";

    private readonly string _write = $"""
        insert into {database.Table(SearchTables.Switches)} (shop_id, is_enabled) values ($1, $2)
        on conflict (shop_id) do update set is_enabled = excluded.is_enabled
        """;

    public async ValueTask<bool> IsEnabledAsync(string shopId, CancellationToken cancellationToken = default)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<long> rows = await database
            .ReadAsync(new DatabaseStatement(_find, shopId), static row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return rows is not [0];
    }

    public async ValueTask SetEnabledAsync(string shopId, bool isEnabled, CancellationToken cancellationToken = default)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database
            .WriteAsync([new DatabaseStatement(_write, shopId, (long?)(isEnabled ? 1 : 0))], cancellationToken).ConfigureAwait(false);
    }
}
