namespace WhatsCommerce.Storefronts;

/// <summary>Stores the 24-hour windows of admins in a database.</summary>
internal sealed class SqlAdminWindowStore(WhatsCommerceDatabase database, DatabaseReadiness readiness) : IAdminWindowStore
{
    private readonly string _extend = $"""
        insert into {database.Table(NoticeTables.Windows)} as known (admin, phone_number_id, ends_at) values ($1, $2, $3)
        on conflict (admin, phone_number_id) do update set ends_at = excluded.ends_at where known.ends_at < excluded.ends_at
        """;

    private readonly string _find =
        $"select ends_at from {database.Table(NoticeTables.Windows)} where admin = $1 and phone_number_id = $2";

    public async Task ExtendAsync(string admin, PhoneNumberId number, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(
            [new DatabaseStatement(_extend, admin, number.Value ?? "", (DateTimeOffset?)endsAt)], cancellationToken).ConfigureAwait(false);
    }

    public async Task<DateTimeOffset?> FindAsync(string admin, PhoneNumberId number, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<long> rows = await database.ReadAsync(
            new DatabaseStatement(_find, admin, number.Value ?? ""), static row => row.GetInt64(0), cancellationToken)
            .ConfigureAwait(false);
        return rows is [long endsAt] ? DateTimeOffset.FromUnixTimeMilliseconds(endsAt) : null;
    }
}
