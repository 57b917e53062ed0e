using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

public sealed class MemoryProductSearchTests : IDisposable
{
    private readonly MemoryProductSearch _search = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData("مفاتيح", "key")]
    [InlineData("فساتين", "dress")]
    [InlineData("الصحون", "plate")]
    public async Task SearchAsync_ArabicPluralOfOtherVowels_FindsTheSingular(string query, string expected)
    {
        using MemoryProductSearch search = new(useCommonNames: false);
        await search.ReplaceAsync(
            [
                new SearchProduct { RetailerId = "key", Title = "مفتاح انجليزي" },
                new SearchProduct { RetailerId = "dress", Title = "فستان سهرة" },
                new SearchProduct { RetailerId = "plate", Title = "صحن خزف" },
            ],
            TestContext.Current.CancellationToken);

        SearchResult result = await search.SearchAsync(query, 10, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(result.Hits).Product.RetailerId);
    }

    [Fact]
    public async Task SearchAsync_SeveralThings_ReturnsTheBestOfEachFirst()
    {
        using MemoryProductSearch search = await DepartmentStore.OpenAsync("en");
        SearchResult result = await search.SearchAsync("a mug, a frying pan and some screws", 10, Token);
        Assert.Equal(["mug", "pan", "screws"], result.Hits.Take(3).Select(hit => hit.Product.RetailerId.ToString()));
        Assert.Equal([0, 1, 2], result.Hits.Take(3).Select(hit => hit.Part));
        Assert.Equal(3, result.Parts.Count);
    }

    [Fact]
    public async Task SearchAsync_SoldOutOrHidden_IsNeverReturned()
    {
        await ReplaceAsync(
            Product("a", "Red Kite") with { IsSendable = false },
            Product("b", "Blue Kite") with { IsSearchable = false },
            Product("c", "Green Kite"));
        Assert.Equal(["c"], await FindAsync("kite"));
    }

    [Fact]
    public async Task SearchAsync_NameOfASoldOutVariant_ReturnsItsSiblings()
    {
        await ReplaceAsync(
            Product("red", "Kite Red") with { ItemGroupId = "kite", IsSendable = false },
            Product("blue", "Kite Blue") with { ItemGroupId = "kite" },
            Product("ball", "Beach Ball Yellow"));
        Assert.Equal(["blue"], await FindAsync("red kite"));
    }

    [Fact]
    public async Task SearchAsync_SynonymsOfTheShop_FindBothWays()
    {
        using MemoryProductSearch search = new(SearchSynonyms.Parse("# ours\nwheelie, hand truck\nrunner => kite\n"));
        await search.ReplaceAsync([Product("a", "Hand Truck 150 kg"), Product("b", "Kite")], Token);
        Assert.Equal("a", (await search.SearchAsync("wheelie", 10, Token)).Hits.Single().Product.RetailerId);
        Assert.Equal(SearchMatch.Synonym, (await search.SearchAsync("runners", 10, Token)).Hits.Single().Match);
    }

    [Fact]
    public async Task SearchAsync_OneWaySynonym_IsNotFoundTheOtherWay()
    {
        using MemoryProductSearch search = new(SearchSynonyms.Parse("runner => kite"));
        await search.ReplaceAsync([Product("a", "Runner")], Token);
        Assert.Equal(SearchOutcome.NothingFound, (await search.SearchAsync("kite", 10, Token)).Outcome);
    }

    [Theory]
    [InlineData("rope 500 g", "half")]
    [InlineData("rope half a kilo", "half")]
    [InlineData("rope 1/2 kg", "half")]
    [InlineData("rope 0,5 kg", "half")]
    [InlineData("1000g rope", "one")]
    [InlineData("rope 2kg", "two")]
    public async Task SearchAsync_SizeInAnotherUnit_ReturnsThatSizeFirst(string query, string expected)
    {
        await ReplaceAsync(Product("one", "Rope 1 kg"), Product("two", "Rope 2 kg"), Product("half", "Rope 500 g"));
        Assert.Equal(expected, (await FindAsync(query))[0]);
    }

    [Fact]
    public async Task SearchAsync_CheapestWithPrice_IsSortedByPrice()
    {
        await ReplaceAsync(
            Product("b", "Kite") with { Price = new Money(20, "USD") },
            Product("a", "Kite") with { Price = new Money(10, "USD") },
            Product("c", "Kite"));
        Assert.Equal(["a", "b"], await FindAsync("cheapest kite"));
    }

    [Fact]
    public async Task ChangeAsync_PriceAndAvailability_CountAtOnce()
    {
        SearchProduct kite = Product("a", "Kite") with { Description = "Flies.", Price = new Money(20, "USD") };
        await ReplaceAsync(kite);
        await _search.ChangeAsync([kite with { Price = new Money(5, "USD") }], [], Token);
        Assert.Equal(["a"], await FindAsync("kite under 6"));
        await _search.ChangeAsync([kite with { IsSendable = false }], [], Token);
        Assert.Empty(await FindAsync("kite"));
    }

    [Fact]
    public async Task ChangeAsync_NewWords_ReplaceTheOldOnes()
    {
        await ReplaceAsync(
            Product("a", "Kite") with { Description = "Flies." }, Product("b", "Top") with { Description = "Whirls around." });
        await _search.ChangeAsync([Product("a", "Boomerang"), Product("c", "Marbles")], [], Token);
        Assert.Equal(["a"], await FindAsync("boomerang"));
        Assert.Empty(await FindAsync("kite"));
        Assert.Equal(["c"], await FindAsync("marble"));
        Assert.Equal(["b"], await FindAsync("whirls"));
        Assert.Equal(3, _search.Count);
    }

    [Fact]
    public async Task ChangeAsync_Removed_IsNoLongerFound()
    {
        await ReplaceAsync(Product("a", "Kite"), Product("b", "Kite"));
        await _search.ChangeAsync([], ["a", "unknown"], Token);
        Assert.Equal(["b"], await FindAsync("kite"));
        Assert.Equal(1, _search.Count);
    }

    [Theory]
    [InlineData("\uD800 kite")]
    [InlineData("kite \0\u0001")]
    [InlineData("kite 99999999999999999999999999999999999999")]
    [InlineData("kite £ ₹ under under under 5 5 5")]
    public async Task SearchAsync_OddInput_DoesNotThrow(string query)
    {
        await ReplaceAsync(Product("a", "Kite"));
        SearchResult result = await _search.SearchAsync(query, 10, Token);
        Assert.NotEqual(SearchOutcome.Off, result.Outcome);
    }

    [Fact]
    public async Task SearchAsync_VeryLongText_IsNotASearch()
    {
        await ReplaceAsync(Product("a", "Kite"));
        Assert.Equal(SearchOutcome.NotASearch, (await _search.SearchAsync(new string('a', 1_001), 10, Token)).Outcome);
    }

    [Fact]
    public async Task SearchAsync_NoProducts_FindsNothing() =>
        Assert.Equal(SearchOutcome.NothingFound, (await _search.SearchAsync("kite", 10, Token)).Outcome);

    [Fact]
    public async Task SearchAsync_LimitOfOne_ReturnsOne()
    {
        await ReplaceAsync(Product("a", "Kite"), Product("b", "Kite"));
        Assert.Single(await FindAsync("kite", limit: 1));
    }

    private static SearchProduct Product(string id, string title) => new() { RetailerId = id, Title = title };

    private Task ReplaceAsync(params SearchProduct[] products) => _search.ReplaceAsync(products, Token);

    private async Task<string[]> FindAsync(string query, int limit = 10) =>
        [.. (await _search.SearchAsync(query, limit, Token)).Hits.Select(hit => hit.Product.RetailerId.ToString())];
}
