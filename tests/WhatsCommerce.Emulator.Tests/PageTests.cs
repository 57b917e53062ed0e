using System.Net;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>What the page is told, and what it may do: over HTTP, without a browser.</summary>
public sealed class PageTests : IAsyncLifetime
{
    // Who asks before sending a large body gets an answer, however long a busy machine takes for it.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        Expect100ContinueTimeout = Timeout.InfiniteTimeSpan
    });
    private CloudApiEmulator _cloud = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Pablo => Uri.EscapeDataString(_cloud.Customer("+16505551234", name: "Pablo").UserId.Value!);

    public async ValueTask InitializeAsync()
    {
        _cloud = await EmulatorPage.StartAsync(cancellationToken: Token);
        _cloud.Catalog.Add("apple-1kg", "Apples", new Money(3.49m, "USD"));
        _http.BaseAddress = _cloud.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page/app.js", "text/javascript")]
    [InlineData("/page/style/theme.css", "text/css")]
    [InlineData("/page/icon.svg", "image/svg+xml")]
    [InlineData("/pictures/teapot.svg", "image/svg+xml")]
    public async Task Get_File_ComesWithItsTypeAndAStrictPolicy(string path, string type)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/page/../state.json")]
    [InlineData("/page/%2e%2e/Program.cs")]
    [InlineData("/page/core/types.d.ts")]
    [InlineData("/pictures/none.svg")]
    [InlineData("/emulator/nothing")]
    [InlineData("/emulator/customers/US.1/chat")]
    [InlineData("/emulator/media/123")]
    [InlineData("/emulator/traffic/999")]
    public async Task Get_NothingThere_Is404WithASentence(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_cloud.BaseAddress, path));
        using HttpResponseMessage response = await _http.SendAsync(request, Token);

        // What leads out of the page leads into the Cloud API, which asks for a token.
        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Unauthorized]);
    }

    [Fact]
    public async Task Request_ForAForeignHost_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/emulator/settings", UriKind.Relative));
        request.Headers.Host = "evil.example";

        await AssertRefusedAsync(request, HttpStatusCode.Forbidden, "this machine");
    }

    [Fact]
    public async Task Request_FromAForeignPage_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/emulator/customers", UriKind.Relative));
        request.Headers.Add("Origin", "https://evil.example");
        request.Content = Json("""{"name":"Eve","phone":"+16505550000"}""");

        await AssertRefusedAsync(request, HttpStatusCode.Forbidden, "another page");
        Assert.Empty(_cloud.Customers);
    }

    [Fact]
    public async Task Post_WhatAForeignFormCouldSend_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/emulator/traffic/clear", UriKind.Relative));
        request.Content = new StringContent("{}", Encoding.UTF8, "text/plain");

        await AssertRefusedAsync(request, HttpStatusCode.Forbidden, "must be JSON");
    }

    [Theory]
    [InlineData("/emulator/customers", """{"name":"Nobody"}""", "needs a phone number or a user id")]
    [InlineData("/emulator/customers", """{"phone":"12"}""", "at least 7 digits")]
    [InlineData("/emulator/customers", """{"phone":"+16505550000","version":"new"}""", "'new' is not a version")]
    [InlineData("/emulator/customers", "[1", "not the JSON")]
    [InlineData("/emulator/customers", "null", "must be a JSON object")]
    [InlineData("/emulator/products/change", """{"retailerId":"apple-1kg","price":"cheap"}""", "'cheap' is not a price")]
    [InlineData("/emulator/products/change", """{"retailerId":"pear"}""", "no item 'pear'")]
    [InlineData("/emulator/products/review", """{"retailerId":"apple-1kg","verdict":"maybe"}""", "'maybe' is not a verdict")]
    [InlineData("/emulator/faults", """{}""", "requires an error code")]
    [InlineData("/emulator/faults", """{"code":4,"status":200}""", "400 to 599")]
    [InlineData("/emulator/webhook-faults", """{"kind":"lose"}""", "'lose' is not a webhook fault")]
    [InlineData("/emulator/callback", """{"address":"nowhere"}""", "is not a URL")]
    [InlineData("/emulator/callback", """{"address":"http://127.0.0.1:1/"}""", "could not be asked")]
    public async Task Post_WhatCannotBe_SaysWhy(string path, string body, string sentence)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = Json(body);

        await AssertRefusedAsync(request, HttpStatusCode.BadRequest, sentence);
    }

    [Theory]
    [InlineData("""{"type":"text","text":" "}""", "empty")]
    [InlineData("""{"type":"sing"}""", "cannot do 'sing'")]
    [InlineData("""{"type":"button","messageId":"wamid.none","button":"a"}""", "no such message")]
    [InlineData("""{"type":"text","text":"?","about":"pear"}""", "no item 'pear'")]
    [InlineData("""{"type":"image","data":"AAAA","mimeType":"image/svg+xml"}""", "image/jpeg or image/png")]
    [InlineData("""{"type":"image","data":"not base64!","mimeType":"image/png"}""", "")]
    [InlineData("""{"type":"location","latitude":91,"longitude":0}""", "")]
    public async Task Act_WhatCannotBe_SaysWhy(string action, string sentence)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/emulator/customers/{Pablo}/messages", UriKind.Relative));
        request.Content = Json(action);

        await AssertRefusedAsync(request, HttpStatusCode.BadRequest, sentence);
    }

    [Fact]
    public async Task Post_MoreThanEightMegabytes_Is413()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/emulator/customers/{Pablo}/messages", UriKind.Relative));
        request.Headers.ExpectContinue = true;
        request.Content = Json($$"""{"type":"image","mimeType":"image/png","data":"{{new string('A', 9 * 1024 * 1024)}}"}""");

        await AssertRefusedAsync(request, HttpStatusCode.RequestEntityTooLarge, "8 MB");
    }

    [Fact]
    public async Task Cart_StepByStep_IsAnOrderInTheChat()
    {
        string device = $"/emulator/customers/{Pablo}/devices/d0";
        await PostAsync($"{device}/open", """{"retailerId":"apple-1kg"}""");
        JsonElement cart = await PostAsync($"{device}/cart", """{"retailerId":"apple-1kg","quantity":3}""");
        Assert.Equal("$10.47", cart.GetProperty("total").GetProperty("text").GetString());

        await PostAsync($"{device}/cart/send", """{"note":"Soon"}""");

        JsonElement entry = (await GetAsync($"/emulator/customers/{Pablo}/chat")).GetProperty("entries")[0];
        Assert.Equal("order", entry.GetProperty("kind").GetString());
        Assert.Equal(3, entry.GetProperty("json").GetProperty("order").GetProperty("product_items")[0].GetProperty("quantity").GetInt32());
        Assert.Equal(0, (await GetAsync($"{device}/cart")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Traffic_SinceARevision_TellsOnlyWhatIsNew()
    {
        using HttpResponseMessage refused = await _http.GetAsync(new Uri("/v25.0/me", UriKind.Relative), Token);
        JsonElement first = await GetAsync("/emulator/traffic?since=0");
        JsonElement row = Assert.Single(first.GetProperty("rows").EnumerateArray());
        Assert.Equal(
            ("GET /v25.0/me", "refused", 401),
            (row.GetProperty("title").GetString(), row.GetProperty("verdict").GetString(), row.GetProperty("status").GetInt32()));

        JsonElement second = await GetAsync($"/emulator/traffic?since={first.GetProperty("revision")}");

        Assert.Empty(second.GetProperty("rows").EnumerateArray());
    }

    [Theory]
    [InlineData(
        """{"messaging_product":"whatsapp","to":"1","type":"interactive","interactive":{"type":"product_list"}}""",
        "interactive product_list")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"hello"}}""", "template hello")]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"x"}""", "mark as read")]
    [InlineData("""{"type":"interactive","interactive":[]}""", "interactive")]
    [InlineData("""{"type":{}}""", null)]
    [InlineData("""[1]""", null)]
    [InlineData("""{"type":""", null)]
    [InlineData("""{"type":"\ud83d"}""", null)]
    public async Task Traffic_OfAMessage_TellsWhatItIs(string body, string? subject)
    {
        using HttpRequestMessage request =
            new(HttpMethod.Post, new Uri($"/v25.0/{_cloud.Options.PhoneNumberId}/messages", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", _cloud.Options.AccessToken);
        request.Content = Json(body);
        using HttpResponseMessage response = await _http.SendAsync(request, Token);

        JsonElement row = (await GetAsync("/emulator/traffic?since=0")).GetProperty("rows")[0];

        Assert.Equal(subject, row.GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData(new byte[] { (byte)'{', (byte)'}' }, true)]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' }, false)]
    public async Task Details_SayWhetherTheBodyIsWhole(byte[] body, bool isWhole)
    {
        using ByteArrayContent content = new(body);
        using HttpResponseMessage response = await _http.PostAsync(new Uri("/v25.0/me", UriKind.Relative), content, Token);

        JsonElement details = await GetAsync("/emulator/traffic/1");

        Assert.Equal(isWhole, details.GetProperty("isWhole").GetBoolean());
    }

    [Fact]
    public async Task Again_Request_IsSentOnceMore()
    {
        using HttpRequestMessage request =
            new(HttpMethod.Post, new Uri($"/v25.0/{_cloud.Options.PhoneNumberId}/messages", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", _cloud.Options.AccessToken);
        request.Content = Json("""{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hi"}}""");
        using HttpResponseMessage response = await _http.SendAsync(request, Token);
        JsonElement row = (await GetAsync("/emulator/traffic?since=0")).GetProperty("rows")[0];

        await PostAsync($"/emulator/traffic/{row.GetProperty("number")}/again", "{}");

        Assert.Equal(2, _cloud.Customer("+16505551234").Received.Count);
    }

    [Fact]
    public async Task Again_WithAnotherBody_SendsThatAndTellsTheStatus()
    {
        using HttpRequestMessage request =
            new(HttpMethod.Post, new Uri($"/v25.0/{_cloud.Options.PhoneNumberId}/messages", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", _cloud.Options.AccessToken);
        request.Content = Json("""{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hi"}}""");
        using HttpResponseMessage response = await _http.SendAsync(request, Token);
        JsonElement row = (await GetAsync("/emulator/traffic?since=0")).GetProperty("rows")[0];

        await PostAsync($"/emulator/traffic/{row.GetProperty("number")}/again", """{"body":"{}"}""");

        Assert.Equal("{}", Encoding.UTF8.GetString(_cloud.Requests[^1].Body.Span));
        Assert.Equal(400, _cloud.Requests[^1].StatusCode);
        Assert.Equal((string?)_cloud.Customer("+16505551234").Received[0].Id.Value, row.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Events_TellTheVersionAtOnce_AndAgainWhenSomethingChanges()
    {
        using Stream stream = await _http.GetStreamAsync(new Uri("/emulator/events", UriKind.Relative), Token);
        using StreamReader reader = new(stream);
        long before = await VersionAsync(reader);

        _cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(4m, "USD") });

        Assert.True(await VersionAsync(reader) > before);
    }

    [Fact]
    public async Task Settings_Changed_AreTheShopsAtOnce()
    {
        await PostAsync("/emulator/settings", """{"isCatalogVisible":false,"isCartEnabled":false,"isCatalogConnected":false}""");
        Assert.Equal((false, false, null), (_cloud.Number.IsCatalogVisible, _cloud.Number.IsCartEnabled, _cloud.ConnectedCatalog));

        JsonElement settings =
            await PostAsync("/emulator/settings", """{"isCatalogVisible":true,"isCartEnabled":true,"isCatalogConnected":true}""");

        Assert.Same(_cloud.Catalog, _cloud.ConnectedCatalog);
        Assert.Equal("apple-1kg", settings.GetProperty("catalog").GetProperty("first").GetString());
    }

    private static async Task<long> VersionAsync(StreamReader reader)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(Token);
        }
        while (line?.StartsWith("data: ", StringComparison.Ordinal) is not true);
        return JsonElement.Parse(Encoding.UTF8.GetBytes(line["data: ".Length..])).GetProperty("catalog").GetInt64();
    }

    private async Task AssertRefusedAsync(HttpRequestMessage request, HttpStatusCode status, string sentence)
    {
        using HttpResponseMessage response = await _http.SendAsync(request, Token);
        string answer = await response.Content.ReadAsStringAsync(Token);

        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {answer}");
        string error = JsonElement.Parse(Encoding.UTF8.GetBytes(answer)).GetProperty("error").GetString()!;
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> GetAsync(string path) =>
        JsonElement.Parse(await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Token));

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        using StringContent content = Json(body);
        using HttpResponseMessage response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        string answer = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonElement.Parse(Encoding.UTF8.GetBytes(answer));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
