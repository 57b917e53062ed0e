using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What everything that knows preferences must do, with two instances that have their own connections.</summary>
public sealed class PostgreSqlMarketingPreferencesContractTests : MarketingPreferencesContract
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

    protected override ValueTask<(IMarketingPreferences Preferences, IMarketingPreferences Other)> OpenAsync()
    {
        _database = TestDatabase.Require();
        (_app, _other) = (_database.Campaigns(), _database.Campaigns());
        return new((_app.GetRequiredService<IMarketingPreferences>(), _other.GetRequiredService<IMarketingPreferences>()));
    }
}
