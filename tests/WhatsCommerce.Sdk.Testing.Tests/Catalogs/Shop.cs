using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>A local business on a clock that the test moves, and the paths of its objects.</summary>
internal sealed class Shop(Stage stage, FakeTimeProvider time) : IAsyncDisposable
{
    public const string Catalog = "194836987003835";
    public const string Business = "506914307656634";
    public const string Account = "102290129340398";
    public const string Number = "106540352242922";

    public Stage Stage => stage;

    public CloudApiEmulator Cloud => stage.Cloud;

    public FakeTimeProvider Time => time;

    public static async Task<Shop> StartAsync(Action<CloudApiEmulatorOptions>? set = null)
    {
        FakeTimeProvider time = new();
        CloudApiEmulatorOptions options = new()
        {
            TimeProvider = time, ProcessingTime = TimeSpan.FromSeconds(30), ReviewTime = TimeSpan.FromMinutes(5),
        };
        set?.Invoke(options);
        return new(await Stage.StartAsync(options, connect: false), time);
    }

    public void Pass(TimeSpan? time1 = null) => time.Advance(time1 ?? TimeSpan.FromSeconds(30));

    public Task<Answer> Get(string path) => stage.GetAsync(path);

    public Task<Answer> Post(string path, string json = "{}") => stage.PostJsonAsync(path, json);

    public Task<Answer> Delete(string path, string? json = null) => stage.DeleteAsync(path, json);

    /// <summary>Posts a batch of requests, and gives its handle.</summary>
    public async Task<Answer> Upload(string requests, string more = "") =>
        await Post($"{Catalog}/items_batch", $$"""{"item_type":"PRODUCT_ITEM"{{more}},"requests":[{{requests}}]}""");

    /// <summary>How a batch is doing.</summary>
    public Task<Answer> Check(Answer uploaded, string more = "") =>
        Get($"{Catalog}/check_batch_request_status?handle={uploaded.Json.GetProperty("handles")[0].GetString()}{more}");

    public static string Create(string id, string price = "3.49 USD", string more = "", string method = "CREATE") => $$"""
        {"method":"{{method}}",
        "data":{"id":{{Wire.Text(id)}},"title":"Item {{id}}","description":"Good","availability":"in stock","condition":"new",
        "price":"{{price}}","link":"https://shop.example/{{id}}","image_link":"https://shop.example/{{id}}.png",
        "brand":"Fruit Ltd"{{more}}} }
        """;

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}
