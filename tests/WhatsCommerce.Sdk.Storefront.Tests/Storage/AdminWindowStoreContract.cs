using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every store of admins' windows must do; each <see cref="Open"/> is another instance of the app.</summary>
public abstract class AdminWindowStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An instance over the store of the test.</summary>
    private protected abstract IAdminWindowStore Open();

    [Fact]
    public async Task Find_WindowThatAnotherInstanceStored_HasItsEnd()
    {
        await Open().ExtendAsync("ann", "777", Noon, Stop);

        Assert.Equal(Noon, await Open().FindAsync("ann", "777", Stop));
    }

    [Fact]
    public async Task Extend_EarlierThanWhatIsStored_ChangesNothing()
    {
        IAdminWindowStore store = Open();
        await store.ExtendAsync("ann", "777", Noon, Stop);
        await store.ExtendAsync("ann", "777", Noon.AddHours(-1), Stop);
        Assert.Equal(Noon, await store.FindAsync("ann", "777", Stop));

        await store.ExtendAsync("ann", "777", Noon.AddHours(1), Stop);
        Assert.Equal(Noon.AddHours(1), await store.FindAsync("ann", "777", Stop));
    }

    [Fact]
    public async Task Find_OtherAdminOrNumber_IsUnknown()
    {
        IAdminWindowStore store = Open();
        await store.ExtendAsync("ann", "777", Noon, Stop);

        Assert.Null(await store.FindAsync("bob", "777", Stop));
        Assert.Null(await store.FindAsync("ann", "888", Stop));
    }
}
