using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every store of campaigns must do, with two instances that have their own connections.</summary>
public sealed class SqliteCampaignStoreContractTests : CampaignStoreContract
{
    private readonly TestFile _file = new();
    private readonly ServiceProvider _app;
    private readonly ServiceProvider _other;

    public SqliteCampaignStoreContractTests() => (_app, _other) = (_file.Campaigns(), _file.Campaigns());

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _other.DisposeAsync();
        _file.Dispose();
    }

    protected override ValueTask<(ICampaignStore Store, ICampaignStore Other)> OpenAsync() =>
        new((_app.GetRequiredService<ICampaignStore>(), _other.GetRequiredService<ICampaignStore>()));
}
