using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

public sealed class FollowTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_WhatHasChangedSinceTheLastLook_IsStoredAndTold()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 6);
        await shop.ImportAsync();
        EmulatedCatalog catalog = shop.Cloud.Catalog;
        catalog.Update("p-001", item => item with { Price = new Money(9, "USD") });
        catalog.Update("p-002", item => item with { Availability = ItemAvailability.OutOfStock });
        catalog.Update("p-003", item => item with { Title = "Renamed" });
        shop.Cloud.Reviews.Reject("p-004", "WEAPONS");
        catalog.Remove("p-005");
        catalog.Add("p-007", "Product 7", new Money(7, "USD"));

        List<CatalogProductChange> changes = await FollowAsync(shop, changes: 6);

        Assert.Equal(
            [
                ("p-001", ProductChanges.Price),
                ("p-002", ProductChanges.Availability),
                ("p-003", ProductChanges.Content),
                ("p-004", ProductChanges.Review),
                ("p-005", ProductChanges.Removed),
                ("p-007", ProductChanges.Added),
            ],
            changes.Select(change => (change.Product.RetailerId.Value!, change.Changes)).Order());
        Assert.Equal((new Money(1, "USD"), new Money(9, "USD")), (changes[0].Before!.Price, changes[0].Product.Price));
        Assert.Equal(new Money(9, "USD"), (await shop.FindAsync("p-001")).Price);
    }

    [Fact]
    public async Task Follow_LookThatFails_IsMadeAgain()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 2);
        await shop.ImportAsync();
        shop.Cloud.Catalog.Update("p-001", item => item with { Price = new Money(9, "USD") });
        int refused = 0;
        shop.Cloud.Faults.When(
            request => request.Path.EndsWith("/products", StringComparison.Ordinal) && Interlocked.Increment(ref refused) <= 2,
            EmulatedFault.Error(190, 401, "The access token has expired"));

        CatalogProductChange change = Assert.Single(await FollowAsync(shop, changes: 1));

        Assert.Equal(ProductChanges.Price, change.Changes);
        Assert.True(refused > 2);
    }

    [Fact]
    public async Task Follow_AnotherInstanceLookedJustNow_WaitsUntilTheNextLookIsDue()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 2);
        await shop.ImportAsync();
        int requests = shop.ListRequests;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task following = EndAsync(shop.Catalog.FollowAsync(end.Token));
        await Patiently.Until(() => shop.Time.IsAwaited(wait => wait == Interval));

        Assert.Equal(requests, shop.ListRequests);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task Follow_ImportThatOthersAreAt_IsTakenOverWhenNothingCameOfItForAMinute()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        using CancellationTokenSource killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shop.Catalog.ImportAsync(new Killer(killed), killed.Token));
        int requests = shop.ListRequests;
        shop.Restart();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task following = EndAsync(shop.Catalog.FollowAsync(end.Token));
        await Patiently.Until(() => shop.Time.IsAwaited(wait => wait == TimeSpan.FromSeconds(10)));
        Assert.Equal(requests, shop.ListRequests);

        await AdvanceUntilAsync(
            shop, async () => (await shop.Catalog.GetImportAsync(Stop))!.State == CatalogImportState.Completed);

        Assert.Equal(250, (await shop.Catalog.GetImportAsync(Stop))!.Products);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task Worker_AtTheFirstStart_ImportsUnasked()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 150);
        StorefrontWorker worker = shop.Services.GetServices<IHostedService>().OfType<StorefrontWorker>().Single();

        await worker.StartAsync(Stop);
        await Patiently.Until(async () => (await shop.Catalog.GetImportAsync(Stop))?.State == CatalogImportState.Completed);
        await worker.StopAsync(Stop);

        Assert.Equal(150, (await shop.Catalog.GetImportAsync(Stop))!.Products);
    }

    [Fact]
    public async Task Worker_SwitchedOff_ReadsNothing()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(
            products: 1, services => services.Configure<StorefrontOptions>(options => options.Catalog.RunInBackground = false));
        CatalogWork work = shop.Services.GetRequiredService<Shops>().Default.Own<IShopWork>().OfType<CatalogWork>().Single();

        Assert.Equal(Timeout.InfiniteTimeSpan, await work.RunAsync(Stop));

        Assert.Empty(shop.Cloud.Requests);
    }

    private static async Task<List<CatalogProductChange>> FollowAsync(CatalogFixture shop, int changes)
    {
        ConcurrentQueue<CatalogProductChange> seen = [];
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task following = Task.Run(
            async () =>
            {
                await foreach (CatalogProductChange change in shop.Catalog.FollowAsync(end.Token))
                {
                    seen.Enqueue(change);
                }
            },
            Stop);
        await AdvanceUntilAsync(shop, () => Task.FromResult(seen.Count >= changes || following.IsCompleted));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        return [.. seen];
    }

    /// <summary>Moves the clock on whenever the follower waits for its next look.</summary>
    private static Task AdvanceUntilAsync(CatalogFixture shop, Func<Task<bool>> condition) => Patiently.Until(async () =>
    {
        if (shop.Time.IsAwaited(wait => wait >= TimeSpan.FromSeconds(10) && wait <= Interval && !IsOfTheClient(wait)))
        {
            shop.Time.Advance(TimeSpan.FromSeconds(10));
        }

        return await condition();
    });

    // The deadline of a request is no wait for the next look.
    private static bool IsOfTheClient(TimeSpan wait) => wait == new WhatsCommerceOptions().Timeout;

    private static async Task EndAsync(IAsyncEnumerable<CatalogProductChange> changes)
    {
        await foreach (CatalogProductChange _ in changes)
        {
            // Only that it goes on matters.
        }
    }

    private sealed class Killer(CancellationTokenSource killed) : IProgress<CatalogImport>
    {
        public void Report(CatalogImport value)
        {
            if (value.Pages == 1)
            {
                killed.Cancel();
            }
        }
    }
}
