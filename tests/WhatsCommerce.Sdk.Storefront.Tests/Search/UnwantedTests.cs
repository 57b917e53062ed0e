using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>What customers say that they do not want, in six languages.</summary>
public sealed class UnwantedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cat food without tuna", "Cat food, tuna", "Cat food, chicken")]
    [InlineData("cat food but not the tuna one", "Cat food, tuna", "Cat food, chicken")]
    [InlineData("office chair, not black", "Office chair, black", "Office chair, grey")]
    [InlineData("office chairs except black or red", "Office chair, red", "Office chair, grey")]
    [InlineData("comida para gatos sin atún", "Comida para gatos, atún", "Comida para gatos, pollo")]
    [InlineData("silla que no sea negra", "Silla negra", "Silla gris")]
    [InlineData("ração sem frango", "Ração de frango", "Ração de carne")]
    [InlineData("makanan kucing selain tuna", "Makanan kucing tuna", "Makanan kucing ayam")]
    [InlineData("kursi yang bukan hitam", "Kursi hitam", "Kursi abu")]
    [InlineData("कुर्सी काली के अलावा", "कुर्सी काली", "कुर्सी लाल")]
    [InlineData("bina chicken khana", "Chicken khana", "Anda khana")]
    [InlineData("khana chicken ke bina", "Chicken khana", "Anda khana")]
    [InlineData("طعام قطط بدون تونة", "طعام قطط تونة", "طعام قطط دجاج")]
    public async Task SearchAsync_WordThatIsNotWanted_LeavesItsProductsOut(string query, string unwanted, string wanted) =>
        Assert.Equal([wanted], await FindAsync(query, unwanted, wanted));

    [Fact]
    public async Task SearchAsync_OnlyWhatIsNotWanted_FindsNothing() =>
        Assert.Empty(await FindAsync("mascara not waterproof", "Mascara waterproof"));

    [Theory]
    [InlineData("leche sin lactosa", "Leche sin lactosa", "Leche entera")]
    [InlineData("gum without sugar", "Sugar free gum", "Chewing gum, mint")]
    [InlineData("bor tanpa kabel", "Bor tanpa kabel", "Bor meja")]
    [InlineData("shampoo sem sal", "Shampoo sem sal", "Shampoo de coco")]
    public async Task SearchAsync_ProductThatIsCalledSo_ComesFirst(string query, string first, string other) =>
        Assert.Equal(first, (await FindAsync(query, other, first))[0]);

    [Theory]
    [InlineData("algo sin gluten", "Pan sin gluten")]
    [InlineData("do you not have a saw?", "Saw")]
    [InlineData("is the saw not in stock?", "Saw")]
    [InlineData("tem promoção no sofá?", "Sofá")]
    [InlineData("¿no tienen sofá?", "Sofá")]
    [InlineData("saw under 20, not more", "Saw")]
    public async Task SearchAsync_NoThatRefersToNoName_LeavesNothingOut(string query, string product) =>
        Assert.Equal([product], await FindAsync(query, product));

    [Fact]
    public async Task SearchAsync_AnotherThingBehindWhatIsNotWanted_IsFoundToo() => Assert.Equal(
        ["Hammer", "Office chair, grey"],
        (await FindAsync("office chair not black, and a hammer", "Office chair, black", "Office chair, grey", "Hammer")).Order());

    private static async Task<IReadOnlyList<string>> FindAsync(string query, params string[] titles)
    {
        using MemoryProductSearch search = new();
        await search.ReplaceAsync(
            titles.Select((title, i) => new SearchProduct { RetailerId = $"p{i}", Title = title, Price = new Money(10, "USD") }), Stop);
        return [.. (await search.SearchAsync(query, 10, Stop)).Hits.Select(hit => hit.Product.Title)];
    }
}
