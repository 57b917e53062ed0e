using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Reading and writing products.</summary>
public class ProductsClientTests
{
    private const string Nothing = """{"data":[]}""";
    private const string Taken = """{"handles":["AcwHandle-1"]}""";
    private const string Finished =
        """{"data":[{"handle":"AcwHandle-1","status":"finished","errors":[],"errors_total_count":0,"warnings":[]"""
            + ""","warnings_total_count":0,"ids_of_invalid_requests":[]}]}""";
    private const string Started = """{"data":[{"handle":"AcwHandle-1","status":"started"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest_OfReading()
    {
        using CatalogApi api = new(
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok("""{"id":"5"}"""));

        await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation));
        await CatalogApi.ToListAsync(api.Products.ListAsync(
            new ProductQuery
            {
                Fields = ["retailer_id", "price"],
                Filter = ProductFilter.And(
                    ProductFilter.AnyOf("availability", ["in stock", "preorder"]),
                    ProductFilter.Or(ProductFilter.Contains("name", "\"Äpfel\" & 🍎"), ProductFilter.NotEqual("brand", "x"))),
                OnlyApproved = true,
                PageSize = 50,
            },
            "77",
            Cancellation));
        await api.Products.FindAsync("apple/1 kg", cancellationToken: Cancellation);
        await CatalogApi.ToListAsync(api.Products.ListVariantsAsync("apple", cancellationToken: Cancellation));
        await CatalogApi.ToListAsync(api.Products.ListGroupsAsync(cancellationToken: Cancellation));
        await api.Products.GetAsync("5", ["id", "name"], Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task EveryRequest_OfWriting()
    {
        using CatalogApi api = new(
            StubMeta.Ok(Taken),
            StubMeta.Ok(Finished),
            StubMeta.Ok(Taken),
            StubMeta.Ok(Finished),
            StubMeta.Ok(Taken),
            StubMeta.Ok(Finished),
            StubMeta.Ok(Taken),
            StubMeta.Ok(Finished));

        await api.Products.CreateAsync(CatalogItemTests.Apple with { GroupId = "apple", Size = "1 kg" }, cancellationToken: Cancellation);
        await api.Products.UpdateAsync(new CatalogItem
        {
            RetailerId = "apple-1kg",
            Price = new Money(0.1m, "KWD") * 3
        }, cancellationToken: Cancellation);
        await api.Products.WriteAsync(CatalogChange.Upsert(CatalogItemTests.Apple), "77", Cancellation);
        await api.Products.DeleteAsync("apple-1kg", cancellationToken: Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task GetAsync_Product_IsRead()
    {
        using CatalogApi api = new(StubMeta.Ok(
            """
            {"id":5,"retailer_id":"apple-1kg","name":"Apples","price":"R$ 1.234,50","currency":"BRL","sale_price":"R$ 5,00",
            "availability":"in stock",
            "visibility":"published","review_status":"rejected","review_rejection_reasons":["WEAPONS"],
            "capability_to_review_status":[{"key":"WHATSAPP","value":"REJECTED"},{"ADS":"NO_REVIEW"}],
            "errors":[{"title":"Image","description":"Too small","error_type":"IMAGE","error_priority":"HIGH"}],
            "image_fetch_status":"FETCHED","retailer_product_group_id":"apple","parent_product_id":"4","wa_compliance_category":"DEFAULT",
            "importer_address":{"city":"Mumbai","country":"IN"},"custom_label_0":"x"}
            """));

        Product product = await api.Products.GetAsync("5", cancellationToken: Cancellation);

        Assert.Equal(
            ("5", "apple-1kg", "apple", "4"), (product.Id.Value, product.RetailerId.Value, product.GroupId.Value, product.ParentId.Value));
        Assert.Equal(
            ("R$ 1.234,50", new Money(1234.5m, "BRL"), new Money(5m, "BRL")), (product.PriceText, product.Price, product.SalePrice));
        Assert.Equal((ReviewStatus.Rejected, ProductObstacles.NotApproved), (product.ReviewStatus, product.Obstacles));
        Assert.Equal("WEAPONS", Assert.Single(product.ReviewRejectionReasons));
        Assert.Equal(
            (ReviewStatus.Rejected, ReviewStatus.NoReview),
            (product.CapabilityToReviewStatus["WHATSAPP"], product.CapabilityToReviewStatus["ADS"]));
        Assert.Equal("Image: Too small", Assert.Single(product.Errors).ToString());
        Assert.Equal(
            (ImageFetchStatus.Fetched, ComplianceCategory.Default, "Mumbai"),
            (product.ImageFetchStatus, product.ComplianceCategory, product.ImporterAddress?.City));
        Assert.Equal("x", product.OtherFields["custom_label_0"].GetString());
    }

    [Fact]
    public async Task GetAsync_NothingButTheId_LeavesTheRestAbsent()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"5","review_status":"","review_rejection_reasons":null}"""));

        Product product = await api.Products.GetAsync("5", cancellationToken: Cancellation);

        Assert.False(product.ReviewStatus.HasValue);
        Assert.Equal(ProductObstacles.None, product.Obstacles);
        Assert.Null(product.Price);
        Assert.Empty(product.ReviewRejectionReasons);
        Assert.Empty(product.CapabilityToReviewStatus);
        Assert.Empty(product.Errors);
        Assert.Empty(product.OtherFields);
    }

    [Fact]
    public async Task FindAsync_AnotherItemOfThatName_IsNotTakenForIt()
    {
        using CatalogApi api = new(
            StubMeta.Ok("""{"data":[{"id":"4","retailer_id":"APPLE"},{"id":"5","retailer_id":"apple"}]}"""),
            StubMeta.Ok("""{"data":[{"id":"4","retailer_id":"APPLE"}]}"""));

        Assert.Equal("5", (await api.Products.FindAsync("apple", cancellationToken: Cancellation))?.Id.Value);
        Assert.Null(await api.Products.FindAsync("apple", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ListSendableAsync_EveryObstacle_KeepsAProductBack()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """
                {"data":[{"id":"1","retailer_id":"parent"},{"id":"2","retailer_id":"single","retailer_product_group_id":"single"},
                {"id":"3","retailer_id":"variant","parent_product_id":"1"},
                {"id":"10","retailer_id":"member","retailer_product_group_id":"group"}]}
                """),
            StubMeta.Ok(
                """
                {"data":[
                {"id":"1","retailer_id":"parent"},
                {"id":"2","retailer_id":"single","retailer_product_group_id":"single","review_status":"approved","availability":"in stock",
                "visibility":"published"},
                {"id":"3","retailer_id":"variant","parent_product_id":"1","availability":"preorder"},
                {"id":"4","retailer_id":"rejected","review_status":"rejected"},
                {"id":"5","retailer_id":"pending","review_status":"pending"},
                {"id":"6","retailer_id":"sold","availability":"out of stock"},
                {"id":"7","retailer_id":"hidden","visibility":"staging"},
                {"id":"8"},
                {"id":"9","retailer_id":"group"},
                {"id":"10","retailer_id":"member","retailer_product_group_id":"group"}]}
                """));

        List<Product> sendable = await CatalogApi.ToListAsync(api.Products.ListSendableAsync(cancellationToken: Cancellation));

        Assert.Equal(["single", "variant", "member"], sendable.Select(product => product.RetailerId.Value));
        Assert.Equal(
            [
                "?fields=id%2Cretailer_id%2Cparent_product_id%2Cretailer_product_group_id&limit=100",
                $"?fields={Uri.EscapeDataString(Product.Fields)}&limit=100"],
            api.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task ListAsync_CursorThatExpired_IsAnErrorOfItsOwn()
    {
        using CatalogApi api = new(StubMeta.Error(131059));

        await Assert.ThrowsAsync<GraphPagingException>(
            () => CatalogApi.ToListAsync(
                api.Products.ListAsync(cancellationToken: Cancellation).AsPages("old", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task CreateAsync_ItemThatBreaksRules_IsNotSent()
    {
        using CatalogApi api = new(StubMeta.Ok(Taken));

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => api.Products.CreateAsync(new CatalogItem { RetailerId = "apple" }, cancellationToken: Cancellation));

        Assert.Equal(6, exception.Violations.Count);
        Assert.Contains("'apple'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task CreateAsync_BatchThatTakesTime_IsAskedForWithLongerWaits()
    {
        using CatalogApi api =
            new(StubMeta.Ok(Taken), StubMeta.Ok(Nothing), StubMeta.Ok(Started), StubMeta.Ok(Started), StubMeta.Ok(Finished));

        CatalogChangeResult result = await api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation);

        Assert.Equal(("apple-1kg", "AcwHandle-1"), (result.RetailerId.Value, result.Handle));
        Assert.Equal([0.25, 0.5, 1], api.Time.Skipped.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task CreateAsync_HandleThatNeverEnds_IsGivenUpAndNamed()
    {
        using CatalogApi api = new(StubMeta.Ok(Taken), StubMeta.Ok(Started));

        OperationUnfinishedException exception = await Assert.ThrowsAsync<OperationUnfinishedException>(
            () => api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation));

        Assert.Equal("AcwHandle-1", exception.Id);
        Assert.Contains("'started'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("has not ended within 00:05:00", exception.Message, StringComparison.Ordinal);
        Assert.InRange(api.Time.Skipped.Sum(wait => wait.TotalSeconds), 200, 300);
    }

    [Theory, InlineData("canceled"), InlineData("error")]
    public async Task CreateAsync_BatchThatMetaGaveUp_IsAnError(string state)
    {
        using CatalogApi api = new(StubMeta.Ok(Taken), StubMeta.Ok($$"""{"data":[{"handle":"AcwHandle-1","status":"{{state}}"}]}"""));

        ItemsBatchFailedException exception = await Assert.ThrowsAsync<ItemsBatchFailedException>(
            () => api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation));

        Assert.Contains($"'{state}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_RefusedAtOnce_NamesTheReasonsAndAsksNoMore()
    {
        using CatalogApi api = new(StubMeta.Ok(
            """{"handles":[],"validation_status":[{"retailer_id":"apple-1kg","errors":[{"message":"Image is missing"}],"warnings":"""
                + """[{"message":"No brand"}]}]}"""));

        CatalogItemRejectedException exception = await Assert.ThrowsAsync<CatalogItemRejectedException>(
            () => api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation));

        Assert.Equal(new ItemProblem { RetailerId = "apple-1kg", Message = "Image is missing" }, Assert.Single(exception.Errors));
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task CreateAsync_RefusedInTheEnd_NamesTheReasons()
    {
        using CatalogApi api = new(StubMeta.Ok(Taken), StubMeta.Ok(
            """{"data":[{"handle":"AcwHandle-1","status":"finished","errors":[{"line":1,"id":"apple-1kg","message":"Bad link"}]"""
                + ""","errors_total_count":1}]}"""));

        CatalogItemRejectedException exception = await Assert.ThrowsAsync<CatalogItemRejectedException>(
            () => api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation));

        Assert.Equal(new ItemProblem { RetailerId = "apple-1kg", Line = 1, Message = "Bad link" }, Assert.Single(exception.Errors));
        Assert.Contains("Bad link", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_ErrorThatTheSampleLeavesOut_IsNoSuccess()
    {
        using CatalogApi api = new(
            StubMeta.Ok(Taken),
            StubMeta.Ok("""{"data":[{"handle":"AcwHandle-1","status":"finished","errors":[],"ids_of_invalid_requests":["apple-1kg"]}]}"""));

        CatalogItemRejectedException exception = await Assert.ThrowsAsync<CatalogItemRejectedException>(
            () => api.Products.UpdateAsync(new CatalogItem
            {
                RetailerId = "apple-1kg",
                Title = "Apples"
            }, cancellationToken: Cancellation));

        Assert.Equal("apple-1kg", Assert.Single(exception.Errors).RetailerId.Value);
    }

    [Fact]
    public async Task UpdateAsync_Warnings_AreInTheResult()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """{"handles":["AcwHandle-1"],"validation_status":[{"retailer_id":"apple-1kg","warnings":[{"message":"No brand"}]}]}"""),
            StubMeta.Ok(
                """{"data":[{"handle":"AcwHandle-1","status":"finished","warnings":[{"id":"apple-1kg","message":"Small image"}]}]}"""));

        CatalogChangeResult result = await api.Products.UpdateAsync(new CatalogItem
        {
            RetailerId = "apple-1kg",
            Title = "Apples"
        }, cancellationToken: Cancellation);

        Assert.Equal(["No brand", "Small image"], result.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public async Task CreateAsync_NoHandleAndNoError_IsNotTakenForDone()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"handles":[]}"""));

        await Assert.ThrowsAsync<ItemsBatchFailedException>(
            () => api.Products.CreateAsync(CatalogItemTests.Apple, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task GetBatchAsync_StateWithSamples_IsRead()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """
                {"data":[{"handle":"h","status":"FINISHED","errors":[{"line":2,"id":"a","message":"Bad"}],"errors_total_count":3,
                "warnings":null,
                "warnings_total_count":"0","ids_of_invalid_requests":["a",17]}]}
                """),
            StubMeta.Ok(Nothing));

        ItemsBatchStatus? status = await api.Products.FindBatchAsync("h", cancellationToken: Cancellation);

        Assert.Equal(
            (BatchState.Finished, true, 3, 0), (status!.Status, status.Status.IsFinal, status.ErrorCount, status.WarningCount));
        Assert.Equal(["a", "17"], status.InvalidItems.Select(id => id.Value));
        Assert.Equal("a: Bad", Assert.Single(status.Errors).ToString());
        Assert.Empty(status.Warnings);
        Assert.Null(await api.Products.FindBatchAsync("h", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ListAsync_PriceAmongTheFields_BringsItsCurrency()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"data":[{"id":"5","price":"5,00 \u20AC","currency":"EUR"}]}"""));

        Product product = Assert.Single(
            await CatalogApi.ToListAsync(api.Products.ListAsync(new ProductQuery { Fields = ["price"] }, cancellationToken: Cancellation)));

        Assert.Equal(new Money(5m, "EUR"), product.Price);
        Assert.Equal("?fields=price%2Ccurrency&limit=100", Assert.Single(api.Requests).Uri.Query);
    }

    [Theory, InlineData("[]"), InlineData("{\"a\":"), InlineData("1")]
    public void FromJson_NoObject_IsRefused(string json) => Assert.Throws<ArgumentException>(() => ProductFilter.FromJson(json));

    [Fact]
    public void RetailerIds_None_IsRefused() => Assert.Throws<ArgumentException>(() => ProductFilter.RetailerIds());
}
