using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Preflight;

/// <summary>A number with a shop that a test sets up, and the client that sends from it.</summary>
internal sealed class PreflightShop : IDisposable
{
    public const string Catalog = "1040";

    private readonly StubMeta _meta;
    private readonly TestClient _client;

    public PreflightShop(Action<WhatsCommerceOptions>? configure = null)
    {
        _meta = new StubMeta(Answer);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options =>
            {
                options.BusinessAccountId = "3060";
                options.CatalogId = Catalog;
                options.Retry.Enabled = false;
                configure?.Invoke(options);
            },
            _meta,
            Time);
    }

    public FakeTimeProvider Time { get; } = new();

    public WhatsCommerceClient Client => _client.Client;

    /// <summary>The connected catalog; <see langword="null"/> for none.</summary>
    public string? Connected { get; set; } = Catalog;

    public bool IsVisible { get; set; } = true;

    public string Number { get; set; } = "+1 555-078-3881";

    public string? EntityName { get; set; }

    /// <summary>The error that every question for products gets.</summary>
    public int? Error { get; set; }

    /// <summary>The products by catalog and retailer id, as JSON without the id.</summary>
    public Dictionary<(string Catalog, string Id), string> Products { get; } = [];

    public IReadOnlyList<StubMeta.Request> Requests => _meta.Requests;

    public int Sent => Requests.Count(request => request.Uri.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal));

    public PreflightShop With(string id, string json = "", string catalog = Catalog)
    {
        Products[(catalog, id)] = json;
        return this;
    }

    public void Dispose()
    {
        _client.Dispose();
        _meta.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        string[] path = request.RequestUri!.AbsolutePath.Split('/');
        return path[^1] switch
        {
            "product_catalogs" => StubMeta.Ok(Connected is null
                ? """{"data":[]}"""
                : $$"""{"data":[{"id":{{(Connected is "odd" ? "{}" : $"\"{Connected}\"")}},"product_count":[]}]}"""),
            "whatsapp_commerce_settings" =>
                StubMeta.Ok($$"""{"data":[{"id":"1","is_catalog_visible":{{(IsVisible ? "true" : "false")}},"is_cart_enabled":true}]}"""),
            "business_compliance_info" =>
                StubMeta.Ok(EntityName is null ? """{"data":[]}""" : $$"""{"data":[{"entity_name":"{{EntityName}}"}]}"""),
            "messages" => StubMeta.Ok(),
            "products" =>
                Error is int code ? StubMeta.Error(code) : StubMeta.Ok(Found(path[^2], Uri.UnescapeDataString(request.RequestUri.Query))),
            TestClient.PhoneNumberId => StubMeta.Ok($$"""{"id":"{{TestClient.PhoneNumberId}}","display_phone_number":"{{Number}}"}"""),
            _ => StubMeta.Error(803),
        };
    }

    private string Found(string catalog, string query)
    {
        bool isGroups = query.Contains("filter={\"retailer_product_group_id\"", StringComparison.Ordinal);
        IEnumerable<string> found = Products
            .Where(product => product.Key.Catalog == catalog && (isGroups
                ? product.Value.Contains("group_id", StringComparison.Ordinal)
                : query.Contains($"\"{product.Key.Id}\"", StringComparison.Ordinal)))
            .Select(
                product =>
                    $$"""{"id":"{{string.Concat(product.Key.Id.Select(c => (int)c))}}","retailer_id":"{{product.Key.Id}}"{{
                    (product.Value.Length > 0 ? "," : "")}}{{product.Value}}}""");
        return $$"""{"data":[{{string.Join(',', found)}}]}""";
    }
}
