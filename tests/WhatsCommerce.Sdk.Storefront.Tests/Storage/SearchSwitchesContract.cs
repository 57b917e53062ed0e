using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>
/// What every store of the search's switches must do. A store of a database inherits it and gives empty ones for each test.
/// </summary>
public abstract class SearchSwitchesContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Empty switches.</summary>
    protected abstract Task<ISearchSwitches> CreateAsync();

    [Fact]
    public async Task IsEnabled_ShopThatWasNeverSwitched_IsOn()
    {
        ISearchSwitches switches = await CreateAsync();

        Assert.True(await switches.IsEnabledAsync("shop", Stop));
    }

    [Fact]
    public async Task SetEnabled_OffAndOn_HoldsFromTheNextReadOn()
    {
        ISearchSwitches switches = await CreateAsync();

        await switches.SetEnabledAsync("shop", isEnabled: false, Stop);
        bool first = await switches.IsEnabledAsync("shop", Stop);
        await switches.SetEnabledAsync("shop", isEnabled: false, Stop);
        bool second = await switches.IsEnabledAsync("shop", Stop);
        await switches.SetEnabledAsync("shop", isEnabled: true, Stop);

        Assert.Equal((false, false, true), (first, second, await switches.IsEnabledAsync("shop", Stop)));
    }

    [Fact]
    public async Task SetEnabled_OfOneShop_LeavesTheOthers()
    {
        ISearchSwitches switches = await CreateAsync();

        await switches.SetEnabledAsync("north", isEnabled: false, Stop);

        Assert.True(await switches.IsEnabledAsync("south", Stop));
        Assert.False(await switches.IsEnabledAsync("north", Stop));
    }
}
