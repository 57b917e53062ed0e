using Npgsql;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What every ledger must do, with two instances that have their own connections.</summary>
public sealed class PostgreSqlSendLedgerContractTests : SendLedgerContract
{
    private TestDatabase? _database;
    private NpgsqlDataSource? _second;

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _second!.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    protected override async ValueTask<(ISendLedger Ledger, ISendLedger Other)> OpenAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _second = NpgsqlDataSource.Create(_database.ConnectionString);
        return (_database.Ledger(), new PostgreSqlSendLedger(_second, _database.Options));
    }

    protected override async ValueTask PassTimeAsync(TimeSpan time) => await _database!.PassTimeAsync(time);
}
