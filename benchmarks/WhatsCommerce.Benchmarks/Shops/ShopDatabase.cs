using Npgsql;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>The PostgreSQL that <c>eng/with-postgres.sh</c> starts for a run: its durability is switched here.</summary>
internal static class ShopDatabase
{
    private const string Variable = "WHATSCOMMERCE_TEST_POSTGRESQL";

    /// <summary>Gets why the rows that need PostgreSQL cannot be measured; <see langword="null"/> when they can.</summary>
    public static string? Missing => Environment.GetEnvironmentVariable(Variable) is null
        ? $"{Variable} is not set: run the program by eng/with-postgres.sh, which starts a PostgreSQL of its own"
        : null;

    /// <summary>Gets the connection string, with statements prepared: for whoever opens and closes connections of their own.</summary>
    public static string ConnectionString => new NpgsqlConnectionStringBuilder(
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(Missing))
    {
        MaxAutoPrepare = 100,
    }.ConnectionString;

    /// <summary>Opens the database, with statements prepared.</summary>
    /// <param name="database">Another database of the server; <see langword="null"/> for the one that the variable names.</param>
    public static NpgsqlDataSource Open(string? database = null)
    {
        NpgsqlConnectionStringBuilder settings = new(ConnectionString);
        settings.Database = database ?? settings.Database;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Switches, for the whole server, whether a commit waits for the disk, and drops what earlier processes left.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource source, bool fsync, params string[] schemas)
    {
        await RunAsync(source, $"alter system set fsync = {(fsync ? "on" : "off")}");
        await RunAsync(source, "select pg_reload_conf()");
        string? now = null;
        for (int attempt = 0; attempt < 100 && now != (fsync ? "on" : "off"); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            await using NpgsqlCommand show = source.CreateCommand("show fsync");
            now = (string?)await show.ExecuteScalarAsync();
        }

        if (now != (fsync ? "on" : "off"))
        {
            throw new InvalidOperationException("PostgreSQL did not take the setting of fsync.");
        }

        foreach (string schema in schemas)
        {
            await RunAsync(source, $"drop schema if exists \"{schema}\" cascade");
        }
    }

    /// <summary>Runs a statement of the benchmark itself.</summary>
    public static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Returns the number of transactions that have written something, on the whole server.</summary>
    public static async Task<long> WritesAsync(NpgsqlDataSource source)
    {
        await using NpgsqlCommand command =
            source.CreateCommand("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
