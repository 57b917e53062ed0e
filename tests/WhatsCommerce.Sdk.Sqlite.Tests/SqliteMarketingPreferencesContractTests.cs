using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What everything that knows preferences must do, with two instances that have their own connections.</summary>
public sealed class SqliteMarketingPreferencesContractTests : MarketingPreferencesContract
{
    private readonly TestFile _file = new();
    private readonly ServiceProvider _app;
    private readonly ServiceProvider _other;

    public SqliteMarketingPreferencesContractTests() => (_app, _other) = (_file.Campaigns(), _file.Campaigns());

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _other.DisposeAsync();
        _file.Dispose();
    }

    protected override ValueTask<(IMarketingPreferences Preferences, IMarketingPreferences Other)> OpenAsync() =>
        new((_app.GetRequiredService<IMarketingPreferences>(), _other.GetRequiredService<IMarketingPreferences>()));
}
