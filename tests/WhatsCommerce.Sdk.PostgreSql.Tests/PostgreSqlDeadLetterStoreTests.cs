using Npgsql;
using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What every store of dead letters must do, and what this one does on top.</summary>
public sealed class PostgreSqlDeadLetterStoreTests : DeadLetterStoreContract
{
    private TestDatabase? _database;

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override async ValueTask<IDeadLetterStore> OpenAsync()
    {
        _database = await TestDatabase.CreateAsync();
        return new PostgreSqlDeadLetterStore(_database.Source, _database.Options);
    }

    [Fact]
    public async Task Append_IdsOfAnyLength_AreToldApart()
    {
        string id = new('i', 100_000);
        await Store.AppendAsync(Letter(id), Cancel);
        await Store.AppendAsync(Letter(id + "\0"), Cancel);

        Assert.Equal(2, await Store.CountAsync(Cancel));
        Assert.True(await Store.RemoveAsync(id + "\0", Cancel));
    }

    [Fact]
    public async Task List_ReasonOfALaterVersion_IsStillALetter()
    {
        await Store.AppendAsync(Letter("0123abcd"), Cancel);
        await _database!.RunAsync($"update \"{_database.Options.Schema}\".webhook_dead_letters set reason = 'Unheard'");

        await foreach (DeadLetter letter in Store.ListAsync(Cancel))
        {
            Assert.Equal("0123abcd", letter.Id);
        }
    }

    [Fact]
    public async Task Count_ServerThatTakesNoWrites_Throws()
    {
        await using NpgsqlDataSource source =
            NpgsqlDataSource.Create($"{_database!.ConnectionString};Options=-c default_transaction_read_only=on");
        PostgreSqlDeadLetterStore standby = new(source, _database.Options);

        PostgresException exception = await Assert.ThrowsAsync<PostgresException>(async () => await standby.CountAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, exception.SqlState);
    }
}
