using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The database of the app: a step is one batch, and so one round trip and one commit.</summary>
internal sealed class PostgreSqlDatabase(
    PostgreSqlSource opened, PostgreSqlOptions options, IEnumerable<DatabaseComponent> components)
    : WhatsCommerceDatabase(opened.DataSource, DatabaseDialect.PostgreSql, components)
{
    private const int MostTransactions = 5;
    private readonly NpgsqlDataSource _source = opened.DataSource;
    private readonly Tables _tables = new(options);

    public override bool? MigratesAtStart => options.MigrateAtStart;

    protected override string Beginning => _tables.Beginning;

    public override string Table(string name) => $"{_tables.Schema}.\"{name}\"";

    public override string Index(string name) => $"\"{name}\"";

    public override string GetScript() => Webhooks.CreateTablesScript + base.GetScript();

    public override async ValueTask<int> WriteAsync(
        IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statements);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(
                    statements.Any(static one => one.PrefersIndexes),
                    connection => WriteOnceAsync(connection, statements, cancellationToken),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (attempt < MostTransactions
                && exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
            }
        }
    }

    public override async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(read);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(
                    statement.PrefersIndexes,
                    connection => ReadOnceAsync(connection, statement, read, cancellationToken),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (attempt < MostTransactions
                && exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
            }
        }
    }

    public override DatabaseStatement? Notification(string channel) => new("select pg_notify($1, '')", ChannelOf(channel));

    public override Task ListenAsync(string channel, Action notified, CancellationToken cancellationToken) =>
        Listener.ListenAsync(_source, ChannelOf(channel), notified, cancellationToken);

    protected override Task MigrateOwnAsync(CancellationToken cancellationToken) => Webhooks.CreateTablesAsync(cancellationToken);

    protected override Task CheckOwnAsync(CancellationToken cancellationToken) => Webhooks.CheckTablesAsync(cancellationToken);

    // Read from the catalog tables: to_regclass answers from a cache.
    protected override string TableExists(string name) =>
        $"select 1 from pg_tables where schemaname = '{_tables.SchemaName}' and tablename = '{name}'";

    protected override string Unless(string condition, string script) => $"""
        do $step$ begin
        if not exists ({condition}) then
        {script}
        end if;
        end $step$;
        """;

    protected override async Task MigrateLockedAsync(
        Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Not the database's default isolation level: the versions must be read again once the lock is held.
            NpgsqlTransaction transaction = await connection
                .BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await Database.ExecuteAsync(connection, _tables.TakeLock, [], cancellationToken).ConfigureAwait(false);
                await work(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Only the queue keeps connections: apps that share a data source would otherwise occupy all of its pool.
    private async ValueTask<T> RunAsync<T>(
        bool isOfTheQueue, Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (isOfTheQueue)
        {
            return await opened.Kept.RunAsync(work, cancellationToken).ConfigureAwait(false);
        }

        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await work(connection).ConfigureAwait(false);
        }
    }

    private static async ValueTask<int> WriteOnceAsync(
        NpgsqlConnection connection, IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = new(connection);
        await using (batch.ConfigureAwait(false))
        {
            if (statements.Any(static one => one.PrefersIndexes))
            {
                batch.BatchCommands.Add(new(IndexPlans.PreferInOrder));
            }

            foreach (DatabaseStatement statement in statements)
            {
                batch.BatchCommands.Add(Command(statement));
            }

            try
            {
                await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return Written;
            }
            catch (PostgresException exception) when (
                exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero)
            {
                // Earlier statements were answered; whether the exception contains the statement depends on the connection string.
                int first = batch.BatchCommands.Count - statements.Count;
                return Enumerable.Range(0, statements.Count)
                    .First(i => batch.BatchCommands[first + i].StatementType == Npgsql.StatementType.Unknown);
            }
        }
    }

    private static async ValueTask<List<T>> ReadOnceAsync<T>(
        NpgsqlConnection connection, DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = new(connection);
        await using (batch.ConfigureAwait(false))
        {
            if (statement.PrefersIndexes)
            {
                batch.BatchCommands.Add(new(IndexPlans.PreferInOrder));
            }

            batch.BatchCommands.Add(Command(statement));
            return await IndexPlans.ReadLastAsync(batch, read, cancellationToken).ConfigureAwait(false);
        }
    }

    // Apps that share a database have separate schemas. A hash, since both names together may be too long for a channel.
    private string ChannelOf(string channel) =>
        "whatscommerce_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_tables.SchemaName}.{channel}")))[..16];

    private Database Webhooks => new(_source, _tables, nameof(PostgreSqlWebhookStore));

    // A batch is one transaction that only an error rolls back. So a statement that must change a row divides by the number of its rows.
    private static NpgsqlBatchCommand Command(DatabaseStatement statement)
    {
        NpgsqlBatchCommand command = new(
            statement.MustChange ? $"with changed as ({statement.Sql} returning 1) select 1 / count(*) from changed" : statement.Sql);
        foreach (DatabaseValue value in statement.Values)
        {
            command.Parameters.Add(ParameterOf(value));
        }

        return command;
    }

    private static NpgsqlParameter ParameterOf(DatabaseValue value) => value.Type switch
    {
        DatabaseType.Text => Parameter.Of(value.Text),
        DatabaseType.Number => value.IsNull ? new NpgsqlParameter<long?> { TypedValue = null } : Parameter.Of(value.Number),
        DatabaseType.Bytes => value.IsNull ? new NpgsqlParameter<byte[]?> { TypedValue = null } : Parameter.Of(value.Bytes!),
        DatabaseType.Id => value.IsNull ? new NpgsqlParameter<Guid?> { TypedValue = null } : Parameter.Of(value.Id),
        _ => value.List switch
        {
            string?[] texts => Parameter.Of<string?>(texts),
            long[] numbers => Parameter.Of(numbers),
            byte[][] blobs => Parameter.Of(blobs),
            Guid[] ids => Parameter.Of(ids),
            _ => throw new ArgumentException($"A list of the type {value.Type} is absent.", nameof(value)),
        },
    };
}
