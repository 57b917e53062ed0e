using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every product search must do, wherever it keeps the products. One that needs a database inherits it.</summary>
public abstract class ProductSearchContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A search without products, with the common names and with "wheelie" for a hand truck.</summary>
    protected abstract Task<IProductSearch> CreateAsync();

    protected static SearchSynonyms Synonyms => SearchSynonyms.Parse("wheelie, hand truck");

    [Theory]
    [InlineData("kites", "kite")]
    [InlineData("kitte", "kite")]
    [InlineData("where are the red kites?", "kite")]
    [InlineData("tooth paste", "paste")]
    [InlineData("toothpatse", "paste")]
    [InlineData("wheelie", "truck")]
    [InlineData("chawal", "rice")]
    [InlineData("skyline", "kite")]
    [InlineData("O'Neill", "kite")]
    public async Task Search_OneThing_FindsItFirst(string query, string expected)
    {
        IProductSearch search = await FilledAsync();

        Assert.Equal(expected, (await FindAsync(search, query))[0]);
    }

    [Theory]
    [InlineData("good morning", SearchOutcome.NotASearch)]
    [InlineData("where is my order", SearchOutcome.NotASearch)]
    [InlineData("submarine", SearchOutcome.NothingFound)]
    [InlineData("' | \\ & !", SearchOutcome.NotASearch)]
    public async Task Search_TalkOrWhatTheShopLacks_FindsNothing(string query, SearchOutcome outcome)
    {
        IProductSearch search = await FilledAsync();

        Assert.Equal(outcome, (await search.SearchAsync(query, 10, Stop)).Outcome);
    }

    [Fact]
    public async Task Search_SoldOutOrHidden_IsNeverReturned()
    {
        IProductSearch search = await CreateAsync();
        await search.ReplaceAsync(
            [
                Product("a", "Red Kite") with { IsSendable = false },
                Product("b", "Blue Kite") with { IsSearchable = false },
                Product("c", "Green Kite"),
            ],
            Stop);

        Assert.Equal(["c"], await FindAsync(search, "kite"));
    }

    [Fact]
    public async Task Search_NameOfASoldOutVariant_ReturnsItsSiblings()
    {
        IProductSearch search = await CreateAsync();
        await search.ReplaceAsync(
            [
                Product("red", "Kite Red") with { ItemGroupId = "kite", IsSendable = false },
                Product("blue", "Kite Blue") with { ItemGroupId = "kite" },
                Product("ball", "Beach Ball Yellow"),
            ],
            Stop);

        Assert.Equal(["blue"], await FindAsync(search, "red kite"));
    }

    [Fact]
    public async Task Search_BySeveralPrices_KeepsToThemAndSorts()
    {
        IProductSearch search = await CreateAsync();
        await search.ReplaceAsync(
            [
                .. Enumerable.Range(1, 40).Select(i => Product($"k{i:00}", $"Kite number {i}") with { Price = new Money(i, "USD") }),
                Product("free", "Kite"),
            ],
            Stop);

        Assert.Equal(["k01", "k02", "k03"], (await FindAsync(search, "cheapest kite")).Take(3));
        Assert.Equal(["k40", "k39"], (await FindAsync(search, "most expensive kite")).Take(2));
        Assert.Equal(["k01", "k02", "k03"], (await FindAsync(search, "kite under 3 dollars")).Order());
        Assert.Equal(["k05", "k06", "k07"], (await FindAsync(search, "kite between 5 and 7")).Order());
    }

    [Fact]
    public async Task Change_NewWordsPriceAndRemoval_CountAtOnce()
    {
        IProductSearch search = await FilledAsync();

        await search.ChangeAsync([Product("kite", "Rucksack") with { Price = new Money(5, "USD") }], ["truck"], Stop);

        Assert.Equal(["kite"], await FindAsync(search, "rucksack under 6"));
        Assert.Empty(await FindAsync(search, "red kite"));
        Assert.Empty(await FindAsync(search, "wheelie"));
    }

    [Fact]
    public async Task Replace_WithOtherProducts_ForgetsTheFormer()
    {
        IProductSearch search = await FilledAsync();

        await search.ReplaceAsync([Product("tent", "Tent"), Product("tent", "Twice")], Stop);

        Assert.Equal(["tent"], await FindAsync(search, "tent"));
        Assert.Empty(await FindAsync(search, "kite"));
    }

    protected static SearchProduct Product(string id, string title) => new() { RetailerId = id, Title = title };

    protected static async Task<IReadOnlyList<string>> FindAsync(IProductSearch search, string query) =>
        [.. (await search.SearchAsync(query, 10, Stop)).Hits.Select(hit => hit.Product.RetailerId.ToString())];

    private async Task<IProductSearch> FilledAsync()
    {
        IProductSearch search = await CreateAsync();
        await search.ReplaceAsync(
            [
                Product("kite", "Skyline Kite Red") with { Brand = "O'Neill", Description = "Flies in a breeze." },
                Product("paste", "Toothpaste Mint 75 ml"),
                Product("truck", "Hand Truck 150 kg"),
                Product("rice", "बासमती चावल"),
                Product("lamp", "Desk Lamp"),
            ],
            Stop);
        return search;
    }
}
