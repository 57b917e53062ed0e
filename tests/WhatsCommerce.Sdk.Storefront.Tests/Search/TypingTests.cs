using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>How people write prices, slips and two languages at once; without the common names of goods.</summary>
public sealed class TypingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kite under fifty dollars")]
    [InlineData("kite under fifty")]
    [InlineData("kite hasta cincuenta")]
    [InlineData("kite até cinquenta reais")]
    [InlineData("kite di bawah lima puluh")]
    [InlineData("kite pachas rupaye se kam")]
    [InlineData("kite पचास रुपये तक")]
    [InlineData("kite اقل من خمسين")]
    [InlineData("kite between twenty and fifty dollars")]
    public async Task Search_AmountInWords_KeepsToIt(string query)
    {
        using MemoryProductSearch search = new(useCommonNames: false);
        await search.ReplaceAsync([Kite("dear", 60), Kite("right", 45)], Stop);

        Assert.Equal(["right"], await FindAsync(search, query));
    }

    [Theory]
    [InlineData("do sau rupaye", 200)]
    [InlineData("दो सौ", 200)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("dedh sau", 150)]
    [InlineData("ढाई सौ", 250)]
    [InlineData("treinta y cinco", 35)]
    [InlineData("vinte e cinco", 25)]
    [InlineData("dua puluh lima", 25)]
    [InlineData("lima belas", 15)]
    [InlineData("seratus lima puluh", 150)]
    [InlineData("خمسة وعشرين", 25)]
    [InlineData("kite", 0)]
    public void TryRead_NumberInWords_IsItsValue(string text, int expected)
    {
        bool isRead = NumberWords.TryRead(Tokenizer.Read(text, 20), 0, out decimal value, out _);

        Assert.Equal((expected > 0, (decimal)expected), (isRead, value));
    }

    [Theory]
    [InlineData("चवल", "चावल")]
    [InlineData("رز", "أرز بسمتي")]
    [InlineData("loo", null)]
    public async Task Search_SlipOfAScript_FindsTheWord(string query, string? expected)
    {
        using MemoryProductSearch search = new(useCommonNames: false);
        await search.ReplaceAsync(
            [
                new SearchProduct { RetailerId = "1", Title = "चावल" },
                new SearchProduct { RetailerId = "2", Title = "أرز بسمتي" },
                new SearchProduct { RetailerId = "3", Title = "Cola 2 l" },
            ],
            Stop);

        Assert.Equal(expected, (await search.SearchAsync(query, 10, Stop)).Hits is [var best, ..] ? best.Product.Title : null);
    }

    [Fact]
    public async Task Search_WordsOfAnotherScriptBesideAName_DoNotHideIt()
    {
        using MemoryProductSearch search = new(useCommonNames: false);
        await search.ReplaceAsync(
            [
                new SearchProduct { RetailerId = "1", Title = "شامبو ضد القشرة" },
                new SearchProduct { RetailerId = "2", Title = "خبز أسمر" },
                new SearchProduct { RetailerId = "3", Title = "حليب طازج" },
                new SearchProduct { RetailerId = "4", Title = "جبن أبيض" },
            ],
            Stop);

        Assert.Equal(["1"], await FindAsync(search, "بغيت شامبو anti dandruff"));
        Assert.Empty(await FindAsync(search, "anti dandruff"));
    }

    [Fact]
    public async Task Search_WholeNameOfACategory_ComesBeforeATitleThatSharesTheWord()
    {
        using MemoryProductSearch search = new(useCommonNames: false);
        await search.ReplaceAsync(
            [
                new SearchProduct { RetailerId = "oat", Title = "Oat Drink Barista", Category = "Dairy Alternatives" },
                new SearchProduct { RetailerId = "cola", Title = "Cola", Category = "Drinks" },
                new SearchProduct { RetailerId = "bread", Title = "Rye Bread", Category = "Bakery" },
            ],
            Stop);

        Assert.Equal("cola", (await FindAsync(search, "drinks"))[0]);
    }

    [Theory]
    [InlineData("mansanas", "apple")]
    [InlineData("manzanaz", "apple")]
    [InlineData("platanoz", "banana")]
    [InlineData("champú", "shampoo")]
    public async Task Search_TypoInAnotherLanguage_FindsTheEnglishTitleByTheCommonNames(string query, string expected)
    {
        using MemoryProductSearch search = new();
        await search.ReplaceAsync(
            [
                new SearchProduct { RetailerId = "apple", Title = "Apples, 1 kg" },
                new SearchProduct { RetailerId = "banana", Title = "Bananas, 1 kg" },
                new SearchProduct { RetailerId = "shampoo", Title = "Shampoo 250 ml" },
            ],
            Stop);

        Assert.Equal(expected, (await FindAsync(search, query)).FirstOrDefault());
    }

    private static SearchProduct Kite(string id, decimal price) =>
        new() { RetailerId = id, Title = "Kite", Price = new Money(price, "USD") };

    private static async Task<string[]> FindAsync(MemoryProductSearch search, string query) =>
        [.. (await search.SearchAsync(query, 10, Stop)).Hits.Select(hit => hit.Product.RetailerId.ToString())];
}
