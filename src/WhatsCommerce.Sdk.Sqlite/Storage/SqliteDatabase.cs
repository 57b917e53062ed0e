using System.Data.Common;

namespace WhatsCommerce.Webhooks;

/// <summary>The file as the database of the app: all writes use the file's single connection, one at a time.</summary>
internal sealed class SqliteDatabase(SqliteFile file, IEnumerable<DatabaseComponent> components)
    : WhatsCommerceDatabase(SqliteFactory.Instance.CreateDataSource(file.ConnectionString), DatabaseDialect.Sqlite, components)
{
    public SqliteFile File => file;

    /// <summary>The file belongs to the app, which creates it at first use, with its tables.</summary>
    public override bool? MigratesAtStart => true;

    public override string Table(string name) => file.Tables.Name(name);

    public override string Index(string name) => file.Tables.Name(name);

    public override ValueTask<int> WriteAsync(
        IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return file.TryTransactAsync(
            open =>
            {
                for (int i = 0; i < statements.Count; i++)
                {
                    if (!Holds(open, statements[i]))
                    {
                        return i;
                    }
                }

                return Written;
            },
            static result => result == Written,
            cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(read);
        return await file.RunAsync(open => open.Query(statement.Sql, read, ValuesOf(statement)), cancellationToken).ConfigureAwait(false);
    }

    protected override Task MigrateOwnAsync(CancellationToken cancellationToken) =>
        file.RunAsync(static _ => true, cancellationToken).AsTask();

    protected override string TableExists(string name) =>
        $"select 1 from sqlite_master where type = 'table' and name = '{Table(name).Trim('"')}'";

    protected override string Unless(string condition, string script) => script;

    protected override Task MigrateLockedAsync(
        Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        file.TransactAsync(work, cancellationToken);

    private static bool Holds(SqliteFile open, DatabaseStatement statement)
    {
        try
        {
            return open.Execute(statement.Sql, ValuesOf(statement)) > 0 || !statement.MustChange;
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode
            is SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            return false;
        }
    }

    private static object?[] ValuesOf(DatabaseStatement statement) =>
    [
        .. statement.Values.Select(static value => value switch
        {
            { IsNull: true } => (object?)null,
            { Type: DatabaseType.Text } => value.Text,
            { Type: DatabaseType.Number } => value.Number,
            { Type: DatabaseType.Bytes } => value.Bytes,
            _ => Stored.Of(value.Id),
        }),
    ];
}
