using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>A client with an account of its own, against prepared answers; shows what was asked for, readably.</summary>
internal sealed class TemplateApi : IDisposable
{
    public const string Account = "3060";

    private readonly StubMeta _meta;
    private readonly TestClient _client;

    public TemplateApi(params HttpResponseMessage[] answers)
    {
        _meta = new StubMeta(answers);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options =>
            {
                options.BusinessAccountId = Account;
                options.Retry.Enabled = false;
            },
            _meta,
            Time);
    }

    /// <summary>Passes over the waits between two questions, and not over the deadline of a request.</summary>
    public FakeTimeProvider Time { get; } = new() { Skips = due => due != TimeSpan.FromSeconds(30) };

    public TemplatesClient Templates => _client.Client.Templates;

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
