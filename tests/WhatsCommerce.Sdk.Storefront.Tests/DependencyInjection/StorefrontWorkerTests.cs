using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

public sealed class StorefrontWorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_OfHundredsOfTenants_AreHandledByOneTimer()
    {
        FakeTimeProvider time = new();
        Tenants tenants = new() { Ids = [.. Enumerable.Range(0, 300).Select(i => $"tenant-{i}")] };
        ConcurrentBag<string> heard = [];
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time).AddSingleton<IStorefrontDirectory>(tenants);
        services.AddWhatsCommerceStorefrontCore(_ => { }).AddCarts().On<CartReceived>("hear", (received, _) =>
        {
            heard.Add(received.ShopId);
            return Task.CompletedTask;
        });
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        IStorefrontFactory factory = provider.GetRequiredService<IStorefrontFactory>();
        StorefrontWorker worker = provider.GetServices<IHostedService>().OfType<StorefrontWorker>().Single();

        await worker.StartAsync(Stop);
        await Patiently.Until(() => provider.GetRequiredService<Shops>().Active.Count() == tenants.Ids.Length);
        foreach (string id in tenants.Ids)
        {
            await (await factory.FindAsync(id, Stop))!.Carts.CreateAsync(
                new CustomerKey("pablo"), "+16505551234", [new CartLine { RetailerId = "apple", Quantity = 1 }], Stop);
        }

        // The clock stands still: each cart wakes the work of its shop.
        await Patiently.Until(() => heard.Count == tenants.Ids.Length);
        await Patiently.Until(() => time.Timers == 1);
        await worker.StopAsync(Stop);

        Assert.Equal(tenants.Ids.Order(), heard.Order());
    }

    [Fact]
    public async Task Tenant_ThatIsListedLater_IsWorkedForFromThenOn()
    {
        FakeTimeProvider time = new();
        Tenants tenants = new() { Ids = ["known"], Listed = false };
        ConcurrentBag<string> heard = [];
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time).AddSingleton<IStorefrontDirectory>(tenants);
        services.AddWhatsCommerceStorefrontCore(_ => { }).AddCarts().On<CartReceived>("hear", (received, _) =>
        {
            heard.Add(received.ShopId);
            return Task.CompletedTask;
        });
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        StorefrontWorker worker = provider.GetServices<IHostedService>().OfType<StorefrontWorker>().Single();
        await worker.StartAsync(Stop);
        await Patiently.Until(() => time.IsAwaited(wait => wait == new StorefrontOptions().DirectoryInterval));
        Storefronts.Storefront shop = (await provider.GetRequiredService<IStorefrontFactory>().FindAsync("known", Stop))!;
        await shop.Carts.CreateAsync(
            new CustomerKey("pablo"), "+16505551234", [new CartLine { RetailerId = "apple", Quantity = 1 }], Stop);

        Assert.Empty(heard);
        tenants.Listed = true;
        time.Advance(new StorefrontOptions().DirectoryInterval);
        await Patiently.Until(() => !heard.IsEmpty);
        await worker.StopAsync(Stop);
    }

    private sealed class Tenants : IStorefrontDirectory
    {
        public required string[] Ids { get; init; }

        public bool Listed { get; set; } = true;

        public ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Ids.Contains(shopId) ? new StorefrontListing(shopId) : null);

        public ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<StorefrontListing?>(null);

        public IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default) =>
            (Listed ? Ids : []).Select(id => new StorefrontListing(id)).ToAsyncEnumerable();
    }
}
