using System.Net.Http.Headers;

namespace WhatsCommerce.Storefronts;

/// <summary>Caches the access token until shortly before it expires; concurrent callers share one request.</summary>
internal sealed class PayPalTokens(HttpClient client, PayPalOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _token;
    private DateTimeOffset _endsAt;

    /// <summary>The header value, <c>Bearer ...</c>.</summary>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is null || time.GetUtcNow() >= _endsAt)
            {
                PayPalToken token = await AskAsync(cancellationToken).ConfigureAwait(false);
                _token = "Bearer " + token.AccessToken;
                _endsAt = time.GetUtcNow() + TimeSpan.FromSeconds(token.ExpiresIn ?? 0) - Margin;
            }

            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Removes a token that PayPal rejected.</summary>
    public void Forget(string token) => Interlocked.CompareExchange(ref _token, null, token);

    public void Dispose() => _gate.Dispose();

    private async Task<PayPalToken> AskAsync(CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/oauth2/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await ProviderHttp.ErrorOfAsync("PayPal", response, PayPalApi.CodeOf).ConfigureAwait(false);
        }

        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize(body, PayPalJson.Default.PayPalToken) is { AccessToken.Length: > 0 } token
            ? token
            : throw new InvalidOperationException("PayPal answered without an access token.");
    }
}
