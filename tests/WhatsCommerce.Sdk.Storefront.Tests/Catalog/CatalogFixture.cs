using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

/// <summary>The catalog of a shop without a host, connected to a local Cloud API; the clock stands still until the test moves it.</summary>
internal sealed class CatalogFixture : IAsyncDisposable
{
    private readonly Action<IServiceCollection> _configure;
    private readonly List<ServiceProvider> _processes = [];

    private CatalogFixture(CloudApiEmulator cloud, Action<IServiceCollection> configure)
    {
        Cloud = cloud;
        _configure = configure;
        Services = Restart();
    }

    public CloudApiEmulator Cloud { get; }

    public FakeTimeProvider Time { get; } = new();

    public MemoryCatalogStore Store { get; } = new();

    public ServiceProvider Services { get; private set; }

    public StorefrontCatalog Catalog => Services.GetRequiredService<Storefronts.Storefront>().Catalog;

    public WhatsCommerceClient Client => Services.GetRequiredService<WhatsCommerceClient>();

    /// <summary>How many pages of products of the whole catalog were asked for.</summary>
    public int ListRequests => Cloud.Requests.Count(request =>
        request.Path.EndsWith($"/{Cloud.Catalog.Id}/products", StringComparison.Ordinal));

    public static async Task<CatalogFixture> OpenAsync(int products = 0, Action<IServiceCollection>? configure = null)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 1; i <= products; i++)
        {
            cloud.Catalog.Add($"p-{i:000}", $"Product {i}", new Money(i, "USD"));
        }

        return new CatalogFixture(cloud, configure ?? (_ => { }));
    }

    /// <summary>Another process of the same shop: what is stored is there, what is in memory is not.</summary>
    public ServiceProvider Restart()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICatalogStore>(Store);
        services.AddWhatsCommerce(Cloud.Configure);
        services.AddWhatsCommerceStorefrontCore(options => options.Catalog.PageSize = 100).AddCatalog();
        _configure(services);
        Services = services.BuildServiceProvider();
        _processes.Add(Services);
        return Services;
    }

    public async Task<CatalogProduct> FindAsync(RetailerId id) =>
        (await Catalog.FindAsync(id, TestContext.Current.CancellationToken))!;

    public async Task ImportAsync()
    {
        // Products that were read at the very moment at which an import begins count as seen by it.
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Catalog.ImportAsync(cancellationToken: TestContext.Current.CancellationToken)).IsComplete);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider process in _processes)
        {
            await process.DisposeAsync();
        }

        await Cloud.DisposeAsync();
    }
}
