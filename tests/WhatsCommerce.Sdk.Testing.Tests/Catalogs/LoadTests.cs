namespace WhatsCommerce.Testing.Tests.Catalogs;

/// <summary>Catalogs that come from a file.</summary>
public sealed class LoadTests
{
    private const string Mug = """
        { "id": "mug-red", "title": "Mug", "price": "9.99 USD", "sale_price": "7.50 USD", "availability": "out of stock",
        "item_group_id": "mug",
          "color": "Red", "size": "350 ml", "additional_variant_attribute": "handle:left, glaze:matt", "image_link": "pictures/mug.svg",
          "link": "/mug" }
        """;

    [Theory]
    [InlineData("[" + Mug + "]")]
    [InlineData("// the shop\n[" + Mug + ",]")]
    [InlineData("\uFEFF{\"data\":[" + Mug + "]}")]
    [InlineData("""{"item_type":"PRODUCT_ITEM","requests":[{"method":"CREATE","data":""" + Mug + "}]}")]
    public async Task Load_Json_TakesEveryField(string content)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        cloud.Catalog.Load(content, new("http://127.0.0.1:5180/shop/"));

        EmulatedCatalogItem item = Assert.Single(cloud.Catalog.Items);
        Assert.Equal(("mug-red", "Mug", "mug"), (item.RetailerId.Value, item.Title, item.ItemGroupId));
        Assert.Equal((new Money(9.99m, "USD"), new Money(7.50m, "USD")), (item.Price, item.SalePrice!.Value));
        Assert.Equal(ItemAvailability.OutOfStock, item.Availability);
        Assert.Equal("http://127.0.0.1:5180/shop/pictures/mug.svg", item.ImageAddress!.ToString());
        Assert.Equal("http://127.0.0.1:5180/mug", item.Address!.ToString());
        Assert.Equal("color=Red size=350 ml handle=left glaze=matt", Words(item.VariantAttributes));
    }

    [Theory]
    [InlineData(",", "\n"), InlineData("\t", "\r\n"), InlineData("|", "\n")]
    public async Task Load_Separated_TakesEveryRow(string delimiter, string end)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);
        string content = string.Join(
            end,
            string.Join(delimiter, "id", "title", "price", "color"),
            string.Join(delimiter, "a", "\"Apples, \"\"red\"\"\"", "3.49 USD", ""),
            string.Join(delimiter, "b", "Bananas", "2 USD", "yellow"));

        cloud.Catalog.Load(content);

        Assert.Equal(["Apples, \"red\"", "Bananas"], cloud.Catalog.Items.Select(item => item.Title));
        Assert.Equal("color=yellow", Words(cloud.Catalog.Items[1].VariantAttributes));
        Assert.Null(cloud.Catalog.Items[0].ImageAddress);
    }

    [Fact]
    public async Task Load_ItemThatIsThere_ReplacesIt()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);

        stage.Cloud.Catalog.Load(
            """[{"id":"apple-1kg","title":"Pears, 1 kg","price":"4 USD"},{"id":"plum","title":"Plums","price":"5 USD"}]""");

        Assert.Equal(["Pears, 1 kg", "Bananas, 1 kg", "Cherries, 500 g", "Plums"], stage.Cloud.Catalog.Items.Select(item => item.Title));
        Assert.Equal(["approved"], (await stage.GetAsync(
            "194836987003835/products?fields=review_status&filter={\"retailer_id\":{\"eq\":\"plum\"}}")).Texts("review_status"));
    }

    [Fact]
    public async Task Load_SeveralProblems_TellsAllWithTheirRowsAndLoadsNothing()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        CatalogLoadException exception = Assert.Throws<CatalogLoadException>(() => cloud.Catalog.Load("""
            id,title,price,availability,image_link
            a,Apples,3.49,in stock,
            ,Bananas,2 USD,in stock,
            c,,2 USD,sometimes,
            d,Dates,2 USD,in stock,ftp://dates
            d,Dates,2 USD,in stock,
            """, new("http://127.0.0.1/")));

        Assert.Equal(
            [
                "Row 2 ('a'): The price '3.49' is not an amount with a currency, such as 9.99 USD.",
                "Row 3: A required field is missing: id.",
                "Row 4 ('c'): The availability 'sometimes' is not one of in stock, out of stock, preorder, available for order, "
                    + "discontinued, pending, mark_as_sold.",
                "Row 4 ('c'): A required field is missing: title.",
                "Row 5 ('d'): The image_link cannot be fetched: it is not an http or https URL.",
                "Row 6 ('d'): The id stands at Row 5 already.",
            ],
            exception.Problems);
        Assert.Contains("\n  Row 4 ('c')", exception.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Catalog.Items);
    }

    [Theory]
    [InlineData("[{\"id\":\n\"a\" \"b\"}]", "Line 2 is not valid JSON")]
    [InlineData("{\"items\":[]}", "As JSON it must be an array of items")]
    [InlineData("[]", "It holds no items.")]
    [InlineData("[3,{\"data\":1}]", "Item 1: it is not an object")]
    [InlineData("{\"requests\":[{\"method\":\"DELETE\"}]}", "Item 1: it is not an object")]
    [InlineData("[{\"id\":\"a\",\"title\":\"\\ud800\",\"price\":\"1 USD\"}]", "Item 1: it is not an object")]
    [InlineData("", "The first row must name the fields")]
    [InlineData("sku,name\na,Apples", "The first row must name the fields, among them id, title and price; found 'sku,name'.")]
    [InlineData("id,title,price", "It holds no items.")]
    public async Task Load_NoCatalog_SaysWhatIsWrong(string content, string problem)
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        CatalogLoadException exception = Assert.Throws<CatalogLoadException>(() => cloud.Catalog.Load(content));

        Assert.StartsWith(problem, exception.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_ThousandsOfProblems_StopsAtAThousand()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        CatalogLoadException exception = Assert.Throws<CatalogLoadException>(
            () => cloud.Catalog.Load("id,title,price\n" + string.Concat(Enumerable.Repeat("a,b,c\n", 5_000))));

        Assert.InRange(exception.Problems.Count, 1_000, 1_010);
        Assert.InRange(exception.Message.Length, 100, 4_000);
    }

    [Fact]
    public async Task Item_WithSaleAndVariant_ComesBackAndGoesAgain()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        Dictionary<string, string> variant = new() { ["color"] = "Red", ["scent"] = "Cedar" };
        stage.Cloud.Catalog.Add(new EmulatedCatalogItem
        {
            RetailerId = "candle", Title = "Candle", Price = new(20m, "USD"), SalePrice = new(15m, "USD"), VariantAttributes = variant,
        });

        Answer read = await stage.GetAsync("194836987003835/products?fields=sale_price,color,additional_variant_attributes");
        EmulatedCatalogItem plain = stage.Cloud.Catalog.Update(
            "candle", item => item with { SalePrice = null, VariantAttributes = new Dictionary<string, string>() });
        Answer after = await stage.GetAsync("194836987003835/products?fields=sale_price,color,additional_variant_attributes");

        Assert.Equal(["$15.00"], read.Texts("sale_price"));
        Assert.Equal(["Red"], read.Texts("color"));
        Assert.Equal(["""[{"key":"scent","value":"Cedar"}]"""], read.Texts("additional_variant_attributes"));
        Assert.Equal((null, 0), (plain.SalePrice, plain.VariantAttributes.Count));
        Assert.Equal(["-"], after.Texts("sale_price"));
        Assert.Equal(["-"], after.Texts("additional_variant_attributes"));
        Assert.Throws<ArgumentException>(
            () => stage.Cloud.Catalog.Update("candle", item => item with { SalePrice = new Money(1m, "EUR") }));
    }

    private static string Words(IReadOnlyDictionary<string, string> attributes) =>
        string.Join(' ', attributes.Select(pair => $"{pair.Key}={pair.Value}"));
}
