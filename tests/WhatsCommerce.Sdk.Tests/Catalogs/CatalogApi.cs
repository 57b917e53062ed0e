using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>A client with ids of its own, against prepared answers; shows what was asked for, readably.</summary>
internal sealed class CatalogApi : IDisposable
{
    public const string Catalog = "1040";
    public const string Business = "2050";
    public const string Account = "3060";

    private readonly StubMeta _meta;
    private readonly TestClient _client;

    public CatalogApi(params HttpResponseMessage[] answers)
    {
        _meta = new StubMeta(answers);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options =>
            {
                options.BusinessId = Business;
                options.BusinessAccountId = Account;
                options.CatalogId = Catalog;
                options.Retry.Enabled = false;
            },
            _meta,
            Time);
    }

    public FakeTimeProvider Time { get; } = new() { Skips = due => due < TimeSpan.FromSeconds(20) };

    public CatalogsClient Catalogs => _client.Client.Catalogs;

    public ProductsClient Products => Catalogs.Products;

    public IReadOnlyList<StubMeta.Request> Requests => _meta.Requests;

    /// <summary>Every request: verb and path, each parameter on a line, and the body.</summary>
    public string Traffic => Wire.Describe(Requests);

    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    public void Dispose()
    {
        _client.Dispose();
        _meta.Dispose();
    }
}
