namespace WhatsCommerce.Testing.Tests;

/// <summary>Catalogs over the wire: owned and shared, connected and not.</summary>
public sealed class CatalogEndpointTests
{
    [Fact]
    public async Task Owned_AfterACreate_ListsBothWithTheFieldsAskedFor()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalogs.Add("From a client", isOwned: false);

        Answer made = await shop.Post($"{Shop.Business}/owned_product_catalogs", """{"name":"Second shop"}""");
        Answer owned = await shop.Get($"{Shop.Business}/owned_product_catalogs?fields=name,vertical,product_count");
        Answer client = await shop.Get($"{Shop.Business}/client_product_catalogs");

        Assert.Equal([Shop.Catalog, made.MadeId], owned.Texts("id"));
        Assert.Equal(["Shop", "Second shop"], owned.Texts("name"));
        Assert.Equal(["commerce", "commerce"], owned.Texts("vertical"));
        Assert.Equal(["From a client"], client.Texts("name"));
        Assert.Equal("Second shop", shop.Cloud.Catalogs[made.MadeId].Name);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"  "}""")]
    [InlineData("""{"name":"Shop","vertical":"groceries"}""")]
    public async Task Create_BadParameter_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Business}/owned_product_catalogs", body)).AssertRefused(100);
    }

    [Fact]
    public async Task Create_ParametersInTheQuery_WorkToo()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer made = await shop.Post($"{Shop.Business}/owned_product_catalogs?name=Flights&vertical=flights");

        Assert.Equal("flights", (await shop.Get($"{made.MadeId}?fields=vertical")).Text("vertical"));
    }

    [Fact]
    public async Task Read_FieldThatDoesNotExist_Gives100()
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Get($"{Shop.Catalog}?fields=id,colour")).AssertRefused(100);
    }

    [Fact]
    public async Task Delete_Catalog_TakesItAwayAndDisconnectsIt()
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Delete(Shop.Catalog)).AssertAccepted();

        (await shop.Get(Shop.Catalog)).AssertRefused(100);
        Assert.Empty((await shop.Get($"{Shop.Account}/product_catalogs")).Texts("id"));
    }

    [Fact]
    public async Task Connect_OneCatalogForAnAccount_UntilItIsDisconnected()
    {
        await using Shop shop = await Shop.StartAsync();
        CatalogId second = shop.Cloud.Catalogs.Add("Second").Id;
        shop.Cloud.Catalogs[second].Add("fig", "Figs", new Money(2m, "USD"));

        Answer tooMany = await shop.Post($"{Shop.Account}/product_catalogs", $$"""{"catalog_id":"{{second}}"}""");
        Answer again = await shop.Post($"{Shop.Account}/product_catalogs", $$"""{"catalog_id":"{{Shop.Catalog}}"}""");
        (await shop.Delete($"{Shop.Account}/product_catalogs?catalog_id={Shop.Catalog}")).AssertAccepted();
        (await shop.Post($"{Shop.Account}/product_catalogs?catalog_id={second}")).AssertAccepted();

        tooMany.AssertRefused(100);
        Assert.Contains(
            "one catalog", tooMany.Json.GetProperty("error").GetProperty("error_user_msg").GetString(), StringComparison.Ordinal);
        again.AssertAccepted();
        Assert.Equal([second.Value!], (await shop.Get($"{Shop.Account}/product_catalogs")).Texts("id"));
        (await shop.Stage.PostAsync(Wire.Product("fig", second.Value!))).AssertAccepted();
        (await shop.Stage.PostAsync(Wire.Product("fig"))).AssertRefused(131009);
    }

    [Fact]
    public async Task Connect_ACatalogThatIsNotForCommerceOrNotThere_Gives100()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Delete($"{Shop.Account}/product_catalogs?catalog_id={Shop.Catalog}");
        CatalogId flights = shop.Cloud.Catalogs.Add("Flights", "flights").Id;

        Answer wrong = await shop.Post($"{Shop.Account}/product_catalogs?catalog_id={flights}");

        wrong.AssertRefused(100);
        Assert.Contains("flights", wrong.Json.GetProperty("error").GetProperty("error_user_msg").GetString(), StringComparison.Ordinal);
        (await shop.Post($"{Shop.Account}/product_catalogs?catalog_id=1")).AssertRefused(100);
        (await shop.Post($"{Shop.Account}/product_catalogs")).AssertRefused(100);
        (await shop.Delete($"{Shop.Account}/product_catalogs?catalog_id={Shop.Catalog}")).AssertRefused(100);
    }

    [Fact]
    public async Task Connect_OneCatalogForTwoAccounts_ServesBoth()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog.Add("fig", "Figs", new Money(2m, "USD"));
        WhatsCommerceAccount tenant = shop.Cloud.AddAccount("200", PhoneNumber.Parse("+15550001111"), "tenant", "201");
        Assert.False(tenant.CatalogId.HasValue);
        (await shop.Get("201/product_catalogs")).AssertRefused(100);
        shop.Stage.Http.DefaultRequestHeaders.Authorization = new("Bearer", "tenant");

        (await shop.Post($"201/product_catalogs?catalog_id={Shop.Catalog}")).AssertAccepted();

        using StringContent product = new(Wire.Product("fig"), System.Text.Encoding.UTF8, "application/json");
        (await shop.Stage.PostAsync("v25.0/200/messages", product)).AssertAccepted();
        (await shop.Get($"{Shop.Account}/product_catalogs")).AssertRefused(100);
    }

    [Fact]
    public async Task Permissions_Revoked_Give200UntilGrantedAgain()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Permissions.Revoke(EmulatedPermissions.CatalogManagement);

        Answer refused = await shop.Get(Shop.Catalog);
        shop.Cloud.Permissions.Grant(EmulatedPermissions.CatalogManagement);

        refused.AssertRefused(200, 403);
        (await shop.Get(Shop.Catalog)).AssertAccepted();
    }
}
