using Npgsql;
using WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What the shop of <c>CrashTest</c> writes down, and the local Cloud API that it sends to.</summary>
internal static class ShopDatabase
{
    /// <summary>The secret of the processes.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> CreateAsync()
    {
        TestDatabase database = await TestDatabase.CreateAsync();
        await CrashLedger.CreateAsync(database);
        await database.RunAsync($"""
            create table "{database.Options.Schema}".told (
                number bigint generated always as identity, id text not null, once_key text not null, outcome text not null,
                message_id text,
                told_at timestamptz not null default clock_timestamp())
            """);
        return database;
    }

    /// <summary>A local Cloud API that signs as the processes expect, and keeps on delivering while they are dead.</summary>
    public static Task<CloudApiEmulator> StartCloudAsync(Action<CloudApiEmulatorOptions>? configure = null)
    {
        CloudApiEmulatorOptions options = new()
        {
            AppSecret = Secret,
            HistoryLimit = 100_000,
            HistoryByteLimit = 256 * 1024 * 1024,
            UpdatesPerWebhook = 50,
            RedeliveryWaits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(250), 500)],
        };
        configure?.Invoke(options);
        return CloudApiEmulator.StartAsync(options, Cancel);
    }

    /// <summary>What the app was told, in order.</summary>
    public static async Task<IReadOnlyList<ToldOutcome>> ToldAsync(this TestDatabase database)
    {
        List<ToldOutcome> all = [];
        await using NpgsqlCommand command = database.Source.CreateCommand(
            $"select id, once_key, outcome, message_id, told_at from \"{database.Options.Schema}\".told order by number");
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(Cancel);
        while (await row.ReadAsync(Cancel))
        {
            all.Add(new(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.GetFieldValue<DateTimeOffset>(4)));
        }

        return all;
    }
}

/// <summary>What the app was told of a send.</summary>
internal sealed record ToldOutcome(string Id, string OnceKey, string Outcome, string? MessageId, DateTimeOffset At);
