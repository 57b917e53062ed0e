using System.Text.Json;

namespace WhatsCommerce.Testing.Tests.Flows;

/// <summary>Flows from their creation to their end, over the wire.</summary>
public sealed class FlowTests
{
    private const string Screens = """{"version":"7.1","screens":[{"id":"HELLO"}]}""";

    [Fact]
    public async Task Flow_OfItsWholeLife_HasEachStatus()
    {
        await using Shop shop = await Shop.StartAsync();

        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Sign up","categories":["SIGN_UP"]}""")).MadeId;
        (await shop.Post($"{id}/publish")).AssertRefused(139002);
        (await UploadAsync(shop, id, Screens)).AssertAccepted();
        (await shop.Post($"{id}/publish")).AssertAccepted();
        Answer published = await shop.Get(id);
        (await shop.Post($"{id}/publish")).AssertRefused(139002);
        (await shop.Delete(id)).AssertRefused(139004);
        (await shop.Post($"{id}/deprecate")).AssertAccepted();
        (await shop.Post($"{id}/deprecate")).AssertRefused(139003);
        (await shop.Post(id, """{"name":"Sign in"}""")).AssertRefused(139001);
        (await UploadAsync(shop, id, Screens)).AssertRefused(139001);

        Assert.Equal(("Sign up", "PUBLISHED"), (published.Text("name"), published.Text("status")));
        Assert.Equal(["DEPRECATED"], (await shop.Get($"{Shop.Account}/flows")).Texts("status"));
        Assert.Equal(["flow.json"], (await shop.Get($"{id}/assets")).Texts("name"));
        (await shop.Post($"{Shop.Account}/flows", """{"name":"No category"}""")).AssertRefused(100);
        (await shop.Post($"{Shop.Account}/flows", """{"name":"Sign up","categories":["OTHER"]}""")).AssertRefused(100);
        (await shop.Post($"{Shop.Account}/flows", """{"name":"Other","categories":["SHOPPING"]}""")).AssertRefused(100);
        (await shop.Post($"{Shop.Account}/flows", """{"name":"Other","categories":["OTHER"],"endpoint_uri":"nowhere"}"""))
            .AssertRefused(100);
    }

    [Fact]
    public async Task Upload_WithMistakes_KeepsThemAndIsNotPublished()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Empty","categories":["OTHER"]}""")).MadeId;

        Answer uploaded = await UploadAsync(shop, id, """{"screens":[]}""");
        (await UploadAsync(shop, id, "no JSON")).AssertRefused(100);

        uploaded.AssertAccepted();
        Assert.Equal(
            ["INVALID_PROPERTY_TYPE", "MIN_ITEMS_REQUIRED"],
            uploaded.Json.GetProperty("validation_errors").EnumerateArray().Select(mistake => mistake.GetProperty("error").GetString()));
        (await shop.Post($"{id}/publish")).AssertRefused(139002);
    }

    [Fact]
    public async Task Publish_WithDataOfAnEndpoint_NeedsItsAddressAndAKey()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).MadeId;
        (await UploadAsync(shop, id, """{"version":"7.1","data_api_version":"3.0","screens":[{"id":"HELLO"}]}""")).AssertAccepted();

        (await shop.Post($"{id}/publish")).AssertRefused(139002);
        (await shop.Post(id, """{"endpoint_uri":"https://example.com/flow"}""")).AssertAccepted();
        (await shop.Post($"{id}/publish")).AssertRefused(139002);
        using System.Security.Cryptography.RSA rsa = System.Security.Cryptography.RSA.Create(2048);
        (await shop.Post(
            $"{Shop.Number}/whatsapp_business_encryption",
            $$"""{"business_public_key":{{Wire.Text(rsa.ExportSubjectPublicKeyInfoPem())}} }""")).AssertAccepted();
        (await shop.Post($"{id}/publish")).AssertAccepted();
    }

    [Fact]
    public async Task Message_WithAFlowOfTheAccount_IsSentWhenItCanBeOpened()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Hello","categories":["OTHER"]}""")).MadeId;
        await UploadAsync(shop, id, Screens);

        (await SendAsync(shop, id)).AssertRefused(131009);
        (await SendAsync(shop, id, "draft")).AssertAccepted();
        await shop.Post($"{id}/publish");
        (await SendAsync(shop, id)).AssertAccepted();
        (await SendAsync(shop, id, "draft")).AssertRefused(131009);
        await shop.Post($"{id}/deprecate");
        (await SendAsync(shop, id)).AssertRefused(131009);
        (await SendAsync(shop, "1234567890")).AssertAccepted();
    }

    [Fact]
    public async Task Update_OfAPublishedFlow_MakesItADraftAgain()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post(
            $"{Shop.Account}/flows",
            $$"""{"name":"Hello","categories":["OTHER"],"flow_json":{{Wire.Text(Screens)}},"publish":true}""")).MadeId;

        string? before = (await shop.Get(id)).Text("status");
        (await shop.Post(id, """{"categories":["SURVEY"]}""")).AssertAccepted();

        Assert.Equal(("PUBLISHED", "DRAFT"), (before, (await shop.Get(id)).Text("status")));
        (await shop.Delete(id)).AssertAccepted();
        (await shop.Get(id)).AssertRefused(100);
    }

    [Theory]
    [InlineData("ENDPOINT_REQUEST_COUNT", "DAY", "2026-02-27 value=300|2026-02-28 value=10")]
    [InlineData("ENDPOINT_REQUEST_COUNT", "hour", "2026-02-27 value=200|2026-02-27 value=100|2026-02-28 value=10")]
    [InlineData("ENDPOINT_REQUEST_ERROR", "DAY", "2026-02-27 timeout_error=60,no_http_response_error=40|2026-02-28")]
    [InlineData("ENDPOINT_REQUEST_ERROR_RATE", "LIFETIME", "2026-02-27 value=0.32258064516129")]
    [InlineData("ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL", "DAY", "2026-02-27 1=200,10+=100|2026-02-28 2=10")]
    [InlineData("ENDPOINT_AVAILABILITY", "LIFETIME", "2026-02-27 succeeded=7,failed=2")]
    public async Task Metric_OfWhatWasCounted_HasItsSteps(string name, string granularity, string expected)
    {
        await using Shop shop = await Shop.StartAsync();
        DateTimeOffset start = new(2026, 2, 27, 9, 0, 0, TimeSpan.Zero);
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).MadeId;
        shop.Cloud.FlowMetrics.AddRequests(id, 200, TimeSpan.FromSeconds(0.4), at: start);
        shop.Cloud.FlowMetrics.AddRequests(id, 60, TimeSpan.FromSeconds(30), EmulatedFlowError.Timeout, start.AddHours(1));
        shop.Cloud.FlowMetrics.AddRequests(id, 40, TimeSpan.FromSeconds(10.5), EmulatedFlowError.NoResponse, start.AddHours(1.5));
        shop.Cloud.FlowMetrics.AddRequests(id, 10, TimeSpan.FromSeconds(1.1), at: start.AddDays(1));
        shop.Cloud.FlowMetrics.AddChecks(id, 7, 2, start);

        Answer answer = await shop.Get($"{id}?fields=metric.name({name}).granularity({granularity}).since(2026-02-27).until(2026-02-28)");

        answer.AssertAccepted();
        JsonElement metric = answer.Json.GetProperty("metric");
        Assert.Equal(
            (id, name, granularity.ToUpperInvariant()),
            (answer.Text("id"), metric.GetProperty("name").GetString(), metric.GetProperty("granularity").GetString()));
        Assert.Equal(expected, string.Join('|', metric.GetProperty("data_points").EnumerateArray().Select(Describe)));
    }

    [Theory]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT)")]
    [InlineData("metric.granularity(DAY)")]
    [InlineData("metric.name(OPENED).granularity(DAY)")]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT).granularity(MONTH)")]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY).since(yesterday)")]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY).since(2026-01-02).until(2026-01-01)")]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY).since(2025-11-30)")]
    [InlineData("metric.name(ENDPOINT_REQUEST_COUNT).granularity(HOUR).since(2026-01-29)")]
    public async Task Metric_AskedForWrongly_IsRefused(string field)
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).MadeId;
        shop.Cloud.FlowMetrics.MinimumRequests = 0;

        (await shop.Get($"{id}?fields={field}")).AssertRefused(100);
        (await shop.Get($"{id}?fields=metric.name(ENDPOINT_REQUEST_COUNT).granularity(HOUR).since(2026-01-30)")).AssertAccepted();
    }

    [Fact]
    public async Task Metric_OfAFlowThatIsHardlyUsed_IsRefusedUntilThereIsEnough()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).MadeId;
        string path = $"{id}?fields=metric.name(ENDPOINT_REQUEST_COUNT).granularity(LIFETIME)";
        shop.Cloud.FlowMetrics.AddRequests(id, 249, TimeSpan.Zero);

        Answer few = await shop.Get(path);
        shop.Cloud.FlowMetrics.AddRequests(id, 1, TimeSpan.Zero);

        few.AssertRefused(100);
        (await shop.Get(path)).AssertAccepted();
        Assert.Throws<ArgumentException>(() => shop.Cloud.FlowMetrics.AddRequests("17", 1, TimeSpan.Zero));
    }

    private static string Describe(JsonElement point)
    {
        IEnumerable<string> values = point.GetProperty("data").EnumerateArray()
            .Select(value => $"{value.GetProperty("key").GetString()}={value.GetProperty("value").GetRawText()}");
        return $"{point.GetProperty("timestamp").GetString()![..10]} {string.Join(',', values)}".TrimEnd();
    }

    private static async Task<Answer> UploadAsync(Shop shop, string id, string json)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent("flow.json"), "name" },
            { new StringContent("FLOW_JSON"), "asset_type" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json)), "file", "flow.json" },
        };
        return await shop.Stage.PostAsync($"v25.0/{id}/assets", form);
    }

    private static Task<Answer> SendAsync(Shop shop, string id, string? mode = null) => shop.Post($"{Shop.Number}/messages", $$"""
        {"messaging_product":"whatsapp","to":"16505551234","type":"interactive","interactive":{"type":"flow","body":{"text":"Hi"},
         "action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"{{id}}","flow_cta":"Go"
         {{(mode is null ? "" : $",\"mode\":\"{mode}\"")}} } } } }
        """);
}
