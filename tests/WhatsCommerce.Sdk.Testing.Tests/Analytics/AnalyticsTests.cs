namespace WhatsCommerce.Testing.Tests.Analytics;

/// <summary>The rules of analytics, of the library and of groups of templates, over the wire.</summary>
public sealed class AnalyticsTests
{
    [Theory]
    [InlineData("analytics", "granularity(DAY)", null)]
    [InlineData("analytics", "granularity(DAILY)", 100)]
    [InlineData("pricing_analytics", "granularity(DAY)", 100)]
    [InlineData("pricing_analytics", "granularity(DAILY).dimensions(PRICING_CATEGORY,COUNTRY)", null)]
    [InlineData("conversation_analytics", "granularity(HALF_HOUR).dimensions([\"CONVERSATION_CATEGORY\",\"PHONE\"])", null)]
    [InlineData("conversation_analytics", "dimensions([])", 100)]
    public async Task Account_WithAField_IsJudged(string field, string parameters, int? code)
    {
        await using Shop shop = await Shop.StartAsync();
        long now = shop.Time.GetUtcNow().ToUnixTimeSeconds();

        Answer answer = await shop.Get(
            $"{Shop.Account}?fields={Uri.EscapeDataString($"{field}.start({now - 86_400}).end({now}).{parameters}")}");

        Assert.Equal(code, answer.Code);
        Assert.Equal(code is null, answer.Json.TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-400, 0)]
    public async Task Account_TimeThatCannotBe_IsRefused(int startDays, int endDays)
    {
        await using Shop shop = await Shop.StartAsync();
        DateTimeOffset now = shop.Time.GetUtcNow();

        (await shop.Get(
            $"{Shop.Account}?fields=analytics.start({now.AddDays(startDays).ToUnixTimeSeconds()})"
                + $".end({now.AddDays(endDays).ToUnixTimeSeconds()}).granularity(DAY)")).AssertRefused(100);
    }

    [Theory]
    [InlineData("granularity=MONTHLY&template_ids=[1]", -1)]
    [InlineData("granularity=daily", -1)]
    [InlineData("granularity=daily&template_ids=[1,2,3,4,5,6,7,8,9,10,11]", -1)]
    [InlineData("granularity=daily&template_ids=[1]", -92)]
    [InlineData("granularity=daily&template_ids=[1]", 1)]
    public async Task TemplateAnalytics_BrokenRule_Gives100(string query, int startDays)
    {
        await using Shop shop = await Shop.StartAsync();
        (await shop.Post($"{Shop.Account}?is_enabled_for_insights=true")).AssertAccepted();
        DateTimeOffset now = shop.Time.GetUtcNow();

        (await shop.Get(
            $"{Shop.Account}/template_analytics?start={now.AddDays(startDays):yyyy-MM-dd}&end={now:yyyy-MM-dd}&{query}"))
                .AssertRefused(100);
        (await shop.Post($"{Shop.Account}?is_enabled_for_insights=false")).AssertRefused(100);
    }

    [Fact]
    public async Task TemplateGroups_NameTwiceOrTemplateInTwo_AreRefused()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = shop.Cloud.Templates.Add(
            """{"name":"hello","language":"en_US","category":"UTILITY","components":"""
                + """[{"type":"BODY","text":"Hello, this is the shop."}]}""");
        Task<Answer> Create(string name, string template) => shop.Post(
            $"{Shop.Account}/template_groups", $$"""{"name":"{{name}}","whatsapp_business_templates":[{{template}}]}""");

        Answer made = await Create("A", id);
        (await Create("A", id)).AssertRefused(100);
        (await Create("B", id)).AssertRefused(100);
        (await Create("B", "1")).AssertRefused(100);
        (await Create(new string('x', 257), id)).AssertRefused(100);

        Assert.Equal("A", (await shop.Get(made.MadeId)).Text("name"));
        (await shop.Delete(made.MadeId)).AssertAccepted();
        Assert.Empty((await shop.Get($"{Shop.Account}/template_groups")).Texts("id"));
    }

    [Theory]
    [InlineData("v25.0/"), InlineData("batch"), InlineData("v25.0/batch")]
    public async Task Batch_OfThreeRequests_IsAnsweredOneByOne(string path)
    {
        await using Shop shop = await Shop.StartAsync();
        using FormUrlEncodedContent form = new([new(
            "batch",
            $$"""
            [{"method":"GET","relative_url":"v25.0/{{Shop.Number}}?fields=verified_name"},
             {"method":"POST","relative_url":"{{Shop.Account}}","body":"name=Orchard"},
             {"method":"GET","relative_url":"999"}]
            """)]);

        using HttpResponseMessage response = await shop.Stage.Http.PostAsync(new Uri(path, UriKind.Relative), form, Stage.Token);
        System.Text.Json.JsonElement answers = (await Answer.ReadAsync(response)).Json;

        Assert.Equal([200, 200, 400], answers.EnumerateArray().Select(answer => answer.GetProperty("code").GetInt32()));
        Assert.Contains("Local shop", answers[0].GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("Orchard", (await shop.Get($"{Shop.Account}?fields=name")).Text("name"));
        (await shop.Post("batch", """{"batch":[]}""")).AssertRefused(100);
    }
}
