using System.Data;
using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>Runs statements; says what to do where the tables are missing.</summary>
/// <param name="source">The database.</param>
/// <param name="tables">The tables.</param>
/// <param name="owner">The class whose <c>CreateTablesAsync</c> makes them.</param>
/// <remarks>The texts of statements never change, so that they are prepared once for each connection where the data source says so.</remarks>
internal sealed class Database(NpgsqlDataSource source, Tables tables, string owner)
{
    private const int MostTransactions = 5;

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
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
    /// <returns>Its rows.</returns>
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

    /// <summary>Removes what is too old, as long as there is any.</summary>
    /// <param name="sql">The statement; $1 the retention, $2 how many rows at most.</param>
    /// <param name="retention">The retention.</param>
    /// <param name="batch">How many rows at once.</param>
    /// <param name="cancellationToken">Gives the call up; what was removed stays removed.</param>
    /// <returns>How many rows were removed.</returns>
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

    /// <summary>Does some work in a transaction, again from the start when the database ends it because of another one.</summary>
    /// <param name="work">The work; it gets the connection.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
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
    /// <returns>How many rows it changed.</returns>
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
    /// <returns>Its rows.</returns>
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

    /// <summary>Makes the tables, or what they lack. Instances that do so at the same time wait for each other.</summary>
    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Asked first without a lock, so that an app that may not create anything can call this as well.
            if (await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false) >= tables.Version)
            {
                return;
            }

            // Not the database's own isolation level: the version must be read anew once the lock is there.
            NpgsqlTransaction transaction = await connection
                .BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, $"select pg_advisory_xact_lock(hashtextextended('WhatsCommerce {tables.Schema}', 0))", cancellationToken)
                    .ConfigureAwait(false);
                for (int version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false); version < tables.Version; version++)
                {
                    await RunAsync(connection, Step(version), cancellationToken).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What <see cref="CreateTablesAsync"/> runs, for a person who may what the app may not. Each step looks whether it was made.</summary>
    public string CreateTablesScript => $"begin;\n{string.Join('\n', Enumerable.Range(0, tables.Version).Select(StepUnlessMade))}\ncommit;\n";

    // "if not exists" alone asks for the right to create schemas even where there is nothing to do.
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
        do $$ begin
            if not exists (select from pg_namespace where nspname = '{tables.SchemaName}') then create schema {tables.Schema}; end if;
        end $$;
        create table if not exists {tables.Versions} (version integer primary key, applied_at timestamptz not null default now());

        """;

    private async ValueTask<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Asked of the catalog's tables: to_regclass answers from a cache that knows nothing of what happened while we waited for the lock.
        string exists = $"select exists (select from pg_tables where schemaname = '{tables.SchemaName}' and tablename = '{tables.VersionsName}')";
        if (await RunAsync(connection, exists, cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        return (int)(await RunAsync(connection, $"select coalesce(max(version), 0) from {tables.Versions}", cancellationToken).ConfigureAwait(false))!;
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

    private static bool IsMissing(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName;

    private InvalidOperationException TablesMissing(PostgresException exception) => new(
        $"The tables of WhatsCommerce in schema {tables.SchemaName} are missing or older than this version ({exception.MessageText}): call " +
        $"{owner}.CreateTablesAsync when the app starts, or run CreateTablesScript by a role that may create tables.",
        exception);
}
