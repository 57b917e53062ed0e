using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>
/// A running local Cloud API, an app that is nothing but a raw HTTP client, and its callback: whatever the SDK believes about the wire,
/// these tests write it by hand.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    // Who asks before sending a large body gets an answer, however long a busy machine takes for it.
    private readonly HttpClient _http = new(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });

    private Stage(CloudApiEmulator cloud, Callback callback)
    {
        Cloud = cloud;
        Callback = callback;
        _http.BaseAddress = cloud.BaseAddress;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cloud.Options.AccessToken);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public CloudApiEmulator Cloud { get; }

    public Callback Callback { get; }

    public HttpClient Http => _http;

    /// <summary>The path that messages are posted to.</summary>
    public string Messages => $"v25.0/{Cloud.Options.PhoneNumberId}/messages";

    /// <summary>The statuses that were posted to the callback, one a webhook.</summary>
    public IReadOnlyList<JsonElement> Statuses =>
    [
        .. Callback.Posts
            .Where(posted => posted.Value.TryGetProperty("statuses", out _))
            .Select(posted => posted.Value.GetProperty("statuses")[0]),
    ];

    /// <summary>What was posted to the callback, by what it tells.</summary>
    public IReadOnlyList<string> Told => [.. Cloud.Deliveries.Select(delivery => delivery.Subject)];

    public static async Task<Stage> StartAsync(CloudApiEmulatorOptions? options = null, bool connect = true)
    {
        Callback callback = await Callback.StartAsync();
        Stage stage = new(await CloudApiEmulator.StartAsync(options, Token), callback);
        if (connect)
        {
            await stage.Cloud.ConnectWebhookAsync(callback.Address, Token);
        }

        return stage;
    }

    /// <summary>A stage with a small fruit shop.</summary>
    public static async Task<Stage> StartShopAsync(CloudApiEmulatorOptions? options = null, bool connect = true)
    {
        Stage stage = await StartAsync(options, connect);
        stage.Cloud.Catalog
            .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("banana-1kg", "Bananas, 1 kg", new Money(30m, "USD"))
            .Add("cherry-500g", "Cherries, 500 g", new Money(7.90m, "USD"));
        return stage;
    }

    /// <summary>
    /// Lets the customer write "0" and the callback keep that webhook without an answer until the test gives one, so that all that follows
    /// waits.
    /// </summary>
    /// <param name="after">What the callback does from the second webhook on; answers 200 unless given.</param>
    public async Task<TaskCompletionSource> BusyAsync(Action<Microsoft.AspNetCore.Http.HttpContext, int>? after = null)
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int count = 0;
        Callback.OnPost = (http, _) =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                arrived.SetResult();
                return answer.Task;
            }

            after?.Invoke(http, count);
            return Task.CompletedTask;
        };
        _ = Cloud.Customer("+16505551234").SendTextAsync("0", Token);
        await arrived.Task;
        return answer;
    }

    public async Task<Answer> PostAsync(string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        return await PostAsync(Messages, content);
    }

    public async Task<Answer> PostAsync(string path, HttpContent content)
    {
        using HttpResponseMessage response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path, string? json = null) => SendAsync(HttpMethod.Delete, path, json);

    public Task<Answer> PostJsonAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, new Uri("v25.0/" + path, UriKind.Relative));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, Token);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostTextAsync(string to = "+16505551234", string text = "Hello!", string more = "") => PostAsync(
        $$"""{"messaging_product":"whatsapp","to":"{{to}}","type":"text","text":{"body":{{Wire.Text(text)}}}{{more}}}""");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Cloud.DisposeAsync();
        await Callback.DisposeAsync();
    }
}

/// <summary>What the API answered.</summary>
internal sealed record Answer(int Status, JsonElement Json)
{
    public int? Code => Json.TryGetProperty("error", out JsonElement error) ? error.GetProperty("code").GetInt32() : null;

    public string? Details => Json.TryGetProperty("error", out JsonElement error)
        && error.TryGetProperty("error_data", out JsonElement data)
        ? data.GetProperty("details").GetString()
        : null;

    public string Id => Json.GetProperty("messages")[0].GetProperty("id").GetString()!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));

    public void AssertRefused(int code, int status = 400)
    {
        Assert.True(Code == code && Status == status, $"Wanted {status} with error {code}, got {Status}: {Json}");
        JsonElement error = Json.GetProperty("error");
        Assert.False(string.IsNullOrEmpty(error.GetProperty("message").GetString()));
        Assert.False(string.IsNullOrEmpty(error.GetProperty("type").GetString()));
        Assert.False(string.IsNullOrEmpty(error.GetProperty("fbtrace_id").GetString()));
    }

    /// <summary>The members of the items of a list.</summary>
    public string[] Texts(string member) =>
        [.. Json.GetProperty("data")
            .EnumerateArray()
            .Select(item => item.TryGetProperty(member, out JsonElement value) ? value.ToString() : "-")];

    public string Text(string member) => Json.GetProperty(member).ToString();

    public string MadeId => Text("id");

    public void AssertAccepted() => Assert.True(Status == 200, $"Wanted 200, got {Status}: {Json}");
}

/// <summary>JSON by hand.</summary>
internal static class Wire
{
    public static string Text(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    public static string Interactive(string interactive) =>
        $$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","type":"interactive","interactive":"""
            + $$"""{{interactive}}}""";

    public static string Product(string retailerId, string catalogId = "194836987003835", string more = "") =>
        Interactive($$"""{"type":"product","action":{"catalog_id":"{{catalogId}}","product_retailer_id":{{Text(retailerId)}}}{{more}}}""");

    public static string ProductList(params IEnumerable<string> retailerIds) => ProductListOf(Section("Fruit", retailerIds));

    public static string ProductListOf(
        string sections, string header = "Fresh today", string body = "Pick what you like", string? footer = null) =>
        Interactive($$"""
            {"type":"product_list","header":{"type":"text","text":{{Text(header)}}},"body":{"text":{{Text(body)}}}
            {{(footer is null ? "" : $$""","footer":{"text":{{Text(footer)}}}""")}}
            ,"action":{"catalog_id":"194836987003835","sections":[{{sections}}] } }
            """);

    public static string Section(string? title, params IEnumerable<string> retailerIds)
    {
        string items = string.Join(',', retailerIds.Select(id => $$"""{"product_retailer_id":{{Text(id)}}}"""));
        return $$"""{ {{(title is null ? "" : $"\"title\":{Text(title)},")}} "product_items":[{{items}}]}""";
    }

    public static string CatalogMessage(
        string body = "Have a look", string? footer = null, string action = """{"name":"catalog_message"}""") =>
        Interactive($$"""
            {"type":"catalog_message","body":{"text":{{Text(body)}}},"action":{{action}}
            {{(footer is null ? "" : $$""","footer":{"text":{{Text(footer)}}}""")}} }
            """);
}
