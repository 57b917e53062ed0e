using Microsoft.Data.Sqlite;

namespace CornerShop;

/// <summary>The shop's own tables, in the same SQLite file as the SDK's handled events and sent messages.</summary>
public sealed class ShopDatabase
{
    private readonly string _connectionString;

    public ShopDatabase(string connectionString)
    {
        _connectionString = connectionString;
        Execute("""
            create table if not exists orders (
                cart text primary key, link text not null unique, customer text not null, lines text not null, total text not null,
                placed integer not null default 0, confirmation text, is_settled integer not null default 0);
            create table if not exists messages (id text primary key, kind text, status text, since text);
            """);
    }

    public void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = Command(connection, sql, parameters);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new(_connectionString);
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
