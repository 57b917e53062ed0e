using Microsoft.Data.Sqlite;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>A file of its own for each test, deleted afterwards with what SQLite keeps beside it.</summary>
internal sealed class TestFile : IDisposable
{
    private readonly string _folder = TestFolder.Make("whatscommerce-sqlite-");
    private readonly List<IDisposable> _stores = [];

    public FakeTimeProvider Time { get; } = new();

    /// <summary>Nothing is purged in the background: a test that moves the clock would not know when.</summary>
    public SqliteOptions Options { get; } = new() { PurgeInterval = Timeout.InfiniteTimeSpan };

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "shop.db") }.ConnectionString;

    /// <summary>A store that has its own connection, as another process has it.</summary>
    public SqliteWebhookStore Store() => Added(new SqliteWebhookStore(ConnectionString, Options, Time));

    public SqliteSendLedger Ledger() => Added(new SqliteSendLedger(ConnectionString, Options, Time));

    public SqliteDeadLetterStore DeadLetters() => Added(new SqliteDeadLetterStore(ConnectionString, Options));

    public SqliteCustomerIdentities Identities(ICustomersMergedHandler handler) =>
        Added(new SqliteCustomerIdentities(ConnectionString, [handler], Options, Time));

    /// <summary>A connection of the app's own, which the pool does not keep open.</summary>
    public SqliteConnection Open()
    {
        SqliteConnection connection = new(ConnectionString + ";Pooling=False");
        connection.Open();
        return connection;
    }

    public void Run(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }

    public T Read<T>(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = new(sql, connection);
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private T Added<T>(T store)
        where T : IDisposable
    {
        _stores.Add(store);
        return store;
    }
}
