using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

public sealed class SkuMapTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Equality_AnyItem_IsItsOwnId()
    {
        IReadOnlyDictionary<RetailerId, string> ids = await SkuMap.Equality.GetOwnIdsAsync(["apple-1kg"], Stop);

        Assert.Equal("apple-1kg", ids["apple-1kg"]);
        Assert.Empty(await SkuMap.Equality.ListAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Of_Pairs_KnowsThoseAndNoOthers()
    {
        SkuMap map = SkuMap.FromPairs([new("4711", "apple-1kg"), new("4711", "apple-2kg"), new("4712", "pear")]);

        IReadOnlyDictionary<RetailerId, string> ids = await map.GetOwnIdsAsync(["apple-2kg", "pear", "plum"], Stop);

        Assert.Equal(2, ids.Count);
        Assert.Equal(("4711", "4712"), (ids["apple-2kg"], ids["pear"]));
        Assert.Equal(3, await map.ListAsync(Stop).CountAsync(Stop));
    }

    [Fact]
    public void Of_ItemThatComesTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SkuMap.FromPairs([new("1", "apple"), new("2", "apple")]));

    [Theory]
    [InlineData("product_id,retailer_id\n4711,apple\n")]
    [InlineData("\uFEFFRETAILER_ID;note;Product_Id\r\napple;\"a; b\";4711\r\n\r\n")]
    [InlineData("product_id\tretailer_id\n\"4711\"\t\"apple\"")]
    [InlineData("name,product_id,retailer_id\n\"two\nlines, \"\"quoted\"\"\", 4711 ,apple")]
    public async Task ReadCsv_InAnyUsualForm_HasItsPairs(string text)
    {
        SkuMap map = await SkuMap.ReadCsvAsync(new StringReader(text), Stop);

        KeyValuePair<string, RetailerId> pair = Assert.Single(await map.ListAsync(Stop).ToListAsync(Stop));
        Assert.Equal(("4711", "apple"), (pair.Key, pair.Value.Value));
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("id,retailer_id\n", 1, "column product_id")]
    [InlineData("product_id,retailer_id,product_id\n", 1, "two columns")]
    [InlineData("product_id,retailer_id\n1,apple\n\n2\n", 4, "there is 1 field;")]
    [InlineData("product_id,retailer_id\n1,apple\n2,\n", 3, "blank")]
    [InlineData("product_id,retailer_id\n1,apple\n\"2\n\n\",pear\n3,apple\n", 6, "'apple' stands in an earlier line")]
    [InlineData("product_id,retailer_id\n1,\"apple\n2,pear\n", 2, "does not end")]
    [InlineData("product_id,retailer_id\n1,\"apple\"s\n", 2, "text follows")]
    public async Task ReadCsv_SomethingWrong_NamesItsLine(string text, int line, string problem)
    {
        SkuMapFormatException exception =
            await Assert.ThrowsAsync<SkuMapFormatException>(() => SkuMap.ReadCsvAsync(new StringReader(text), Stop));

        Assert.Equal(line, exception.Line);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadCsv_LineWithoutEnd_IsRefusedBeforeItFillsTheMemory()
    {
        SkuMapFormatException exception = await Assert.ThrowsAsync<SkuMapFormatException>(
            () => SkuMap.ReadCsvAsync(new StringReader("product_id,retailer_id\n" + new string('x', 5_000)), Stop));

        Assert.Contains("longer than 4096", exception.Message, StringComparison.Ordinal);
    }
}
