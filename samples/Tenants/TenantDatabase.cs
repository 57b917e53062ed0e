using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using WhatsCommerce;

namespace Tenants;

/// <summary>The tenants, in a table of this app. It contains tokens and secrets, so protect the file accordingly.</summary>
internal sealed class TenantDatabase(string connectionString, TimeProvider time) : IWhatsCommerceTenantDirectory
{
    private const string Columns =
        "id, name, plan, number, account, access_token, verify_token, app_secret, old_secret, old_until, version";

    /// <summary>Creates the table if it does not exist.</summary>
    public Task CreateAsync(CancellationToken cancellationToken = default) => ExecuteAsync(
        """
        create table if not exists tenants (
            id text primary key, name text not null, plan text not null,
            number text not null unique, account text not null,
            access_token text not null, verify_token text, app_secret text, old_secret text, old_until integer,
            version integer not null default 1)
        """,
        cancellationToken);

    /// <summary>Adds a tenant, whose webhooks are accepted from then on.</summary>
    /// <param name="shop">The tenant, with one number and one account; with an app secret if it has a Meta app of its own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task AddAsync(Shop shop, CancellationToken cancellationToken = default) => ExecuteAsync(
        """
        insert into tenants (id, name, plan, number, account, access_token, verify_token, app_secret)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        cancellationToken,
        shop.Id,
        shop.Name,
        shop.Plan,
        shop.PhoneNumberIds[0].Value,
        shop.BusinessAccountIds[0].Value,
        shop.AccessToken,
        shop.VerifyToken,
        shop.AppSecrets is [var secret, ..] ? secret.Value : null);

    /// <summary>Sets a new app secret. The old one is accepted as long as Meta may redeliver webhooks that were signed with it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="newSecret">The secret from the App Dashboard.</param>
    /// <param name="oldIsValidFor">How long the old one is accepted; Meta redelivers for up to seven days.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task RotateAsync(
        string tenantId, string newSecret, TimeSpan oldIsValidFor, CancellationToken cancellationToken = default) => ExecuteAsync(
        "update tenants set old_secret = app_secret, old_until = $3, app_secret = $2, version = version + 1 where id = $1",
        cancellationToken,
        tenantId,
        newSecret,
        time.GetUtcNow().Add(oldIsValidFor).ToUnixTimeMilliseconds());

    /// <summary>Removes a tenant. Its later webhooks are foreign events (WebhookTenantOptions.Foreign).</summary>
    public Task RemoveAsync(string tenantId, CancellationToken cancellationToken = default) =>
        ExecuteAsync("delete from tenants where id = $1", cancellationToken, tenantId);

    public ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default) =>
        FirstAsync(ReadAsync("where id = $1", cancellationToken, tenantId), cancellationToken);

    // If the webhook contains a number, it must belong to the tenant, because an account may have numbers of other tenants.
    public ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default) =>
        FirstAsync(
            route.PhoneNumberId.HasValue
                ? ReadAsync("where number = $1", cancellationToken, route.PhoneNumberId.Value)
                : ReadAsync("where account = $1", cancellationToken, route.BusinessAccountId.Value),
            cancellationToken);

    public IAsyncEnumerable<WhatsCommerceTenant> ListAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("order by id", cancellationToken);

    private static async ValueTask<WhatsCommerceTenant?> FirstAsync(IAsyncEnumerable<Shop> found, CancellationToken cancellationToken) =>
        await found.FirstOrDefaultAsync(cancellationToken);

    private async IAsyncEnumerable<Shop> ReadAsync(
        string condition, [EnumeratorCancellation] CancellationToken cancellationToken, params object?[] values)
    {
        await using SqliteConnection connection = await OpenAsync(cancellationToken);
        await using SqliteCommand command = Command(connection, $"select {Columns} from tenants {condition}", values);
        await using SqliteDataReader row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new Shop(row.GetString(0))
            {
                Name = row.GetString(1),
                Plan = row.GetString(2),
                PhoneNumberIds = [row.GetString(3)],
                BusinessAccountIds = [row.GetString(4)],
                AccessToken = row.GetString(5),
                VerifyToken = row.IsDBNull(6) ? null : row.GetString(6),
                AppSecrets = [.. SecretsOf(row)],
                Version = row.GetInt64(10).ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
        }
    }

    private static IEnumerable<TenantSecret> SecretsOf(SqliteDataReader row)
    {
        if (!row.IsDBNull(7))
        {
            yield return row.GetString(7);
        }

        if (!row.IsDBNull(8))
        {
            yield return new(row.GetString(8), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)));
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using SqliteConnection connection = await OpenAsync(cancellationToken);
        await using SqliteCommand command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        SqliteConnection connection = new(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, object?[] values)
    {
#pragma warning disable CA2100 // The statements are written above; values are parameters.
        SqliteCommand command = new(sql, connection);
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }
}
