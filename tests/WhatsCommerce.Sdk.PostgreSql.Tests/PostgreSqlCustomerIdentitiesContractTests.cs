using Npgsql;
using WhatsCommerce.Tests;
using WhatsCommerce.Tests.Identities;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What all must find, with two instances that have their own connections and remember nothing.</summary>
public sealed class PostgreSqlCustomerIdentitiesContractTests : CustomerIdentitiesContract
{
    private readonly FakeTimeProvider _time = new();
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

    protected override async ValueTask<(ICustomerIdentities Identities, ICustomerIdentities Other)> OpenAsync(
        ICustomersMergedHandler handler)
    {
        _database = await TestDatabase.CreateAsync();
        _second = NpgsqlDataSource.Create(_database.ConnectionString);
        return (
            new PostgreSqlCustomerIdentities(_database.Source, [handler], _database.Options, _time),
            new PostgreSqlCustomerIdentities(_second, [handler], _database.Options, _time));
    }

    protected override void Tick() => _time.Advance(TimeSpan.FromMilliseconds(1));
}
