using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Preflight;

/// <summary>What keeps products from being sent is found out before.</summary>
public class PreflightTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AllIsWell_IsClear()
    {
        using PreflightShop shop = new PreflightShop()
            .With("apple", """ "review_status":"approved","availability":"in stock","visibility":"published" """)
            .With("pear");

        PreflightReport report = await CheckAsync(shop, "apple", "pear");

        Assert.True(report.IsClear);
        Assert.Equal(["apple", "pear"], report.Sendable.Select(id => id.Value));
        Assert.Equal((PreflightShop.Catalog, PreflightShop.Catalog), (report.CatalogId.Value, report.ConnectedCatalogId.Value));
    }

    [Theory]
    [InlineData(""" "review_status":"rejected" """, ProductProblems.Rejected)]
    [InlineData(
        """ "review_status":"approved","capability_to_review_status":[{"key":"WHATSAPP","value":"REJECTED"}] """, ProductProblems.Rejected)]
    [InlineData(""" "review_status":"approved","capability_to_review_status":[{"key":"ADS","value":"REJECTED"}] """, ProductProblems.None)]
    [InlineData(""" "review_status":"pending" """, ProductProblems.InReview)]
    [InlineData(""" "visibility":"staging" """, ProductProblems.Hidden)]
    [InlineData(""" "availability":"out of stock" """, ProductProblems.NotAvailable)]
    [InlineData(""" "availability":"discontinued","visibility":"staging" """, ProductProblems.NotAvailable | ProductProblems.Hidden)]
    [InlineData(""" "availability":true """, ProductProblems.Unclear)]
    [InlineData(""" "review_status":[],"visibility":"staging" """, ProductProblems.Unclear | ProductProblems.Hidden)]
    [InlineData(""" "capability_to_review_status":"","origin_country":{} """, ProductProblems.None)]
    public async Task Check_Product_TellsEveryProblem(string json, ProductProblems expected)
    {
        using PreflightShop shop = new PreflightShop().With("apple", json);

        PreflightReport report = await CheckAsync(shop, "apple");

        Assert.Equal(expected, report.Unsendable.SingleOrDefault()?.Problems ?? ProductProblems.None);
    }

    [Fact]
    public async Task Check_Unknown_IsMissing()
    {
        using PreflightShop shop = new PreflightShop().With("Apple");

        PreflightReport report = await CheckAsync(shop, "apple");

        Assert.Equal("apple: not in the connected catalog", Assert.Single(report.Unsendable).ToString());
    }

    [Fact]
    public async Task Check_ConnectedCatalogCannotBeRead_IsNotTakenForNone()
    {
        using PreflightShop shop = new PreflightShop { Connected = "odd" }.With("apple");

        GraphUnavailableException failed = await Assert.ThrowsAsync<GraphUnavailableException>(() => CheckAsync(shop, "apple"));

        Assert.Contains("Which catalog is connected", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OddProductAmongOthers_IsNamedAndTheOthersAreChecked()
    {
        using PreflightShop shop =
            new PreflightShop().With("apple").With("pear", """ "visibility":{} """).With("plum", """ "availability":"out of stock" """);

        PreflightReport report = await CheckAsync(shop, "apple", "pear", "plum");

        Assert.Equal(
            ["pear: told of by Meta in a shape that cannot be read", "plum: not available"],
            report.Unsendable.Select(product => product.ToString()));
        Assert.Equal("apple", Assert.Single(report.Sendable).Value);
    }

    [Theory]
    [InlineData("shirt")]
    [InlineData("parent")]
    public async Task Check_ParentOfVariants_IsToldWhetherItIsAnItemOrAGroup(string id)
    {
        using PreflightShop shop = new PreflightShop()
            .With("shirt")
            .With("shirt-red", """ "retailer_product_group_id":"shirt" """)
            .With("parent-red", """ "retailer_product_group_id":"parent" """);

        PreflightReport report = await CheckAsync(shop, id, "shirt-red");

        Assert.Equal(
            (id, ProductProblems.ParentOfVariants), (Assert.Single(report.Unsendable).RetailerId.Value, report.Unsendable[0].Problems));
        Assert.Equal("shirt-red", Assert.Single(report.Sendable).Value);
    }

    [Fact]
    public async Task Check_OtherCatalogConnected_TellsWhichProductsAreThere()
    {
        using PreflightShop shop = new PreflightShop { Connected = "99" }.With("apple").With("pear", catalog: "99");

        PreflightReport report = await CheckAsync(shop, "apple", "pear", "plum");

        Assert.Equal((ShopProblems.OtherCatalogConnected, "99"), (report.ShopProblems, report.ConnectedCatalogId.Value));
        Assert.Equal(
            [("apple", ProductProblems.InOtherCatalog), ("plum", ProductProblems.Missing)],
            report.Unsendable.Select(product => (product.RetailerId.Value!, product.Problems)));
        Assert.Equal("pear", Assert.Single(report.Sendable).Value);
    }

    [Fact]
    public async Task Check_ShopNotReady_SaysWhatToDo()
    {
        using PreflightShop shop = new PreflightShop { Connected = null, IsVisible = false }.With("apple");

        PreflightReport report = await CheckAsync(shop, "apple");

        Assert.Equal(ShopProblems.NoCatalogConnected | ShopProblems.CatalogHidden, report.ShopProblems);
        Assert.Equal(
            "No catalog is connected to the WhatsApp Business account: connect one with Catalogs.ConnectAsync. The number's commerce "
                + "settings hide the catalog: show it with Commerce.UpdateSettingsAsync(isCatalogVisible: true).",
            report.ToString());
    }

    [Fact]
    public async Task Check_IndianNumber_AsksForWhatTheLawAsksFor()
    {
        using PreflightShop shop = new PreflightShop { Number = "+91 98765 43210" }
            .With("apple").With("pear", """ "origin_country":"IN" """).With(
                "plum", """ "wa_compliance_category":"COUNTRY_ORIGIN_EXEMPT" """);

        PreflightReport report = await CheckAsync(shop, "apple", "pear", "plum");

        Assert.Equal(ShopProblems.BusinessComplianceMissing, report.ShopProblems);
        Assert.Equal(
            ("apple", ProductProblems.ComplianceMissing),
            (Assert.Single(report.Unsendable).RetailerId.Value, report.Unsendable[0].Problems));
    }

    [Fact]
    public async Task Check_IndianBusinessThatHasTold_IsClear()
    {
        using PreflightShop shop = new PreflightShop(
            options => options.Preflight.IsIndianBusiness = true) { EntityName = "Fruit & Co" }.With("pear", """ "origin_country":"IN" """);

        Assert.True((await CheckAsync(shop, "pear")).IsClear);
    }

    [Fact]
    public async Task Check_Again_AsksAnewWhenTheAnswersAreOld()
    {
        using PreflightShop shop = new PreflightShop().With("apple");
        await CheckAsync(shop, "apple", "pear");
        int first = shop.Requests.Count;

        await CheckAsync(shop, "apple");
        Assert.Equal(first, shop.Requests.Count);

        // A problem is remembered for a shorter time: somebody may have mended it.
        shop.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await CheckAsync(shop.With("pear"), "apple", "pear")).IsClear);
        Assert.Equal(first + 2, shop.Requests.Count);

        shop.Time.Advance(TimeSpan.FromMinutes(5));
        await CheckAsync(shop, "apple");
        Assert.Equal(2 * first + 2, shop.Requests.Count);
    }

    [Fact]
    public async Task Check_AfterForget_AsksAnew()
    {
        using PreflightShop shop = new();
        await CheckAsync(shop, "apple");

        shop.Client.Preflight.ClearCache();

        Assert.True((await CheckAsync(shop.With("apple"), "apple")).IsClear);
    }

    [Fact]
    public async Task Check_MoreThanAreRemembered_StillAnswersAll()
    {
        using PreflightShop shop = new(options => options.Preflight.MaxCachedProducts = 1);
        string[] ids = [.. Enumerable.Range(0, 120).Select(i => FormattableString.Invariant($"item-{i}"))];
        Array.ForEach(ids, id => shop.With(id));

        PreflightReport report = await CheckAsync(shop, ids);

        Assert.Equal(120, report.Sendable.Count);
        Assert.Equal(6, shop.Requests.Count(request => request.Uri.AbsolutePath.EndsWith("/products", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_ManyAtOnce_AskOnce()
    {
        using PreflightShop shop = new PreflightShop().With("apple");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync(shop, "apple")));

        Assert.Equal(5, shop.Requests.Count);
    }

    [Fact]
    public async Task EveryRequest_OfACheck()
    {
        using PreflightShop shop = new PreflightShop { Number = "+919876543210" }.With("apple");

        await CheckAsync(shop, "apple", "pear");

        Snapshot.MatchText(
            string.Join('\n', shop.Requests.Select(request => $"{request.Method} {Uri.UnescapeDataString(request.Uri.PathAndQuery)}")));
    }

    [Fact]
    public async Task Check_BlankId_Throws()
    {
        using PreflightShop shop = new();

        await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync(shop, "apple", " "));
    }

    [Fact]
    public async Task Check_NoPermission_Throws()
    {
        using PreflightShop shop = new() { Error = 200 };

        await Assert.ThrowsAsync<GraphPermissionException>(() => CheckAsync(shop, "apple"));
    }

    [Fact]
    public async Task Check_NoAccount_SaysWhichSettingIsMissing()
    {
        using PreflightShop shop = new(options => options.BusinessAccountId = null);

        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(shop, "apple"));

        Assert.Contains("BusinessAccountId", missing.Message, StringComparison.Ordinal);
    }

    private static Task<PreflightReport> CheckAsync(PreflightShop shop, params string[] ids) =>
        shop.Client.Preflight.CheckSendableAsync(ids.Select(id => new RetailerId(id)), cancellationToken: Cancellation);
}
