using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace WhatsCommerce.Webhooks;

/// <summary>The file, with the one connection over which all stores of an app work, one statement or transaction at a time.</summary>
/// <remarks>
/// SQLite has one writer anyway: those who wait for it do so here, without a thread, instead of polling the lock of the file. What returns
/// is on the disk: the write-ahead log is synchronized at each commit. Another process that writes is waited for, and so is a transaction
/// of the app's own.
/// </remarks>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>How long another connection that writes is waited for.</summary>
    private const int BusySeconds = 30;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly Tables _tables;
    private SqliteConnection? _connection;
    private SqliteTransaction? _transaction;
    private bool _isDisposed;

    /// <summary>Names the file. It is opened, and its tables are created, when it is first used.</summary>
    /// <exception cref="ArgumentException">The connection string is none, or names no file.</exception>
    public SqliteFile(string connectionString, SqliteOptions? options)
    {
        SqliteConnectionStringBuilder settings = ConnectionText.Read(
            connectionString, static text => new SqliteConnectionStringBuilder(text), "Data Source=shop.db");
        if (settings.DataSource.Length == 0 || settings.DataSource == ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException(
                "The connection string names no file, such as \"Data Source=shop.db\": what is to survive a restart cannot be in memory.",
                nameof(connectionString));
        }

        // One connection that stays open has no use for a pool, which would keep the file open after it was disposed.
        settings.Pooling = false;
        settings.DefaultTimeout = BusySeconds;
        ConnectionString = settings.ConnectionString;
        Options = SqliteOptionsValidator.Checked(options);
        _tables = new(Options);
    }

    public SqliteOptions Options { get; }

    /// <summary>Gets what opens a connection to the file.</summary>
    public string ConnectionString { get; }

    public Tables Tables => _tables;

    /// <summary>Runs work when it is its turn.</summary>
    public async ValueTask<T> RunAsync<T>(Func<SqliteFile, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Open();
            return work(this);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs work in a transaction that holds the file's lock from the beginning, when it is its turn.</summary>
    public ValueTask<T> TransactAsync<T>(Func<SqliteFile, T> work, CancellationToken cancellationToken) => RunAsync(
        file => file.Transact(work), cancellationToken);

    /// <summary>Runs work in such a transaction, and rolls it back unless its result is to be kept.</summary>
    public ValueTask<T> TryTransactAsync<T>(Func<SqliteFile, T> work, Func<T, bool> isKept, CancellationToken cancellationToken) =>
        RunAsync(file => file.Transact(work, isKept), cancellationToken);

    /// <summary>Runs work that has commands of its own in such a transaction.</summary>
    public async Task TransactAsync(Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Open();
            SqliteTransaction transaction = _connection!.BeginTransaction(deferred: false);
            await using (transaction.ConfigureAwait(false))
            {
                await work(_connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Removes old rows in batches until none is left. Others have their turn between two batches.</summary>
    /// <param name="remove">Removes a batch and returns the number of its rows.</param>
    /// <param name="batch">The number of rows in a full batch.</param>
    /// <param name="cancellationToken">A token to cancel the operation; rows that were removed stay removed.</param>
    /// <returns>The number of removed rows.</returns>
    public async Task<long> PurgeAsync(Func<SqliteFile, int> remove, int batch, CancellationToken cancellationToken)
    {
        long all = 0;
        int removed;
        do
        {
            removed = await RunAsync(remove, cancellationToken).ConfigureAwait(false);
            all += removed;
        }
        while (removed == batch);
        return all;
    }

    /// <summary>Runs work without the thread pool, or not at all when it does not get its turn in time.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool TryRun(Action<SqliteFile> work, TimeSpan patience)
    {
        if (!_turn.Wait(patience))
        {
            return false;
        }

        try
        {
            Open();
            work(this);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs a statement. To be called by work only.</summary>
    /// <param name="sql">The statement, whose parameters are $1, $2 and so on. Its text never changes, so that it is prepared once.</param>
    /// <param name="values">The values of the parameters.</param>
    /// <returns>The number of changed rows.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query. To be called by work only.</summary>
    /// <returns>The rows.</returns>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using SqliteDataReader reader = Command(sql, values).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Closes the file, after whoever works on it.</summary>
    public void Dispose()
    {
        _turn.Wait();
        try
        {
            _isDisposed = true;
            Close();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_connection is not null)
        {
            return;
        }

        SqliteConnection connection = new(ConnectionString);
        try
        {
            connection.Open();
            _connection = connection;
            Execute("pragma journal_mode = wal");
            Execute("pragma synchronous = full");
            Transact(static file => file.Migrate());
        }
        catch (SqliteException exception) when (FolderMissing(exception, connection.DataSource) is string folder)
        {
            Abandon(connection);
            throw new InvalidOperationException(
                $"The SQLite file \"{connection.DataSource}\" cannot be opened: there is no folder \"{folder}\". Create it, or name "
                + "another file in the connection string.",
                exception);
        }
        catch
        {
            Abandon(connection);
            throw;
        }
    }

    private void Abandon(SqliteConnection connection)
    {
        Close();
        connection.Dispose();
    }

    private static string? FolderMissing(SqliteException exception, string file) =>
        exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder
            && !Directory.Exists(folder)
            ? folder
            : null;

    private T Transact<T>(Func<SqliteFile, T> work, Func<T, bool>? isKept = null)
    {
        using SqliteTransaction transaction = _connection!.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            T result = work(this);
            if (isKept?.Invoke(result) ?? true)
            {
                transaction.Commit();
            }

            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    private int Migrate()
    {
        Execute($"create table if not exists {_tables.Versions} (version integer primary key, applied_at integer not null) strict");
        int version = Query($"select coalesce(max(version), 0) from {_tables.Versions}", static row => row.GetInt32(0))[0];
        for (; version < _tables.Migrations.Length; version++)
        {
            Execute(_tables.Migrations[version]);
            Execute($"insert into {_tables.Versions} (version, applied_at) values ($1, unixepoch() * 1000)", version + 1);
        }

        return version;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = _connection!.CreateCommand();
            // The statements are constant; the prefix of the names in them was validated.
            command.CommandText = sql;
            for (int i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
            }

            _commands.Add(sql, command);
        }

        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.Transaction = _transaction;
        return command;
    }

    private void Close()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }
}
