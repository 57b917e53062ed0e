using System.Data.Common;
using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>Applies the migration scripts of components, each once, and reports missing ones.</summary>
internal sealed class DatabaseMigrations(WhatsCommerceDatabase database)
{
    private const string Name = "migrations";

    public async Task ApplyAsync(IReadOnlyList<DatabaseComponent> components, CancellationToken cancellationToken)
    {
        // Read without the lock first, so that an app without permission to change anything can call this as well.
        Dictionary<string, int> versions = await ReadAsync(cancellationToken).ConfigureAwait(false);
        RefuseNewer(components, versions);
        if (components.All(component => IsCurrent(component, versions)))
        {
            return;
        }

        await database.MigrateLockedAsync(
            async (connection, token) =>
            {
                await ExecuteAsync(connection, Make(), token).ConfigureAwait(false);
                Dictionary<string, int> locked = await ReadVersionsAsync(connection, token).ConfigureAwait(false);
                RefuseNewer(components, locked);
                foreach (DatabaseComponent component in components)
                {
                    for (int next = locked.GetValueOrDefault(component.Name) + 1; next <= component.Version; next++)
                    {
                        await ExecuteAsync(connection, Step(component, next), token).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task CheckAsync(IReadOnlyList<DatabaseComponent> components, CancellationToken cancellationToken)
    {
        Dictionary<string, int> versions = await ReadAsync(cancellationToken).ConfigureAwait(false);
        RefuseNewer(components, versions);
        if (components.FirstOrDefault(component => !IsCurrent(component, versions)) is { } old)
        {
            throw new InvalidOperationException(
                $"The tables of \"{old.Name}\" are of version {Text(versions.GetValueOrDefault(old.Name))}, and this app needs version "
                + $"{Text(old.Version)}. Outside of Development nothing is changed unasked: let the app do it at start by the option of "
                + "the database, call WhatsCommerceDatabase.MigrateAsync, or run WhatsCommerceDatabase.GetScript() with a role that may "
                + "create tables.");
        }
    }

    public string Script(IReadOnlyList<DatabaseComponent> components)
    {
        StringBuilder script = new StringBuilder("begin;\n").AppendLine(Make());
        foreach (DatabaseComponent component in components)
        {
            for (int version = 1; version <= component.Version; version++)
            {
                string condition =
                    $"select 1 from {Table} where component = '{component.Name}' and version >= {Text(version)}";
                script.AppendLine(database.Unless(condition, Step(component, version)));
            }
        }

        return script.AppendLine("commit;").ToString();
    }

    private string Table => database.Table(Name);

    private string NumberType => database.Dialect == DatabaseDialect.PostgreSql ? "bigint" : "integer";

    private string Now => database.Dialect == DatabaseDialect.PostgreSql
        ? "(extract(epoch from clock_timestamp()) * 1000)::bigint"
        : "unixepoch() * 1000";

    private string Make() => $"""
        {database.Beginning}
        create table if not exists {Table} (
            component text not null,
            version {NumberType} not null,
            applied_at {NumberType} not null,
            primary key (component, version)
        );
        """;

    private string Step(DatabaseComponent component, int version) => $"""
        {component.GetMigration(version, database)}
        insert into {Table} (component, version, applied_at) values ('{component.Name}', {Text(version)}, {Now});
        """;

    private async Task<Dictionary<string, int>> ReadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<bool> exists = await database.ReadAsync(
            new DatabaseStatement(database.TableExists(Name)), static _ => true, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<(string, int)> rows = exists.Count == 0
            ? []
            : await database.ReadAsync(new DatabaseStatement(VersionsQuery), ReadRow, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, int>> ReadVersionsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbCommand command = Command(connection, VersionsQuery);
        await using (command.ConfigureAwait(false))
        {
            Dictionary<string, int> versions = new(StringComparer.Ordinal);
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    (string component, int version) = ReadRow(reader);
                    versions.Add(component, version);
                }
            }

            return versions;
        }
    }

    private string VersionsQuery => $"select component, max(version) from {Table} group by component";

    private static (string Component, int Version) ReadRow(DbDataReader row) =>
        (row.GetString(0), (int)row.GetInt64(1));

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        DbCommand command = Command(connection, sql);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        DbCommand command = connection.CreateCommand();
        // The scripts are constant; the names of schema, prefix and components were validated.
        command.CommandText = sql;
        return command;
    }

    private static bool IsCurrent(DatabaseComponent component, Dictionary<string, int> versions) =>
        versions.GetValueOrDefault(component.Name) == component.Version;

    private static void RefuseNewer(IReadOnlyList<DatabaseComponent> components, Dictionary<string, int> versions)
    {
        if (components.FirstOrDefault(component => versions.GetValueOrDefault(component.Name) > component.Version) is { } newer)
        {
            throw new InvalidOperationException(
                $"The tables of \"{newer.Name}\" were changed to version {Text(versions[newer.Name])} by a later version of this app, "
                + $"which knows version {Text(newer.Version)} only, and could damage them. Update the app.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
