using System.Collections.Concurrent;
using System.Text.Json;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs.Inventory;

/// <summary>
/// Meta's two endpoints of uploads: each batch is taken on and finished at once, unless the test says otherwise. Waits are passed over.
/// </summary>
internal sealed class BatchMeta : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, string[]> _batches = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string[]> _posted = new();
    private readonly StubMeta _meta;
    private readonly TestClient _client;
    private int _statuses;

    public BatchMeta()
    {
        _meta = new StubMeta((Func<HttpRequestMessage, HttpResponseMessage>)Answer);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options =>
            {
                options.CatalogId = CatalogApi.Catalog;
                options.Timeout = Deadline;
            },
            _meta,
            Time);
    }

    /// <summary>What a post is answered with, by how many came before it; <see langword="null"/> takes the batch on.</summary>
    public Func<string[], int, HttpResponseMessage?> OnPost { get; set; } = (_, _) => null;

    /// <summary>
    /// What the status of a batch is answered with, by how many were asked for before; <see langword="null"/> for one that went well.
    /// </summary>
    public Func<string[], int, HttpResponseMessage?> OnStatus { get; set; } = (_, _) => null;

    public FakeTimeProvider Time { get; } = new() { Skips = due => due != Deadline };

    public InventoryClient Inventory => _client.Client.Catalogs.Inventory;

    /// <summary>The retailer ids of each batch that was posted.</summary>
    public IReadOnlyList<string[]> Posted => [.. _posted];

    public IReadOnlyList<StubMeta.Request> Requests => _meta.Requests;

    public static HttpResponseMessage Status(string rest) => StubMeta.Ok($$"""{"data":[{{{rest}}}]}""");

    /// <summary>A finished batch that shows some of its errors, and names all.</summary>
    public static HttpResponseMessage Refused(IReadOnlyCollection<string> ids, int sample) => Status(
        $"""
        "status":"finished","errors":[{string.Join(',', ids.Take(sample).Select(id =>
            $$"""{"line":0,"id":"{{id}}","message":"{{id}} is no good."}"""))}],
        "errors_total_count":{ids.Count},"ids_of_invalid_requests":[{string.Join(',', ids.Select(id => $"\"{id}\""))}]
        """);

    public static CatalogItem Item(int number) => CatalogItemTests.Apple with { RetailerId = Id(number) };

    public static string Id(int number) => FormattableString.Invariant($"sku-{number:0000}");

    public static IAsyncEnumerable<CatalogItem> Items(int count) => Enumerable.Range(0, count).Select(Item).ToAsyncEnumerable();

    public void Dispose()
    {
        _client.Dispose();
        _meta.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
        {
            string handle = request.RequestUri!.Query.Split("handle=")[1].Split('&')[0];
            return OnStatus(_batches[handle], Interlocked.Increment(ref _statuses) - 1) ?? Status("\"status\":\"finished\"");
        }

        using StreamReader reader = new(request.Content!.ReadAsStream(TestContext.Current.CancellationToken));
        using JsonDocument body = JsonDocument.Parse(reader.ReadToEnd());
        string[] ids = [.. body.RootElement
            .GetProperty("requests")
            .EnumerateArray()
            .Select(one => one.GetProperty("data").GetProperty("id").GetString()!)];
        int before;
        lock (_posted)
        {
            before = _posted.Count;
            _posted.Enqueue(ids);
        }

        _batches[FormattableString.Invariant($"handle-{before}")] = ids;
        return OnPost(ids, before) ?? StubMeta.Ok(FormattableString.Invariant($$"""{"handles":["handle-{{before}}"]}"""));
    }
}
