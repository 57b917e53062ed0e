using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Catalogs of a business, and the one that a WhatsApp Business account sells from.</summary>
public class CatalogsClientTests
{
    private const string Nothing = """{"data":[]}""";
    private const string Success = """{"success":true}""";
    private const string Fruit = """{"id":"1040","name":"Fruit","vertical":"commerce","product_count":12,"feed_count":"1"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest_OfTheClientsOwnIds()
    {
        using CatalogApi api = new(
            StubMeta.Ok(Nothing), StubMeta.Ok(Nothing), StubMeta.Ok("""{"id":"9"}"""), StubMeta.Ok(Fruit),
            StubMeta.Ok(Success),
            StubMeta.Ok(Success),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Fruit),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Success));

        await CatalogApi.ToListAsync(api.Catalogs.ListOwnedAsync(cancellationToken: Cancellation));
        await CatalogApi.ToListAsync(api.Catalogs.ListSharedAsync(cancellationToken: Cancellation));
        await api.Catalogs.CreateAsync("Fruit & \"more\" 🍎", cancellationToken: Cancellation);
        await api.Catalogs.GetAsync(cancellationToken: Cancellation);
        await api.Catalogs.DeleteAsync("77", cancellationToken: Cancellation);
        await api.Catalogs.DeleteAsync("77", withLiveProductSets: true, Cancellation);
        await CatalogApi.ToListAsync(api.Catalogs.ListConnectedAsync(cancellationToken: Cancellation));
        await api.Catalogs.ConnectAsync(cancellationToken: Cancellation);
        await api.Catalogs.DisconnectAsync(cancellationToken: Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task EveryRequest_OfIdsThatAreNamed_GoesToThose()
    {
        using CatalogApi api = new(StubMeta.Ok(Nothing), StubMeta.Ok(Nothing), StubMeta.Ok(Nothing), StubMeta.Ok("""{"id":"9"}"""));

        await CatalogApi.ToListAsync(api.Catalogs.ListOwnedAsync("11", Cancellation));
        await CatalogApi.ToListAsync(api.Catalogs.ListSharedAsync("12", Cancellation));
        await CatalogApi.ToListAsync(api.Catalogs.ListConnectedAsync("13", Cancellation));
        await api.Catalogs.GetAsync("14", Cancellation);

        Assert.Equal(
            ["/v25.0/11/owned_product_catalogs", "/v25.0/12/client_product_catalogs", "/v25.0/13/product_catalogs", "/v25.0/14"],
            api.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task GetAsync_Catalog_IsRead()
    {
        using CatalogApi api = new(StubMeta.Ok(Fruit));

        Assert.Equal(
            new Catalog { Id = "1040", Name = "Fruit", Vertical = CatalogVertical.Commerce, ProductCount = 12, FeedCount = 1 },
            await api.Catalogs.GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task GetAsync_UnknownCatalog_SaysWhatToLookAt()
    {
        using CatalogApi api = new(StubMeta.Error(100));

        GraphInvalidRequestException exception =
            await Assert.ThrowsAsync<GraphInvalidRequestException>(() => api.Catalogs.GetAsync("99", Cancellation));

        Assert.Contains("Is the id right", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_NoPermission_NamesThePermission()
    {
        using CatalogApi api = new(StubMeta.Error(200, 403));

        GraphPermissionException exception =
            await Assert.ThrowsAsync<GraphPermissionException>(() => api.Catalogs.CreateAsync("Fruit", cancellationToken: Cancellation));

        Assert.Contains("catalog_management", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_OutcomeOpen_IsNotTriedAgain()
    {
        using CatalogApi api = new(StubMeta.Error(2, 503));

        OutcomeUnknownException exception =
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.Catalogs.CreateAsync("Fruit", cancellationToken: Cancellation));

        Assert.Contains("list the catalogs", exception.Message, StringComparison.Ordinal);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task ConnectAsync_CatalogOfAnotherKind_IsRefusedBefore()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"1040","name":"Rooms","vertical":"hotels"}"""));

        CatalogConnectionException exception =
            await Assert.ThrowsAsync<CatalogConnectionException>(() => api.Catalogs.ConnectAsync(cancellationToken: Cancellation));

        Assert.Equal(
            (CatalogConnectionRule.NotEcommerce, new CatalogId("1040"), "hotels"),
            (exception.Rule, exception.CatalogId, exception.Found.Vertical.Value));
        Assert.Contains("Ecommerce", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(api.Requests, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task ConnectAsync_AccountWithAnotherCatalog_SaysWhichAndWhatToDo()
    {
        using CatalogApi api = new(StubMeta.Ok(Fruit), StubMeta.Ok("""{"data":[{"id":"555","name":"Old"}]}"""));

        CatalogConnectionException exception =
            await Assert.ThrowsAsync<CatalogConnectionException>(() => api.Catalogs.ConnectAsync(cancellationToken: Cancellation));

        Assert.Equal((CatalogConnectionRule.AlreadyConnected, new CatalogId("555")), (exception.Rule, exception.Found.Id));
        Assert.Contains("Disconnect", exception.Message, StringComparison.Ordinal);
        Assert.Contains("several accounts", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(api.Requests, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task ConnectAsync_CatalogThatIsConnectedAlready_ChangesNothing()
    {
        using CatalogApi api = new(StubMeta.Ok(Fruit), StubMeta.Ok($$"""{"data":[{{Fruit}}]}"""));

        await api.Catalogs.ConnectAsync(cancellationToken: Cancellation);

        Assert.DoesNotContain(api.Requests, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task ConnectAsync_KindThatMetaDoesNotTell_IsLeftToMeta()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"1040"}"""), StubMeta.Ok(Nothing), StubMeta.Ok(Success));

        await api.Catalogs.ConnectAsync(cancellationToken: Cancellation);

        Assert.Contains(api.Requests, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task ListOwnedAsync_NoBusiness_NamesTheSetting()
    {
        using TestClient client = new(new Uri("https://graph.facebook.com/"));

        InvalidOperationException exception =
            Assert.Throws<InvalidOperationException>(() => client.Client.Catalogs.ListOwnedAsync(cancellationToken: Cancellation));

        Assert.Contains("BusinessId", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Client.Catalogs.GetAsync(cancellationToken: Cancellation));
    }

    [Theory, InlineData("../me"), InlineData("1/products"), InlineData("1?x=y")]
    public async Task AnyCall_IdThatIsNone_SendsNothing(string id)
    {
        using CatalogApi api = new(StubMeta.Ok(Success));

        Assert.Throws<ArgumentException>(() => api.Catalogs.ListOwnedAsync(id, Cancellation));
        Assert.Throws<ArgumentException>(() => api.Catalogs.ListConnectedAsync(id, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.GetAsync(id, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.DeleteAsync(id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.ConnectAsync("1", id, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.DisconnectAsync(id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Products.CreateAsync(CatalogItemTests.Apple, id, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Products.GetAsync(id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Sets.DeleteAsync(id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Feeds.GetUploadAsync(id, Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task DeleteAsync_NoCatalogNamed_DeletesNotTheOwnOne()
    {
        using CatalogApi api = new(StubMeta.Ok(Success));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.DeleteAsync(default, cancellationToken: Cancellation));

        Assert.Empty(api.Requests);
    }
}
