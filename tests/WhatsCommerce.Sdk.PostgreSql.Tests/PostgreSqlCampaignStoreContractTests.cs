using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What every store of campaigns must do, with two instances that have their own connections.</summary>
public sealed class PostgreSqlCampaignStoreContractTests : CampaignStoreContract
{
    private TestDatabase? _database;
    private ServiceProvider? _app;
    private ServiceProvider? _other;

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _app!.DisposeAsync();
            await _other!.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    protected override ValueTask<(ICampaignStore Store, ICampaignStore Other)> OpenAsync()
    {
        _database = TestDatabase.Require();
        (_app, _other) = (_database.Campaigns(), _database.Campaigns());
        return new((_app.GetRequiredService<ICampaignStore>(), _other.GetRequiredService<ICampaignStore>()));
    }
}
