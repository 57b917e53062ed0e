using Npgsql;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>The database of one race: a file, or a PostgreSQL that somebody started.</summary>
internal sealed class RaceFile : IAsyncDisposable
{
    private const string Variable = "WHATSCOMMERCE_TEST_POSTGRESQL";

    private string? _folder;

    public required string Kind { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>The schema in PostgreSQL, which goes away with the race.</summary>
    public string Schema { get; } = $"race_{Guid.NewGuid():N}";

    /// <summary>Skips the running test where there is no PostgreSQL.</summary>
    public static RaceFile Require(string kind)
    {
        if (kind == "sqlite")
        {
            string folder = TestFolder.Make("race-");
            return new() { Kind = kind, ConnectionString = $"Data Source={Path.Combine(folder, "shop.db")}", _folder = folder };
        }

        string? given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(given),
            $"Skipped: {Variable} names no PostgreSQL. Run the tests with: eng/with-postgres.sh dotnet test "
                + "--project tests/WhatsCommerce.Sdk.Storefront.Race.Tests");
        return new() { Kind = kind, ConnectionString = $"{given};Timeout=120;Command Timeout=120" };
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
            return;
        }

        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString);
        await using NpgsqlCommand drop = source.CreateCommand($"drop schema if exists \"{Schema}\" cascade");
        await drop.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
