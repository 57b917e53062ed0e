using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Testing.Tests.Payments;

/// <summary>A plain HTTP client of a local provider: what the tests send is written out, and no client of this SDK is in between.</summary>
internal sealed class ProviderHttp(LocalProvider provider) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = provider.BaseAddress };

    public AuthenticationHeaderValue? Authorization { get; set; }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public async Task<Answered> SendAsync(
        HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.RelativeOrAbsolute));
        request.Headers.Authorization = Authorization;
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await AnswerAsync(request);
    }

    public async Task<Answered> FormAsync(string path, string form, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(path, UriKind.RelativeOrAbsolute));
        request.Headers.Authorization = Authorization;
        request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await AnswerAsync(request);
    }

    public Task<Answered> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public void Dispose() => _http.Dispose();

    private async Task<Answered> AnswerAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode,
            text,
            response.Headers.Location,
            response.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? policy) ? policy.Single() : null);
    }
}

internal sealed record Answered(int Status, string Text, Uri? Location, string? Policy)
{
    public JsonObject Json => (JsonObject)JsonNode.Parse(Text)!;

    public string? this[string name] => Json[name]?.ToString();

    /// <summary>PayPal's name of what is wrong.</summary>
    public string? Issue => Json["details"]?[0]?["issue"]?.ToString();

    /// <summary>Razorpay's words for what is wrong.</summary>
    public string? Description => Json["error"]?["description"]?.ToString();
}
