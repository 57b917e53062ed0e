using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>How people type, in six languages: the first product is the one that was meant, and talk is not answered.</summary>
public sealed class DepartmentStoreTests
{
    [Theory]
    [InlineData("en", "earbud", "earbuds")]
    [InlineData("en", "hedphones", "headphones")]
    [InlineData("en", "do you have any jigsaws?", "puzzle")]
    [InlineData("en", "hi, looking for sun cream please", "sunscreen")]
    [InlineData("en", "trainers size 43", "sneaker-43")]
    [InlineData("en", "oxford shirt L", "shirt-l")]
    [InlineData("en", "skillet", "pan")]
    [InlineData("en", "powerbank", "powerbank")]
    [InlineData("en", "cheapest shoes", "sneaker-42")]
    [InlineData("en", "shoes over 100 dollars", "boots")]
    [InlineData("en", "biro", "pens")]
    [InlineData("en", "zapatos de cuero", "boots")]
    [InlineData("es", "vestidos", "es-vestido")]
    [InlineData("es", "camiseta negra", "es-playera")]
    [InlineData("es", "adifonos", "es-audifonos")]
    [InlineData("es", "tienen sartenes?", "es-sarten")]
    [InlineData("es", "juguetes menos de 300 pesos", "es-muneca")]
    [InlineData("es", "libreta", "es-cuaderno")]
    [InlineData("pt", "fones", "pt-fone")]
    [InlineData("pt", "xinelo 40", "pt-chinelo")]
    [InlineData("pt", "vc tem capa de celular?", "pt-capinha")]
    [InlineData("pt", "furadera", "pt-furadeira")]
    [InlineData("hi", "साड़ियां", "hi-sari")]
    [InlineData("hi", "saree", "hi-sari")]
    [InlineData("hi", "joote chahiye", "hi-joote")]
    [InlineData("hi", "mobile charger", "hi-charger")]
    [InlineData("hi", "khilone", "hi-khilona")]
    [InlineData("hi", "₹1000 से कम कुर्ता", "hi-kurta")]
    [InlineData("id", "kaosnya ada?", "id-kaos")]
    [InlineData("id", "sepatu2", "id-sepatu")]
    [InlineData("id", "ransel", "id-tas")]
    [InlineData("id", "elektronik dibawah 200rb", "id-headset")]
    [InlineData("ar", "العباية", "ar-abaya")]
    [InlineData("ar", "سماعه", "ar-samaa")]
    [InlineData("ar", "عندكم جزمه رياضيه؟", "ar-hidhaa")]
    [InlineData("ar", "دفاتر", "ar-daftar")]
    public async Task SearchAsync_WhatPeopleType_FindsTheProductFirst(string language, string query, string expected)
    {
        using MemoryProductSearch search = await DepartmentStore.OpenAsync(language);
        SearchResult result = await search.SearchAsync(query, 10, TestContext.Current.CancellationToken);
        Assert.Equal(SearchOutcome.Found, result.Outcome);
        Assert.Equal(expected, result.Hits[0].Product.RetailerId);
    }

    [Theory]
    [InlineData("en", "hello")]
    [InlineData("en", "when will my order arrive?")]
    [InlineData("en", "thanks!!")]
    [InlineData("en", "the shirt i got has a hole, i want a refund")]
    [InlineData("es", "buenos dias")]
    [InlineData("es", "ya salió mi pedido?")]
    [InlineData("pt", "boa tarde, tudo bem?")]
    [InlineData("pt", "quero cancelar")]
    [InlineData("hi", "मेरा ऑर्डर कहां है")]
    [InlineData("hi", "shukriya bhaiya")]
    [InlineData("id", "kapan pesanan saya dikirim")]
    [InlineData("id", "selamat siang kak")]
    [InlineData("ar", "السلام عليكم")]
    [InlineData("ar", "وين طلبي")]
    [InlineData("en", "👍")]
    [InlineData("en", "")]
    public async Task SearchAsync_Talk_IsNotASearch(string language, string text)
    {
        using MemoryProductSearch search = await DepartmentStore.OpenAsync(language);
        SearchResult result = await search.SearchAsync(text, 10, TestContext.Current.CancellationToken);
        Assert.Equal(SearchOutcome.NotASearch, result.Outcome);
    }

    [Theory]
    [InlineData("en", "garden hose")]
    [InlineData("en", "do you sell milk")]
    [InlineData("es", "taladro")]
    [InlineData("pt", "bicicleta infantil")]
    [InlineData("hi", "प्याज")]
    [InlineData("hi", "chawal 5 kg")]
    [InlineData("id", "ban mobil")]
    [InlineData("ar", "طماطم")]
    public async Task SearchAsync_GoodsThatTheShopLacks_FindsNothing(string language, string query)
    {
        using MemoryProductSearch search = await DepartmentStore.OpenAsync(language);
        SearchResult result = await search.SearchAsync(query, 10, TestContext.Current.CancellationToken);
        Assert.Equal((SearchOutcome.NothingFound, 0), (result.Outcome, result.Hits.Count));
    }
}
