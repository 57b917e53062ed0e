using System.Data;
using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>Runs statements, and explains what to do when the tables are missing.</summary>
/// <param name="source">The database.</param>
/// <param name="tables">The tables.</param>
/// <param name="owner">The class whose <c>CreateTablesAsync</c> creates them.</param>
/// <param name="kept">
/// Connections for frequent statements; <see langword="null"/> to use those of <paramref name="source"/> in turn.
/// </param>
/// <remarks>The texts of statements never change, so that each connection prepares them once if the data source allows it.</remarks>
internal sealed class Database(NpgsqlDataSource source, Tables tables, string owner, KeptConnections? kept = null)
{
    private const int MostTransactions = 5;

    /// <summary>Runs a statement.</summary>
    /// <returns>The number of changed rows.</returns>
    public async ValueTask<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlCommand command = Command(sql, parameters);
            await using (command.ConfigureAwait(false))
            {
                return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException exception) when (IsMissing(exception))
        {
            throw TablesMissing(exception);
        }
    }

    /// <summary>Runs a query.</summary>
    /// <returns>The rows.</returns>
    public async ValueTask<List<T>> QueryAsync<T>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlCommand command = Command(sql, parameters);
            await using (command.ConfigureAwait(false))
            {
                return await ReadAllAsync(command, read, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException exception) when (IsMissing(exception))
        {
            throw TablesMissing(exception);
        }
    }

    /// <summary>Runs a query that finds its rows by indexes, see <see cref="IndexPlans"/>.</summary>
    /// <returns>The rows.</returns>
    public async ValueTask<List<T>> QueryByIndexAsync<T>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            if (kept is not null)
            {
                return await kept.RunAsync(connection => ReadAsync(new NpgsqlBatch(connection)), cancellationToken).ConfigureAwait(false);
            }

            return await ReadAsync(source.CreateBatch()).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (IsMissing(exception))
        {
            throw TablesMissing(exception);
        }

        async ValueTask<List<T>> ReadAsync(NpgsqlBatch batch)
        {
            await using (batch.ConfigureAwait(false))
            {
                NpgsqlBatchCommand command = new(sql);
                command.Parameters.AddRange(parameters);
                batch.BatchCommands.Add(new(IndexPlans.Prefer));
                batch.BatchCommands.Add(command);
                return await IndexPlans.ReadLastAsync(batch, read, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes old rows in batches until none is left.</summary>
    /// <param name="sql">The statement; $1 the retention, $2 the maximum number of rows.</param>
    /// <param name="retention">The retention.</param>
    /// <param name="batch">The number of rows in a batch.</param>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public async Task<long> PurgeAsync(string sql, TimeSpan retention, int batch, CancellationToken cancellationToken)
    {
        long all = 0;
        int removed;
        do
        {
            removed = await ExecuteAsync(sql, [Parameter.Of(retention), Parameter.Of(batch)], cancellationToken).ConfigureAwait(false);
            all += removed;
        }
        while (removed == batch);
        return all;
    }

    /// <summary>
    /// Runs work in a transaction, and retries it from the start when the database aborts it because of a concurrent one.
    /// </summary>
    /// <param name="work">The work, called with the connection.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async ValueTask<T> TransactAsync<T>(Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    NpgsqlTransaction transaction = await connection
                        .BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        T result = await work(connection).ConfigureAwait(false);
                        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                        return result;
                    }
                }
            }
            catch (PostgresException exception) when (IsMissing(exception))
            {
                throw TablesMissing(exception);
            }
            catch (PostgresException exception) when (attempt < MostTransactions
                && exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
            }
        }
    }

    /// <summary>Runs a statement on a connection, within its transaction.</summary>
    /// <returns>The number of changed rows.</returns>
    public static async ValueTask<int> ExecuteAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = new(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a query on a connection, within its transaction.</summary>
    /// <returns>The rows.</returns>
    public static async ValueTask<List<T>> QueryAsync<T>(
        NpgsqlConnection connection,
        string sql,
        NpgsqlParameter[] parameters,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken)
    {
        NpgsqlCommand command = new(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            return await ReadAllAsync(command, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates or migrates the tables. Instances that do so concurrently wait for each other.</summary>
    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Read without a lock first, so that an app without permission to create anything can call this as well.
            if (await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false) >= tables.Version)
            {
                return;
            }

            // Not the database's default isolation level: the version must be read again once the lock is held.
            NpgsqlTransaction transaction = await connection
                .BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, tables.TakeLock, cancellationToken).ConfigureAwait(false);
                int version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
                for (; version < tables.Version; version++)
                {
                    await RunAsync(connection, Step(version), cancellationToken).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Throws when the tables are missing or older than this version.</summary>
    public async Task CheckTablesAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            int version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
            if (version < tables.Version)
            {
                throw new InvalidOperationException(
                    $"The tables of WhatsCommerce in schema {tables.SchemaName} are of version "
                    + $"{version.ToString(CultureInfo.InvariantCulture)}, and this app needs version "
                    + $"{tables.Version.ToString(CultureInfo.InvariantCulture)}. Outside of Development nothing is changed "
                    + $"unasked: set {nameof(PostgreSqlOptions.MigrateAtStart)}, "
                    + $"call {nameof(WhatsCommerceDatabase)}.{nameof(WhatsCommerceDatabase.MigrateAsync)} or {owner}.CreateTablesAsync "
                    + $"before the app runs, or run {nameof(WhatsCommerceDatabase)}.{nameof(WhatsCommerceDatabase.GetScript)}() with a "
                    + "role that may create tables.");
            }
        }
    }

    /// <summary>
    /// Gets the script that <see cref="CreateTablesAsync"/> runs, for an administrator with permissions that the app lacks. Each step is
    /// skipped if it was applied before.
    /// </summary>
    public string CreateTablesScript =>
        $"begin;\n{string.Join('\n', Enumerable.Range(0, tables.Version).Select(StepUnlessMade))}\ncommit;\n";

    private string Step(int version) => (version > 0 ? "" : Beginning) + $"""
        {tables.Migrations[version]}
        insert into {tables.Versions} (version) values ({version + 1});
        """;

    private string StepUnlessMade(int version) => (version > 0 ? "" : Beginning) + $"""
        do $step$ begin
        if (select coalesce(max(version), 0) from {tables.Versions}) < {version + 1} then
        {tables.Migrations[version]}
        insert into {tables.Versions} (version) values ({version + 1});
        end if;
        end $step$;
        """;

    private string Beginning => $"""
        {tables.Beginning}
        create table if not exists {tables.Versions} (version integer primary key, applied_at timestamptz not null default now());

        """;

    private async ValueTask<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Read from the catalog tables: to_regclass answers from a cache, which misses changes made while this waited for the lock.
        string exists =
            $"select exists (select from pg_tables where schemaname = '{tables.SchemaName}' and tablename = '{tables.VersionsName}')";
        if (await RunAsync(connection, exists, cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        string version = $"select coalesce(max(version), 0) from {tables.Versions}";
        return (int)(await RunAsync(connection, version, cancellationToken).ConfigureAwait(false))!;
    }

    private static async ValueTask<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = new(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<List<T>> ReadAllAsync<T>(
        NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    private NpgsqlCommand Command(string sql, NpgsqlParameter[] parameters)
    {
        NpgsqlCommand command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static bool IsMissing(PostgresException exception) => exception.SqlState
        is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName;

    private InvalidOperationException TablesMissing(PostgresException exception) => new(
        $"The tables of WhatsCommerce in schema {tables.SchemaName} are missing or older than this version ({exception.MessageText}). " +
        $"Call {owner}.CreateTablesAsync when the app starts, or run CreateTablesScript with a role that may create tables.",
        exception);
}
