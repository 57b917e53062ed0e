namespace WhatsCommerce.Messages;

/// <summary>Stores preferences in the app's database, for all instances.</summary>
internal sealed class SqlMarketingPreferences(WhatsCommerceDatabase database) : IMarketingPreferences, IDisposable
{
    private readonly DatabaseReadiness _readiness = new(database, isDevelopment: false);

    private readonly string _record = $"""
        insert into {database.Table(CampaignTables.Preferences)} as p (from_number, recipient, stopped, changed_at)
        values ($1, $2, $3, $4)
        on conflict (from_number, recipient) do update set stopped = excluded.stopped, changed_at = excluded.changed_at
        where p.changed_at <= excluded.changed_at
        """;

    private readonly string _find = $"""
        select recipient from {database.Table(CampaignTables.Preferences)}
        where from_number = $1 and stopped = 1 and recipient in ({(database.Dialect == DatabaseDialect.PostgreSql
            ? "select value from json_array_elements_text($2::json) as t (value)"
            : "select value from json_each($2)")})
        """;

    public async ValueTask RecordAsync(MarketingPreference preference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(preference);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);

        // In a fixed order, so that two events of one customer cannot deadlock.
        await database.WriteAsync(
            [
                .. preference.RecipientHashes.Distinct().Order(StringComparer.Ordinal).Select(recipient => new DatabaseStatement(
                    _record,
                    preference.From.Value ?? "",
                    recipient,
                    (long?)(preference.IsStopped ? 1 : 0),
                    (DateTimeOffset?)preference.At)),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlySet<string>> FindStoppedAsync(
        PhoneNumberId from, IReadOnlyCollection<string> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> stopped = await database.ReadAsync(
            new DatabaseStatement(_find, from.Value ?? "", CampaignStatements.JsonOf(recipients)),
            static row => row.GetString(0),
            cancellationToken).ConfigureAwait(false);
        return stopped.ToHashSet(StringComparer.Ordinal);
    }

    public void Dispose() => _readiness.Dispose();
}
