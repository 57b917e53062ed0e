using WhatsCommerce.Catalogs;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every store of the catalog must do. A store of a database inherits it and gives an empty store for each test.</summary>
public abstract class CatalogStoreContract
{
    private const string Shop = "shop";

    // With a fraction of a second, as clocks have it; stores keep milliseconds.
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    protected abstract Task<ICatalogStore> CreateAsync();

    [Fact]
    public async Task Write_WholeProduct_IsReadBackAsItWas()
    {
        ICatalogStore store = await CreateAsync();
        CatalogProduct product = Product("mug-red") with
        {
            OwnId = "4711",
            MetaId = "900",
            GroupId = "mug",
            ParentId = "901",
            Description = "A 'mug' for \"tea\", 0.3 l\n☕",
            Brand = "Orchard",
            Category = "Home > Mugs",
            Variant = "red, L",
            ImageUrl = "https://shop.example/mug.jpg",
            Url = "https://shop.example/mug",
            Price = new Money(1234.567m, "KWD"),
            SalePrice = new Money(1m, "KWD"),
            SaleFrom = Noon.AddDays(-1),
            SaleUntil = Noon.AddDays(1),
            Quantity = 7,
            Obstacles = ProductObstacles.NotApproved | ProductObstacles.Unclear,
            RejectionReasons = "WEAPONS",
            IsSearchable = false,
        };

        await WriteAsync(store, product);

        Assert.Equal(product, Assert.Single(await store.FindAsync(Shop, ["mug-red"], Stop)));
        Assert.Equal(product, Assert.Single(await store.FindByOwnIdAsync(Shop, "4711", Stop)));
        Assert.Empty(await store.FindAsync("other", ["mug-red"], Stop));
        Assert.Empty(await store.FindAsync(Shop, ["MUG-RED", "mug"], Stop));
    }

    [Fact]
    public async Task Write_ProductThatIsStored_IsReplacedButForItsSwitch()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(store, Product("apple") with { Description = "Red" });
        Assert.Equal(1, await store.SetSearchableAsync(Shop, "apple", false, Stop));

        await WriteAsync(store, Product("apple") with { Name = "Apples", Price = null, ReadAt = Noon.AddMinutes(1) });

        CatalogProduct apple = Assert.Single(await store.FindAsync(Shop, ["apple"], Stop));
        Assert.Equal(
            ("Apples", null, null, false, Noon.AddMinutes(1)),
            (apple.Name, apple.Description, apple.Price, apple.IsSearchable, apple.ReadAt));
    }

    [Fact]
    public async Task Write_ProductThatWasReadEarlier_LeavesTheLaterOne()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(store, Product("apple") with { Name = "Late", ReadAt = Noon.AddMilliseconds(1) });

        await WriteAsync(store, Product("apple") with { Name = "Early" }, Product("pear"));

        Assert.Equal("Late", Assert.Single(await store.FindAsync(Shop, ["apple"], Stop)).Name);
        Assert.Single(await store.FindAsync(Shop, ["pear"], Stop));
    }

    [Fact]
    public async Task Write_ImportInItsVersion_IsStoredWithTheNextOne()
    {
        ICatalogStore store = await CreateAsync();
        CatalogImport import = Import() with
        {
            State = CatalogImportState.Collections, Cursor = "QVFI", Pages = 3, Products = 300, Total = 305, Unreadable = 2, Gone = 1,
            CompletedAt = Noon.AddDays(-1),
        };

        Assert.True(await store.WriteAsync(new CatalogStep { ShopId = Shop, Import = import }, Stop));
        Assert.True(await store.WriteAsync(new CatalogStep { ShopId = Shop, Import = import with { Version = 1, Total = null } }, Stop));

        Assert.Equal(import with { Version = 2, Total = null }, await store.FindImportAsync(Shop, Stop));
        Assert.Null(await store.FindImportAsync("other", Stop));
    }

    [Fact]
    public async Task Write_ImportInAnOldVersion_WritesNothingOfTheStep()
    {
        ICatalogStore store = await CreateAsync();
        CatalogStep step = new() { ShopId = Shop, Import = Import(), Products = [Product("apple")] };
        Assert.True(await store.WriteAsync(step, Stop));

        Assert.False(await store.WriteAsync(step with { Products = [Product("pear")] }, Stop));

        Assert.Empty(await store.FindAsync(Shop, ["pear"], Stop));
        Assert.Equal(1, (await store.FindImportAsync(Shop, Stop))!.Version);
    }

    [Fact]
    public async Task Write_ImportByManyAtOnce_IsWonByOne()
    {
        ICatalogStore store = await CreateAsync();

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => store.WriteAsync(new CatalogStep { ShopId = Shop, Import = Import() }, Stop))));

        Assert.Single(won, isWon => isWon);
    }

    [Fact]
    public async Task List_ManyProducts_ComePageByPageInOrdinalOrder()
    {
        ICatalogStore store = await CreateAsync();
        string[] ids = ["B", "a", "c", "Z", "ä", "10", "9", "a-1"];
        await WriteAsync(store, [.. ids.Select(id => Product(id))]);

        List<string> listed = [];
        CatalogQuery query = new() { Limit = 3 };
        IReadOnlyList<CatalogProduct> page;
        do
        {
            page = await store.ListAsync(Shop, query, Stop);
            listed.AddRange(page.Select(product => product.RetailerId.Value!));
            query = query with { After = page.Count > 0 ? page[^1].RetailerId : default };
        }
        while (page.Count == 3);

        Assert.Equal(ids.Order(StringComparer.Ordinal), listed);
        Assert.Equal(["a", "a-1"], Ids(await store.ListAsync(Shop, new CatalogQuery { Skip = 4, Limit = 2 }, Stop)));
        Assert.Empty(await store.ListAsync("other", new CatalogQuery(), Stop));
    }

    [Fact]
    public async Task List_ByWhatIsAsked_LeavesOutTheOthers()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(
            store,
            Product("apple"),
            Product("gone") with { GoneAt = Noon },
            Product("old") with { ReadAt = Noon.AddMinutes(-1) },
            Product("pear") with { OwnId = null });

        Assert.Equal(["apple", "old", "pear"], Ids(await store.ListAsync(Shop, new CatalogQuery(), Stop)));
        Assert.Equal(["apple", "gone", "old", "pear"], Ids(await store.ListAsync(Shop, new CatalogQuery { IncludeGone = true }, Stop)));
        Assert.Equal(["pear"], Ids(await store.ListAsync(Shop, new CatalogQuery { OnlyUnmapped = true }, Stop)));
        Assert.Equal(["old"], Ids(await store.ListAsync(Shop, new CatalogQuery { ReadBefore = Noon }, Stop)));
    }

    [Fact]
    public async Task Read_Variants_AreOfTheirGroupAndTheirParentIsOne()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(
            store,
            Product("mug"),
            Product("mug-blue") with { GroupId = "mug" },
            Product("mug-red") with { GroupId = "mug" },
            Product("cup") with { GroupId = "cup" },
            Product("cup-2") with { GroupId = "cup" },
            Product("vase") with { MetaId = "77" },
            Product("vase-tall") with { ParentId = "77" },
            Product("jar"),
            Product("jar-old") with { GroupId = "jar", GoneAt = Noon });

        IReadOnlyList<CatalogProduct> all = await store.ListAsync(Shop, new CatalogQuery { IncludeGone = true }, Stop);

        Assert.Equal(["mug", "vase"], Ids(all.Where(product => product.IsParent)));
        Assert.True(Assert.Single(await store.FindAsync(Shop, ["mug"], Stop)).IsParent);
        Assert.Equal(["mug-blue", "mug-red"], Ids(await store.ListAsync(Shop, new CatalogQuery { GroupId = "mug" }, Stop)));
        Assert.Equal(["cup", "cup-2"], Ids(await store.ListAsync(Shop, new CatalogQuery { GroupId = "cup" }, Stop)));
        Assert.Equal(3, await store.SetSearchableAsync(Shop, "mug", false, Stop));
        Assert.All(await store.FindAsync(Shop, ["mug-blue", "mug-red"], Stop), variant => Assert.False(variant.IsSearchable));
        Assert.Equal(0, await store.SetSearchableAsync(Shop, "nothing", false, Stop));
    }

    [Fact]
    public async Task Collections_Categories_AreCountedListedAndFound()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(
            store,
            Product("apple") with { Category = "Fruit" },
            Product("pear") with { Category = "Fruit" },
            Product("kale") with { Category = "Greens" },
            Product("old") with { Category = "Old", GoneAt = Noon },
            Product("rest"));
        CollectionId fruit = CollectionId.FromCategory("Fruit");

        IReadOnlyList<CatalogCollection> all = await store.ListCollectionsAsync(Shop, categories: true, 10, Stop);

        Assert.Equal([("Fruit", 2), ("Greens", 1)], all.Select(collection => (collection.Name, collection.Count)));
        Assert.Equal(all[0], await store.FindCollectionAsync(Shop, fruit, Stop));
        Assert.Equal(fruit, all[0].Id);
        Assert.True(all[0].IsCategory);
        Assert.Equal(["apple", "pear"], Ids(await store.ListAsync(Shop, new CatalogQuery { CollectionId = fruit }, Stop)));
        Assert.Equal(["pear"], Ids(await store.ListAsync(Shop, new CatalogQuery { CollectionId = fruit, Skip = 1 }, Stop)));
        Assert.Empty(await store.ListAsync(Shop, new CatalogQuery { CollectionId = "cnone" }, Stop));
        Assert.Null(await store.FindCollectionAsync(Shop, "cnone", Stop));
        Assert.Single(await store.ListCollectionsAsync(Shop, categories: true, 1, Stop));
    }

    [Fact]
    public async Task Collections_Sets_KeepTheirOrderAndShrinkAtTheirEnd()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(store, Product("a"), Product("b"), Product("c") with { GoneAt = Noon }, Product("d"));
        CatalogCollection summer = new() { Id = "s1", Name = "Summer", Count = 9 };

        await WriteAsync(store, summer, 0, isLast: false, "d", "a");
        await WriteAsync(store, summer, 2, isLast: true, "c", "unknown", "b");

        CatalogQuery query = new() { CollectionId = "s1" };
        Assert.Equal(["d", "a", "b"], Ids(await store.ListAsync(Shop, query, Stop)));
        Assert.Equal(["a", "b"], Ids(await store.ListAsync(Shop, query with { Skip = 1, Limit = 2 }, Stop)));
        Assert.Equal([summer], await store.ListCollectionsAsync(Shop, categories: false, 10, Stop));

        await WriteAsync(store, summer with { Name = "Spring", Count = 1 }, 0, isLast: true, "b");

        Assert.Equal(["b"], Ids(await store.ListAsync(Shop, query, Stop)));
        Assert.Equal("Spring", (await store.FindCollectionAsync(Shop, "s1", Stop))!.Name);
    }

    [Fact]
    public async Task Collections_NotKept_AreRemovedWithTheirMembers()
    {
        ICatalogStore store = await CreateAsync();
        await WriteAsync(store, Product("a"));
        await WriteAsync(store, new CatalogCollection { Id = "s1", Name = "One" }, 0, isLast: true, "a");
        await WriteAsync(store, new CatalogCollection { Id = "s2", Name = "Two" }, 0, isLast: true, "a");

        await store.WriteAsync(new CatalogStep { ShopId = Shop, KeptCollections = ["s2"] }, Stop);

        Assert.Equal("Two", Assert.Single(await store.ListCollectionsAsync(Shop, categories: false, 10, Stop)).Name);
        Assert.Null(await store.FindCollectionAsync(Shop, "s1", Stop));
        Assert.Empty(await store.ListAsync(Shop, new CatalogQuery { CollectionId = "s1" }, Stop));
        Assert.Single(await store.FindAsync(Shop, ["a"], Stop));
    }

    [Fact]
    public async Task Write_AFullPage_IsReadBackWhole()
    {
        ICatalogStore store = await CreateAsync();
        CatalogProduct[] products = [.. Enumerable.Range(1, CatalogQuery.MaxLimit).Select(i => Product($"p-{i:000}"))];

        await WriteAsync(store, products);

        Assert.Equal(products, await store.ListAsync(Shop, new CatalogQuery { Limit = CatalogQuery.MaxLimit }, Stop));
        Assert.Equal(products.Length, (await store.FindAsync(Shop, [.. products.Select(product => product.RetailerId)], Stop)).Count);
    }

    private static CatalogProduct Product(string id) => new()
    {
        ShopId = Shop,
        RetailerId = id,
        OwnId = id,
        Name = $"Name of {id}",
        Price = new Money(3.49m, "USD"),
        ReadAt = Noon,
    };

    private static CatalogImport Import() => new() { ShopId = Shop, CatalogId = "146265584024623", StartedAt = Noon, UpdatedAt = Noon };

    private static IEnumerable<string> Ids(IEnumerable<CatalogProduct> products) => products.Select(product => product.RetailerId.Value!);

    private static async Task WriteAsync(ICatalogStore store, params CatalogProduct[] products) =>
        Assert.True(await store.WriteAsync(new CatalogStep { ShopId = Shop, Products = products }, Stop));

    private static async Task WriteAsync(
        ICatalogStore store, CatalogCollection collection, int first, bool isLast, params RetailerId[] products) =>
        Assert.True(await store.WriteAsync(
            new CatalogStep
            {
                ShopId = Shop,
                Collection = new CollectionPage { Collection = collection, First = first, Products = products, IsLast = isLast },
            },
            Stop));
}
