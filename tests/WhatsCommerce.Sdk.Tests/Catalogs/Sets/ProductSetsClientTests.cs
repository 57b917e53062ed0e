using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Product sets.</summary>
public class ProductSetsClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest()
    {
        using CatalogApi api = new(
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"id":"8"}"""),
            StubMeta.Ok("""{"id":"9"}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""));

        await CatalogApi.ToListAsync(api.Catalogs.Sets.ListAsync(cancellationToken: Cancellation));
        await api.Catalogs.Sets.CreateAsync("All", cancellationToken: Cancellation);
        await api.Catalogs.Sets.CreateAsync("Fresh", ProductFilter.RetailerIds("apple", "pear"), "77", Cancellation);
        await CatalogApi.ToListAsync(api.Catalogs.Sets.ListProductsAsync("9", new ProductQuery
        {
            Fields = ["retailer_id"],
            Filter = ProductFilter.Equal("brand", "x")
        }, Cancellation));
        await api.Catalogs.Sets.UpdateAsync("9", "Fresh today", cancellationToken: Cancellation);
        await api.Catalogs.Sets.UpdateAsync("9", filter: ProductFilter.RetailerIds("plum"), cancellationToken: Cancellation);
        await api.Catalogs.Sets.DeleteAsync("9", isLive: true, Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task ListAsync_Sets_AreRead()
    {
        using CatalogApi api = new(StubMeta.Ok(
            """{"data":[{"id":8,"name":"All","product_count":"12","filter":"{\"a\":1}"},"""
                + """{"id":"9","retailer_id":"fresh","filter":{"a":1}}]}"""));

        Assert.Equal(
            [
                new ProductSet { Id = "8", Name = "All", ProductCount = 12, Filter = """{"a":1}""" },
                new ProductSet { Id = "9", RetailerId = "fresh", Filter = """{"a":1}""" },
            ],
            await CatalogApi.ToListAsync(api.Catalogs.Sets.ListAsync(cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task CreateAsync_BlankName_IsRefused()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"8"}"""));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Sets.CreateAsync(" ", cancellationToken: Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task UpdateAsync_NothingOrABlankName_IsRefused()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"success":true}"""));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Sets.UpdateAsync("9", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Sets.UpdateAsync("9", " ", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Sets.UpdateAsync("../9", "x", cancellationToken: Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public void ListProductsAsync_OnlyApproved_IsRefusedRatherThanPassedOver()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"data":[]}"""));

        Assert.Throws<ArgumentException>(
            () => api.Catalogs.Sets.ListProductsAsync("9", new ProductQuery { OnlyApproved = true }, Cancellation));
    }
}
