using System.Net;
using System.Text;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

/// <summary>The connection to a provider: answers by rules, the newest first, and remembers what was asked.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly List<(string Method, string Path, Func<FakeRequest, HttpResponseMessage> Answer)> _rules = [];

    public List<FakeRequest> Requests { get; } = [];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public FakeApi On(string method, string path, string json, HttpStatusCode status = HttpStatusCode.OK) =>
        On(method, path, _ => Json(json, status));

    public FakeApi On(string method, string path, Func<FakeRequest, HttpResponseMessage> answer)
    {
        _rules.Insert(0, (method, path, answer));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        FakeRequest asked = new(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            request.RequestUri.Host,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Add(asked);
        foreach ((string method, string path, Func<FakeRequest, HttpResponseMessage> answer) in _rules)
        {
            if (method == asked.Method && path == asked.Path)
            {
                return answer(asked);
            }
        }

        return Json("{}", HttpStatusCode.NotFound);
    }
}

/// <summary>What was asked of a provider.</summary>
internal sealed record FakeRequest(string Method, string Path, string Host, IReadOnlyDictionary<string, string> Headers, string Body);
