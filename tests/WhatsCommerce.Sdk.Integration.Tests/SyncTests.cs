using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>A source is kept in step with a catalog of the local Cloud API.</summary>
public class SyncTests
{
    private const int Items = 500;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondSync_WithTenChanges_SendsTenItems()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        CatalogItem[] source = [.. Enumerable.Range(0, Items).Select(ItemOf)];
        InventorySyncResult first = await SyncAsync(shop, source);
        int pages = shop.Count("GET", "/products");
        CatalogItem[] changed =
        [
            .. source.Skip(1).Select((item, i) =>
                i < 4 ? item with { Price = item.Price * 3 }
                : i < 6 ? item with { Title = $"{item.Title}, new" }
                : i < 7 ? item with { Availability = ProductAvailability.OutOfStock }
                : i < 8 ? item with { Visibility = ProductVisibility.Staging }
                : item),
            ItemOf(Items),
        ];

        InventorySyncResult second = await SyncAsync(shop, changed);

        Assert.Equal((Items, true), (first.Added, first.IsComplete));
        Assert.Equal((1, 8, 1, Items - 9, true), (second.Added, second.Changed, second.Deleted, second.Unchanged, second.IsComplete));
        Assert.Equal(10, second.Report.Accepted);
        Assert.Equal(10, SentItems(shop) - Items);

        // The catalog by pages of a hundred; one batch of what may insert, and one of what must not.
        Assert.Equal(5, shop.Count("GET", "/products") - pages);
        Assert.Equal(2, second.Report.Batches);
    }

    [Fact]
    public async Task ThirdSync_WithoutChanges_SendsNothing()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        CatalogItem[] source = [.. Enumerable.Range(0, 30).Select(ItemOf)];
        await SyncAsync(shop, source);

        InventorySyncResult result = await SyncAsync(shop, source);

        Assert.Equal((30, 0), (result.Unchanged, result.Report.Batches));
        Assert.Equal(30, shop.Cloud.Catalog.Count);
    }

    [Fact]
    public async Task Sync_ItemThatMetaRefuses_IsNamedAndSentAgainByTheNext()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        shop.Cloud.Batches.RefuseItem("item-1", "The image could not be fetched.");

        InventorySyncResult result = await SyncAsync(shop, [ItemOf(0), ItemOf(1)]);

        Assert.Equal("item-1", Assert.Single(result.Report.Rejected).RetailerId.Value);
        Assert.False(result.IsComplete);

        InventorySyncResult next = await SyncAsync(shop, [ItemOf(0), ItemOf(1)]);
        Assert.Equal((1, 1), (next.Unchanged, next.Added));
    }

    [Fact]
    public async Task Sync_SourceThatLostMostItems_DeletesNothing()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        await SyncAsync(shop, [.. Enumerable.Range(0, 10).Select(ItemOf)]);

        InventorySyncRefusedException refused = await Assert.ThrowsAsync<InventorySyncRefusedException>(() => SyncAsync(shop, [ItemOf(0)]));

        Assert.Equal((9, 0), (refused.Result.Missing, refused.Result.Deleted));
        Assert.Equal(10, shop.Cloud.Catalog.Count);
    }

    [Fact]
    public async Task Sync_CursorsExpireMeanwhile_StillSendsTheDifferenceAlone()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        CatalogItem[] source = [.. Enumerable.Range(0, 30).Select(ItemOf)];
        await SyncAsync(shop, source);
        int pages = 0;
        shop.Cloud.Faults.When(
            request => request.Path.Contains("/products", StringComparison.Ordinal) && Interlocked.Increment(ref pages) == 2,
            EmulatedFault.Error(131059));

        InventorySyncResult result = await SyncAsync(shop, source, pageSize: 10);

        // Two of the first reading, and all of the second.
        Assert.Equal(5, pages);
        Assert.Equal(30, result.Unchanged);
    }

    [Fact]
    public async Task Sync_WithoutPermission_ThrowsBeforeAnythingIsSent()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        shop.Cloud.Permissions.Revoke(EmulatedPermissions.CatalogManagement);

        await Assert.ThrowsAsync<GraphPermissionException>(() => SyncAsync(shop, [ItemOf(0)]));

        Assert.Equal(0, shop.Count("POST", "/items_batch"));
    }

    private static int SentItems(ClientAndCloud shop) => shop.Cloud.Requests
        .Where(request => request.Path.Split('?')[0].EndsWith("/items_batch", StringComparison.Ordinal) && request.IsAccepted)
        .Sum(request => request.Json!.Value.GetProperty("requests").GetArrayLength());

    private static Task<InventorySyncResult> SyncAsync(ClientAndCloud shop, CatalogItem[] source, int? pageSize = null) =>
        shop.Client.Catalogs.Inventory.SyncAsync(source.ToAsyncEnumerable(), new InventorySyncOptions
        {
            DeleteMissing = true,
            PageSize = pageSize
        }, Stop);

    private static CatalogItem ItemOf(int number) => new()
    {
        RetailerId = FormattableString.Invariant($"item-{number}"),
        Title = FormattableString.Invariant($"Äpfel № {number}"),
        Description = "Crisp,\r\nand red. ",
        Availability = ProductAvailability.InStock,
        Price = new Money(0.1m * (number % 90 + 3), number % 3 == 0 ? "USD" : number % 3 == 1 ? "EUR" : "BRL"),
        Link = FormattableString.Invariant($"https://shop.example/{number}"),
        ImageLink = FormattableString.Invariant($"https://shop.example/{number}.jpg"),
        Brand = "Orchard",
    };
}
