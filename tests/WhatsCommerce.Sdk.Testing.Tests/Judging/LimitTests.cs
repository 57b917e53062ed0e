namespace WhatsCommerce.Testing.Tests;

/// <summary>Each documented limit: kept at the limit, refused with Meta's code one over it.</summary>
public sealed class LimitTests
{
    private static readonly string[] Fruit = [.. Enumerable.Range(1, 31).Select(number => $"fruit-{number}")];

    /// <summary>Letters of one, two and three bytes, and an emoji that .NET counts as two.</summary>
    public static TheoryData<string> Letters => ["a", "ж", "ก", "س", "🍏"];

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task TextBody_4096_IsTheLimit(string letter)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostTextAsync(text: Repeat(letter, 4096))).AssertAccepted();
        (await stage.PostTextAsync(text: Repeat(letter, 4097))).AssertRefused(100);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task InteractiveBody_1024_IsTheLimit(string letter)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(Wire.CatalogMessage(body: Repeat(letter, 1024)))).AssertAccepted();
        (await stage.PostAsync(Wire.CatalogMessage(body: Repeat(letter, 1025)))).AssertRefused(131009);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task Footer_60_IsTheLimit(string letter)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(Wire.CatalogMessage(footer: Repeat(letter, 60)))).AssertAccepted();
        (await stage.PostAsync(Wire.CatalogMessage(footer: Repeat(letter, 61)))).AssertRefused(131009);
    }

    [Fact]
    public async Task HeaderOfAProductList_60_IsTheLimit()
    {
        await using Stage stage = await StartAsync();

        (await stage.PostAsync(Wire.ProductListOf(Wire.Section(null, "fruit-1"), header: Repeat("x", 60)))).AssertAccepted();
        (await stage.PostAsync(Wire.ProductListOf(Wire.Section(null, "fruit-1"), header: Repeat("x", 61)))).AssertRefused(131009);
    }

    [Fact]
    public async Task SectionTitle_24_IsTheLimit()
    {
        await using Stage stage = await StartAsync();

        (await stage.PostAsync(Wire.ProductListOf(Wire.Section(Repeat("x", 24), "fruit-1")))).AssertAccepted();
        (await stage.PostAsync(Wire.ProductListOf(Wire.Section(Repeat("x", 25), "fruit-1")))).AssertRefused(131009);
    }

    [Fact]
    public async Task Sections_10_IsTheLimit()
    {
        await using Stage stage = await StartAsync();
        static string Sections(int count) =>
            string.Join(',', Enumerable.Range(1, count).Select(number => Wire.Section($"Part {number}", $"fruit-{number}")));

        (await stage.PostAsync(Wire.ProductListOf(Sections(10)))).AssertAccepted();
        (await stage.PostAsync(Wire.ProductListOf(Sections(11)))).AssertRefused(131009);
        (await stage.PostAsync(Wire.ProductListOf(""))).AssertRefused(131009);
    }

    [Fact]
    public async Task ProductsOfAllSections_30_IsTheLimit()
    {
        await using Stage stage = await StartAsync();

        (await stage.PostAsync(
            Wire.ProductListOf(Wire.Section("A", Fruit[..15]) + "," + Wire.Section("B", Fruit[15..30])))).AssertAccepted();
        (await stage.PostAsync(Wire.ProductListOf(Wire.Section("A", Fruit[..15]) + "," + Wire.Section("B", Fruit[15..31])))).AssertRefused(
            131009);
    }

    [Fact]
    public async Task SectionTitle_MissingFromOneOfTwoSections_Gives131008()
    {
        await using Stage stage = await StartAsync();

        (await stage.PostAsync(Wire.ProductListOf(Wire.Section(null, "fruit-1")))).AssertAccepted();
        Answer answer = await stage.PostAsync(Wire.ProductListOf(Wire.Section("A", "fruit-1") + "," + Wire.Section(null, "fruit-2")));

        answer.AssertRefused(131008);
        Assert.Contains("interactive['action']['sections'][1]['title']", answer.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallbackData_512_IsTheLimit()
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostTextAsync(more: $",\"biz_opaque_callback_data\":\"{Repeat("x", 512)}\"")).AssertAccepted();
        (await stage.PostTextAsync(more: $",\"biz_opaque_callback_data\":\"{Repeat("x", 513)}\"")).AssertRefused(100);
    }

    [Fact]
    public async Task RetailerId_100_IsTheLimit()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Catalog.Add(Repeat("x", 100), "Long", new Money(1m, "USD"));

        (await stage.PostAsync(Wire.Product(Repeat("x", 100)))).AssertAccepted();
        Answer tooLong = await stage.PostAsync(Wire.Product(Repeat("x", 101)));
        Answer blank = await stage.PostAsync(Wire.Product("  "));

        tooLong.AssertRefused(131009);
        Assert.Contains("length", tooLong.Details, StringComparison.Ordinal);
        blank.AssertRefused(131009);
        Assert.Contains("length", blank.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"catalog_message","action":{"name":"catalog_message"}}""", 131008)]
    [InlineData("""{"type":"catalog_message","body":{},"action":{"name":"catalog_message"}}""", 131008)]
    [InlineData("""{"type":"catalog_message","body":{"text":""},"action":{"name":"catalog_message"}}""", 131009)]
    [InlineData("""{"type":"catalog_message","body":{"text":"x"}}""", 131008)]
    [InlineData("""{"type":"catalog_message","body":{"text":"x"},"action":{}}""", 131008)]
    [InlineData("""{"type":"catalog_message","body":{"text":"x"},"action":{"name":"catalogue"}}""", 131009)]
    [InlineData(
        """{"type":"catalog_message","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":{"name":"catalog_message"}}""",
        131009)]
    [InlineData("""{"type":"catalog_message","body":{"text":"x"},"footer":{},"action":{"name":"catalog_message"}}""", 131008)]
    [InlineData(
        """{"type":"product","header":{"type":"text","text":"x"},"action":"""
            + """{"catalog_id":"194836987003835","product_retailer_id":"fruit-1"}}""", 131009)]
    [InlineData("""{"type":"product","action":{"product_retailer_id":"fruit-1"}}""", 131008)]
    [InlineData("""{"type":"product","action":{"catalog_id":"194836987003835"}}""", 131008)]
    [InlineData("""{"type":"product"}""", 131008)]
    [InlineData(
        """{"type":"product_list","body":{"text":"x"},"action":{"catalog_id":"194836987003835","sections":[{"product_items":"""
            + """[{"product_retailer_id":"fruit-1"}]}]}}""", 131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"image"},"body":{"text":"x"},"action":{"catalog_id":"194836987003835","sections":"""
            + """[{"product_items":[{"product_retailer_id":"fruit-1"}]}]}}""", 131009)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text"},"body":{"text":"x"},"action":{"catalog_id":"194836987003835","sections":"""
            + """[{"product_items":[{"product_retailer_id":"fruit-1"}]}]}}""", 131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text","text":"x"},"action":{"catalog_id":"194836987003835","sections":"""
            + """[{"product_items":[{"product_retailer_id":"fruit-1"}]}]}}""", 131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":{"sections":[{"product_items":"""
            + """[{"product_retailer_id":"fruit-1"}]}]}}""", 131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":{"catalog_id":"194836987003835"}}""",
        131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":"""
            + """{"catalog_id":"194836987003835","sections":[{"title":"x"}]}}""", 131008)]
    [InlineData(
        """{"type":"product_list","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":"""
            + """{"catalog_id":"194836987003835","sections":[{"product_items":[{}]}]}}""", 131008)]
    [InlineData("""{"type":"carousel","body":{"text":"x"},"action":{"cards":[{}]}}""", 131009)]
    [InlineData("""{"type":"button","body":{"text":"x"}}""", 131008)]
    public async Task InteractiveMessage_PartMissingOrForbidden_IsRefusedWithDetails(string interactive, int code)
    {
        await using Stage stage = await StartAsync();

        Answer answer = await stage.PostAsync(Wire.Interactive(interactive));

        answer.AssertRefused(code);
        Assert.False(string.IsNullOrEmpty(answer.Details));
    }

    [Theory]
    [InlineData("image", "{}")]
    [InlineData("document", """{"caption":"x"}""")]
    [InlineData("location", """{"latitude":1.5}""")]
    [InlineData("reaction", """{"emoji":"x"}""")]
    public async Task OtherMessage_WithoutWhatItIsAbout_Gives131008(string type, string content)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(
            $$"""{"messaging_product":"whatsapp","to":"16505551234","type":"{{type}}","{{type}}":{{content}}}""")).AssertRefused(131008);
    }

    [Fact]
    public async Task RefusedMessage_Never_ReachesTheCustomer()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.PostTextAsync(text: Repeat("x", 4097));
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Empty(stage.Cloud.Customer("+16505551234").Received);
        Assert.Empty(stage.Cloud.Deliveries);
    }

    private static async Task<Stage> StartAsync()
    {
        Stage stage = await Stage.StartAsync();
        foreach (string id in Fruit)
        {
            stage.Cloud.Catalog.Add(id, id, new Money(1m, "USD"));
        }

        return stage;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
